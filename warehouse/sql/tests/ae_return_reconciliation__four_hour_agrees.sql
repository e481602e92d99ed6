-- severity: warn
-- Our four-hour performance of a complete month is within one point of the published return.
select ods_code, month_date, four_hour_share, published_four_hour_share, four_hour_difference
from mart.ae_return_reconciliation
where abs(four_hour_difference) > 0.01
