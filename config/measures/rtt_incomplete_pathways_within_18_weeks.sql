-- rtt_incomplete_pathways_within_18_weeks: pathways open at the month's end that have waited 18 weeks or less (exactly 126 days passes): census, or return for the months before.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(case when band < 18 then pathways else 0 end) as bigint) as value
from mart.rtt_incomplete_basis_month
group by month_date, basis, organisation_key
