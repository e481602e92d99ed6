-- rtt_incomplete_pathways_by_week: pathways open at the month's end by week of wait: from our own census where it is held, from the published return for the months before.
-- One row per month, basis, organisation and band.
select
    month_date,
    basis,
    organisation_key,
    cast(band as integer) as band,
    cast(sum(pathways) as bigint) as value
from mart.rtt_incomplete_basis_month
group by month_date, basis, organisation_key, band
