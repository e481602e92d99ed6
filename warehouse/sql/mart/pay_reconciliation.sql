-- Bank and agency pay beside the cost of the shifts: one row per provider, month and pay category that both hold; the difference is pay less shifts.
-- Example: select * from mart.pay_reconciliation where abs(difference_share) > 0.005 order by month_date, ods_code;
with by_day as (
    select
        s.provider_key,
        s.shift_date,
        s.pay_category_key,
        count(*) as shifts,
        sum(s.cost_gbp) as cost_gbp
    from star.fact_agency_shift as s
    where s.pay_category_key in (2, 3)
    group by s.provider_key, s.shift_date, s.pay_category_key
),

shifts as (
    select
        d.provider_key,
        cast(date_trunc('month', d.shift_date) as date) as month_date,
        d.pay_category_key,
        cast(sum(d.shifts) as bigint) as shifts,
        cast(sum(d.cost_gbp) as decimal(18, 2)) as cost_gbp
    from by_day as d
    group by 1, 2, 3
),

paid as (
    select
        p.provider_key,
        p.month_date,
        p.pay_category_key,
        cast(sum(p.amount_gbp) as decimal(18, 2)) as amount_gbp,
        max(p.modified_at) as modified_at
    from star.fact_pay as p
    group by p.provider_key, p.month_date, p.pay_category_key
)

select
    o.ods_code,  -- ODS code of the provider.
    o.organisation_name,  -- Its name.
    p.month_date,  -- First day of the month.
    c.pay_category_code,  -- BANK or AGENCY.
    s.shifts,  -- Shifts that were worked.
    s.cost_gbp,  -- Their cost in pounds.
    p.amount_gbp as pay_gbp,  -- The pay bill's figure in pounds.
    p.amount_gbp - s.cost_gbp as difference_gbp,  -- Pay less shifts, in pounds.
    cast(p.amount_gbp - s.cost_gbp as double precision) / nullif(cast(p.amount_gbp as double precision), 0) as difference_share,  -- The difference as a fraction of pay.
    cast(p.modified_at as date) >= cast(p.month_date + interval '1 month' as date) as is_closed  -- The ledger was closed after the month's end; before that shifts are accrued.
from paid as p
inner join shifts as s
    on s.provider_key = p.provider_key
    and s.month_date = p.month_date
    and s.pay_category_key = p.pay_category_key
inner join star.dim_organisation as o on o.organisation_key = p.provider_key
inner join star.dim_pay_category as c on c.pay_category_key = p.pay_category_key
