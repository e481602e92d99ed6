-- severity: error
-- No more attendances over four hours than attendances.
select organisation_key, month_date, department_group, attendances, attendances_over_four_hours
from star.fact_ae_monthly_return
where attendances_over_four_hours > attendances
