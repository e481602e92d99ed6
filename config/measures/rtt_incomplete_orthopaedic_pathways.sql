-- rtt_incomplete_orthopaedic_pathways: pathways in trauma and orthopaedics open at the month's end: census, or return for the months before.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(pathways) as bigint) as value
from mart.rtt_incomplete_basis_month
where is_orthopaedic
group by month_date, basis, organisation_key
