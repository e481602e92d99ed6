-- cancer_pathways_past_day_104: pathways under a 62-day clock that passed day 104 without ending, each once, in the month of its day 105.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(passed_day_104) as bigint) as value
from mart.cancer_long_wait_basis_month
group by month_date, basis, organisation_key
