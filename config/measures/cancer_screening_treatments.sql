-- cancer_screening_treatments: first treatments after referral from an NHS cancer screening service; at providers a shared pathway counts half to each.
-- One row per month, basis and organisation.
select
    month_date,
    basis,
    organisation_key,
    cast(sum(screening_treatments) as decimal(18, 1)) as value
from mart.cancer_treatment_basis_month
group by month_date, basis, organisation_key
