-- Spells by month of admission, basis and organisation: one row each, those still in hospital included. Provider and commissioner rows hold
-- the same spells: choose one basis, never add both. Admissions before the first discharge that we hold are left out: of those days only
-- the patients who stayed on are known.
-- Example: select month_date, sum(emergency_admissions) from mart.inpatient_admission_basis_month where basis = 'provider' group by month_date order by month_date;
with counted as (
    select
        cast(date_trunc('month', s.admission_date) as date) as month_date,
        s.provider_key,
        s.commissioner_key,
        count(*) filter (where s.is_emergency) as emergency_admissions,
        count(*) filter (where s.is_elective) as elective_admissions
    from star.fact_inpatient_spell as s
    where s.admission_date >= (select min(d.discharge_date) from star.fact_inpatient_spell as d)
    group by 1, 2, 3
),

by_basis as (
    select month_date, 'provider' as basis, provider_key as organisation_key, emergency_admissions, elective_admissions
    from counted
    union all
    select month_date, 'commissioner' as basis, commissioner_key as organisation_key, emergency_admissions, elective_admissions
    from counted
)

select
    month_date,  -- First day of the month of admission.
    basis,  -- provider, by the trust that admitted, or commissioner, by the CCG of residence.
    organisation_key,  -- The organisation; dim_organisation.
    cast(sum(emergency_admissions) as bigint) as emergency_admissions,  -- Admitted as an emergency.
    cast(sum(elective_admissions) as bigint) as elective_admissions  -- Admitted as planned, ordinary or day case; regular attenders are not in it.
from by_basis
group by month_date, basis, organisation_key
