-- Emergency readmissions within 30 days by month, basis and organisation: one row each. The month is that in which the thirty days after the
-- discharge were over, so that nothing is counted before its outcome is known. Crude: no standardisation, spells not joined across transfers.
-- Example: select month_date, readmissions * 1.0 / index_discharges from mart.inpatient_readmission_basis_month where basis = 'provider' and organisation_key = 2 order by month_date;
with reach as (
    select max(admission_date) as last_date
    from star.fact_inpatient_spell
),

discharged as (
    select
        s.spell_id,
        s.provider_key,
        s.commissioner_key,
        s.patient_pseudonym,
        s.discharged_at,
        s.discharge_date
    from star.fact_inpatient_spell as s
    cross join reach as r
    where s.is_readmission_index
        and s.discharge_date + 30 <= r.last_date
),

-- After the discharge by the clock, and no later than the 29th day after it.
readmitted as (
    select distinct d.spell_id
    from discharged as d
    inner join star.fact_inpatient_spell as s
        on s.patient_pseudonym = d.patient_pseudonym
        and s.admitted_at > d.discharged_at
        and s.admission_date <= d.discharge_date + 29
    where s.is_readmission_candidate
),

counted as (
    select
        cast(date_trunc('month', d.discharge_date + 30) as date) as month_date,
        d.provider_key,
        d.commissioner_key,
        count(*) as index_discharges,
        count(r.spell_id) as readmissions
    from discharged as d
    left join readmitted as r on r.spell_id = d.spell_id
    group by 1, 2, 3
),

by_basis as (
    select month_date, 'provider' as basis, provider_key as organisation_key, index_discharges, readmissions
    from counted
    union all
    select month_date, 'commissioner' as basis, commissioner_key as organisation_key, index_discharges, readmissions
    from counted
)

select
    month_date,  -- First day of the month in which the thirty days after the discharge were over.
    basis,  -- provider, by the trust that discharged, or commissioner, by the CCG of residence.
    organisation_key,  -- The organisation; dim_organisation.
    cast(sum(index_discharges) as bigint) as index_discharges,  -- Discharges alive of emergency and ordinary elective patients who are known.
    cast(sum(readmissions) as bigint) as readmissions  -- Of these, followed by an emergency admission to any of our providers on the day itself or the 29 days after it.
from by_basis
group by month_date, basis, organisation_key
