-- rtt_incomplete_pathways_over_52_weeks: pathways open at the month's end that have waited more than 52 weeks: census, or return for the months before.
-- One row per month, basis and organisation; 0 where nobody has waited so long.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(case when band >= 52 then pathways else 0 end) as bigint) as value
from mart.rtt_incomplete_basis_month
group by month_date, basis, organisation_key
