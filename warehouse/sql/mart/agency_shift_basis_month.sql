-- Temporary shifts by month, provider and staff group: one row each. Shifts have no commissioner, so the basis is always provider.
-- Example: select month_date, sum(agency_shifts) from mart.agency_shift_basis_month group by month_date order by month_date;
select
    cast(date_trunc('month', s.shift_date) as date) as month_date,  -- First day of the month.
    'provider' as basis,  -- Always provider: the trust that requested the shifts.
    s.provider_key as organisation_key,  -- The provider; dim_organisation.
    s.staff_group_key,  -- Staff group; dim_staff_group.
    count(*) as requested_shifts,  -- Shifts requested: bank, agency and unfilled.
    count(*) filter (where s.pay_category_key = 2) as bank_shifts,  -- Worked by the bank.
    count(*) filter (where s.pay_category_key = 3) as agency_shifts,  -- Worked by an agency.
    count(*) filter (where s.is_above_cap is not null) as capped_shifts,  -- Agency shifts for which a price cap was in force.
    count(*) filter (where s.is_above_cap) as above_cap_shifts,  -- Of these, paid above it.
    count(*) filter (where s.is_override_reported) as reported_override_shifts,  -- Of these, reported as overrides.
    count(*) filter (where s.is_on_framework = false) as off_framework_shifts,  -- Agency shifts outside the approved frameworks.
    sum(s.hours) filter (where s.pay_category_key = 3) as agency_hours,  -- Hours of the agency shifts; null without any.
    sum(s.cost_gbp) filter (where s.pay_category_key = 2) as bank_cost_gbp,  -- Pounds paid for the bank shifts; null without any.
    sum(s.cost_gbp) filter (where s.pay_category_key = 3) as agency_cost_gbp  -- Pounds paid for the agency shifts; null without any.
from star.fact_agency_shift as s
group by 1, 2, 3, 4
