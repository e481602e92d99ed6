-- Temporary shifts by month, provider and staff group: one row each. Shifts have no commissioner, so the basis is always provider.
-- Example: select month_date, sum(agency_shifts) from mart.agency_shift_basis_month group by month_date order by month_date;
with by_day as (
    -- Days are counted first: a month is then made of few dates, which is much quicker than of as many as there are shifts.
    select
        s.shift_date,
        s.provider_key,
        s.staff_group_key,
        count(*) as requested_shifts,
        count(*) filter (where s.pay_category_key = 2) as bank_shifts,
        count(*) filter (where s.pay_category_key = 3) as agency_shifts,
        count(*) filter (where s.is_above_cap is not null) as capped_shifts,
        count(*) filter (where s.is_above_cap) as above_cap_shifts,
        count(*) filter (where s.is_override_reported) as reported_override_shifts,
        count(*) filter (where s.is_on_framework = false) as off_framework_shifts,
        sum(s.hours) filter (where s.pay_category_key = 3) as agency_hours,
        sum(s.cost_gbp) filter (where s.pay_category_key = 2) as bank_cost_gbp,
        sum(s.cost_gbp) filter (where s.pay_category_key = 3) as agency_cost_gbp
    from star.fact_agency_shift as s
    group by s.shift_date, s.provider_key, s.staff_group_key
)

select
    cast(date_trunc('month', d.shift_date) as date) as month_date,  -- First day of the month.
    'provider' as basis,  -- Always provider: the trust that requested the shifts.
    d.provider_key as organisation_key,  -- The provider; dim_organisation.
    d.staff_group_key,  -- Staff group; dim_staff_group.
    cast(sum(d.requested_shifts) as bigint) as requested_shifts,  -- Shifts requested: bank, agency and unfilled.
    cast(sum(d.bank_shifts) as bigint) as bank_shifts,  -- Worked by the bank.
    cast(sum(d.agency_shifts) as bigint) as agency_shifts,  -- Worked by an agency.
    cast(sum(d.capped_shifts) as bigint) as capped_shifts,  -- Agency shifts for which a price cap was in force.
    cast(sum(d.above_cap_shifts) as bigint) as above_cap_shifts,  -- Of these, paid above it.
    cast(sum(d.reported_override_shifts) as bigint) as reported_override_shifts,  -- Of these, reported as overrides.
    cast(sum(d.off_framework_shifts) as bigint) as off_framework_shifts,  -- Agency shifts outside the approved frameworks.
    cast(sum(d.agency_hours) as decimal(18, 2)) as agency_hours,  -- Hours of the agency shifts; null without any.
    cast(sum(d.bank_cost_gbp) as decimal(18, 2)) as bank_cost_gbp,  -- Pounds paid for the bank shifts; null without any.
    cast(sum(d.agency_cost_gbp) as decimal(18, 2)) as agency_cost_gbp  -- Pounds paid for the agency shifts; null without any.
from by_day as d
group by 1, 2, 3, 4
