-- Agency spend by month, provider and staff group: one row each, from the pay bill, with its share of pay and the shifts above the
-- price cap. Shifts of an unknown staff group are in no row: the ledgers have none.
-- Example: select ods_code, staff_group_name, sum(agency_gbp) as agency_gbp from mart.agency_spend_month where financial_year = '2017/18' group by 1, 2 order by 3 desc nulls last;
with paid as (
    select
        p.month_date,
        p.provider_key,
        p.staff_group_key,
        sum(p.amount_gbp) as pay_gbp,
        sum(case when p.pay_category_key = 2 then p.amount_gbp else 0 end) as bank_gbp,
        sum(case when p.pay_category_key = 3 then p.amount_gbp else 0 end) as agency_gbp
    from star.fact_pay as p
    group by p.month_date, p.provider_key, p.staff_group_key
)

select
    o.ods_code,  -- ODS code of the provider.
    o.organisation_name,  -- Its name.
    p.month_date,  -- First day of the month.
    d.financial_year,  -- NHS financial year, as 2016/17.
    d.financial_month_number,  -- 1 for April to 12 for March.
    g.staff_group_code,  -- Code of the staff group.
    g.staff_group_name,  -- Its name.
    p.pay_gbp,  -- Pounds paid to all staff of the group.
    p.bank_gbp,  -- Of these, to the bank.
    p.agency_gbp,  -- Of these, to agencies.
    cast(p.agency_gbp as double precision) / nullif(cast(p.pay_gbp as double precision), 0) as agency_share,  -- Agency as a fraction of pay.
    coalesce(s.agency_shifts, 0) as agency_shifts,  -- Shifts worked by agencies.
    coalesce(s.above_cap_shifts, 0) as above_cap_shifts,  -- Of these, paid above the price cap in force.
    coalesce(s.reported_override_shifts, 0) as reported_override_shifts,  -- Reported as overrides of the cap.
    cast(s.above_cap_shifts as double precision) / nullif(s.capped_shifts, 0) as above_cap_share,  -- Share above the cap of the shifts that had one.
    coalesce(s.off_framework_shifts, 0) as off_framework_shifts  -- Agency shifts outside the approved frameworks.
from paid as p
inner join star.dim_organisation as o on o.organisation_key = p.provider_key
inner join star.dim_date as d on d.calendar_date = p.month_date
inner join star.dim_staff_group as g on g.staff_group_key = p.staff_group_key
left join mart.agency_shift_basis_month as s
    on s.month_date = p.month_date
    and s.organisation_key = p.provider_key
    and s.staff_group_key = p.staff_group_key
