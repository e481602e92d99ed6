-- severity: warn
-- Our census of open pathways is within 3% of the published return.
select ods_code, month_date, pathways, published_pathways, pathways_difference
from mart.rtt_return_reconciliation
where abs(pathways_difference) > 0.03 * published_pathways
