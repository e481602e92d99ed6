-- severity: error
-- Every key of a shift meets a member of its dimension; its provider and the way it was filled are known.
select shift_id, provider_key, staff_group_key, pay_category_key, shift_date
from star.fact_agency_shift
where provider_key not in (select organisation_key from star.dim_organisation where organisation_key <> 0)
   or staff_group_key not in (select staff_group_key from star.dim_staff_group)
   or pay_category_key not in (select pay_category_key from star.dim_pay_category where pay_category_key <> 0)
   or shift_date not in (select calendar_date from star.dim_date)
