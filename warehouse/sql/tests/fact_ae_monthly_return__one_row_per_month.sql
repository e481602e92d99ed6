-- severity: error
-- An organisation's month and department group must stand once.
select organisation_key, month_date, department_group, count(*) as row_count
from star.fact_ae_monthly_return
group by organisation_key, month_date, department_group
having count(*) > 1
