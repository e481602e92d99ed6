-- rtt_completed_admitted_pathways: pathways whose clock stopped in the month with an admission.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(clock_stops) as bigint) as value
from mart.rtt_clock_stop_basis_month
where is_admitted
group by month_date, basis, organisation_key
