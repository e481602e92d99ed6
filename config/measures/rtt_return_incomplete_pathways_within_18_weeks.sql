-- rtt_return_incomplete_pathways_within_18_weeks: pathways open at the month's end that have waited 18 weeks or less, as published in the RTT return (part 2).
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(within_18_weeks) as bigint) as value
from mart.rtt_return_incomplete_basis_month
group by month_date, basis, organisation_key
