-- rtt_completed_non_admitted_pathways: pathways whose clock stopped in the month without an admission.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(clock_stops) as bigint) as value
from mart.rtt_clock_stop_basis_month
where not is_admitted
group by month_date, basis, organisation_key
