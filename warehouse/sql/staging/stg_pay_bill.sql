-- stg_pay_bill: one row per provider, month, staff group and pay category of the batch that keeps its contract, as landed, renamed.
select
    ProviderCode as provider_code,
    PayMonth as month_date,
    StaffGroup as staff_group_code,
    PayCategory as pay_category_code,
    AmountGbp as amount_gbp,
    ModifiedAt as modified_at
from landing.pay_bill
