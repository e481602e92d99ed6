-- The KPIs of the pay bill alone, naively: one row per KPI, level, organisation and month, straight from the landed Parquet.
with line as (
    select distinct on (upper(trim(ProviderCode)), PayMonth, upper(trim(StaffGroup)), upper(trim(PayCategory)))
        upper(trim(ProviderCode)) as provider,
        date_trunc('month', PayMonth)::date as month,
        upper(trim(StaffGroup)) as staff_group,
        upper(trim(PayCategory)) as category,
        AmountGbp as amount
    from read_parquet('{landing}/pay_bill/*/*.parquet')
    where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2', 'RPG', 'RV5')
        and upper(trim(PayCategory)) in ('SUBSTANTIVE', 'BANK', 'AGENCY')
        and PayMonth >= '2013-04-01'
        and StaffGroup is not null
        and AmountGbp is not null
    order by upper(trim(ProviderCode)), PayMonth, upper(trim(StaffGroup)), upper(trim(PayCategory)), ModifiedAt desc
),

paid as (
    select level, ods, l.*
    from line as l,
        lateral (values ('partnership', 'SEL'), ('provider', provider)) as o (level, ods)
)

select
    'agency_share_of_pay' as kpi,
    level,
    ods,
    month,
    coalesce(sum(amount) filter (category = 'AGENCY'), 0) as numerator,
    sum(amount) as denominator
from paid group by all
union all
select 'agency_share_of_pay_nursing', level, ods, month, coalesce(sum(amount) filter (category = 'AGENCY'), 0), sum(amount)
from paid where staff_group = 'NUR' group by all
union all
select 'agency_spend', level, ods, month, sum(amount), null from paid where category = 'AGENCY' group by all
union all
select 'pay_bill', level, ods, month, sum(amount), null from paid group by all
