-- feed: pay_bill
-- key: provider_key, month_date, staff_group_code, pay_category_key
-- month: month_date
-- newest: modified_at
-- fact_pay: one row per provider, month, staff group and pay category.
select
    coalesce(provider.organisation_key, 0) as provider_key,
    cast(date_trunc('month', p.month_date) as date) as month_date,
    coalesce(staff.staff_group_key, 0) as staff_group_key,
    coalesce(category.pay_category_key, 0) as pay_category_key,
    p.staff_group_code,
    p.amount_gbp,
    p.modified_at
from staging.stg_pay_bill as p
left join star.dim_organisation as provider on provider.ods_code = p.provider_code
left join star.dim_staff_group as staff on staff.staff_group_code = p.staff_group_code
left join star.dim_pay_category as category on category.pay_category_code = p.pay_category_code
