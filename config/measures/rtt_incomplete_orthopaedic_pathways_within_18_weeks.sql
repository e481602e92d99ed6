-- rtt_incomplete_orthopaedic_pathways_within_18_weeks: pathways in trauma and orthopaedics open at the month's end that have waited 18 weeks or less.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(case when band < 18 then pathways else 0 end) as bigint) as value
from mart.rtt_incomplete_basis_month
where is_orthopaedic
group by month_date, basis, organisation_key
