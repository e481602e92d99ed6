-- severity: warn
-- Our attendances of a complete month are within 2% of the published return.
select ods_code, month_date, attendances, published_attendances, attendances_difference
from mart.ae_return_reconciliation
where abs(attendances_difference) > 0.02 * published_attendances
