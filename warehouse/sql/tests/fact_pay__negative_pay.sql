-- severity: warn
-- A month's pay of a staff group is not below 0: corrections belong to the months that they correct.
select provider_key, month_date, staff_group_key, pay_category_key, amount_gbp
from star.fact_pay
where amount_gbp < 0
