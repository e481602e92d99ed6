-- severity: warn
-- Bank and agency pay of a closed month is within 1% of the cost of its shifts; 3,000 pounds are a few shifts and always pass.
select ods_code, month_date, pay_category_code, cost_gbp, pay_gbp, difference_gbp
from mart.pay_reconciliation
where is_closed
  and abs(difference_gbp) > 0.01 * pay_gbp
  and abs(difference_gbp) > 3000
