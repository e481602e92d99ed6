-- The tidy layout: one row per month, organisation and department type already.
select
    period as period_date,
    org_code as organisation_code,
    type as department_group,
    attendances,
    breaches as attendances_over_four_hours,
    admissions as emergency_admissions
from file
