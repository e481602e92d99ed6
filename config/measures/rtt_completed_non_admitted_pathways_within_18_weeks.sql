-- rtt_completed_non_admitted_pathways_within_18_weeks: pathways whose clock stopped in the month without an admission, after 18 weeks or less.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(within_18_weeks) as bigint) as value
from mart.rtt_clock_stop_basis_month
where not is_admitted
group by month_date, basis, organisation_key
