-- rtt_incomplete_pathways: pathways open at the month's end: from our own census where it is held, from the published return for the months before.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(pathways) as bigint) as value
from mart.rtt_incomplete_basis_month
group by month_date, basis, organisation_key
