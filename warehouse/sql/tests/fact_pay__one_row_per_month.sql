-- severity: error
-- A provider's month, staff group and pay category must stand once.
select provider_key, month_date, staff_group_code, pay_category_key, count(*) as row_count
from star.fact_pay
group by provider_key, month_date, staff_group_code, pay_category_key
having count(*) > 1
