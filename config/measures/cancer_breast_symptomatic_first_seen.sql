-- cancer_breast_symptomatic_first_seen: patients first seen for breast symptoms where cancer was not initially suspected, in the month first seen.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(coalesce(sum(first_seen) filter (where two_week_standard = 'breast_symptomatic'), 0) as bigint) as value
from mart.cancer_first_seen_basis_month
group by month_date, basis, organisation_key
