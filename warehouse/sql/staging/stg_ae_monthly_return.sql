-- stg_ae_monthly_return: one row per organisation, month and department group of the batch that keeps its contract.
select
    organisation_code,
    period_date,
    department_group,
    attendances,
    attendances_over_four_hours,
    emergency_admissions
from landing.ae_monthly_return
