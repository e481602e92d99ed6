-- rtt_return_incomplete_pathways: pathways open at the month's end as published in the RTT return (part 2).
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(pathways) as bigint) as value
from mart.rtt_return_incomplete_basis_month
group by month_date, basis, organisation_key
