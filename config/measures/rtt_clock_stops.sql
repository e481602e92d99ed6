-- rtt_clock_stops: pathways whose clock stopped in the month, admitted or not.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(clock_stops) as bigint) as value
from mart.rtt_clock_stop_basis_month
group by month_date, basis, organisation_key
