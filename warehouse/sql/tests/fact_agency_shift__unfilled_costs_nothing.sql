-- severity: error
-- Nobody is paid for an unfilled shift, and a price cap holds for agencies alone.
select shift_id, pay_category_key, cost_gbp, cap_rate_gbp
from star.fact_agency_shift
where (pay_category_key = 4 and cost_gbp is not null)
   or (pay_category_key <> 3 and cap_rate_gbp is not null)
