-- severity: warn
-- Our share within 18 weeks is within one point of the published return.
select ods_code, month_date, within_18_weeks_share, published_within_18_weeks_share, within_18_weeks_difference
from mart.rtt_return_reconciliation
where abs(within_18_weeks_difference) > 0.01
