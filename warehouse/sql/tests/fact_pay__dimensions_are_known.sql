-- severity: error
-- Every key of the pay bill meets a member of its dimension; its provider and pay category are known.
select provider_key, month_date, staff_group_key, pay_category_key
from star.fact_pay
where provider_key not in (select organisation_key from star.dim_organisation where organisation_key <> 0)
   or staff_group_key not in (select staff_group_key from star.dim_staff_group)
   or pay_category_key not in (select pay_category_key from star.dim_pay_category where pay_category_key <> 0)
   or month_date not in (select calendar_date from star.dim_date)
