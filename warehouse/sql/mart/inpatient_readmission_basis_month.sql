-- Emergency readmissions within 30 days by month, basis and organisation: one row each. The month is that in which the thirty days after the
-- discharge were over, so that nothing is counted before its outcome is known. Crude: no standardisation, spells not joined across transfers.
-- Example: select month_date, readmissions * 1.0 / index_discharges from mart.inpatient_readmission_basis_month where basis = 'provider' and organisation_key = 2 order by month_date;
with reach as (
    select max(admission_date) as last_date
    from star.fact_inpatient_spell
),

-- A patient's admissions and discharges in the order of the clock; of two at one minute the admission comes first.
event as (
    select
        patient_pseudonym,
        admitted_at as happened_at,
        0 as event_order,
        admission_date as readmission_date,
        spell_id,
        0 as provider_key,
        0 as commissioner_key,
        admission_date as event_date
    from star.fact_inpatient_spell
    where is_readmission_candidate
    union all
    select
        patient_pseudonym,
        discharged_at as happened_at,
        1 as event_order,
        cast(null as date) as readmission_date,
        spell_id,
        provider_key,
        commissioner_key,
        discharge_date as event_date
    from star.fact_inpatient_spell
    where is_readmission_index
),

followed as (
    select
        event_order,
        provider_key,
        commissioner_key,
        event_date as discharge_date,
        min(readmission_date) over (
            partition by patient_pseudonym order by happened_at, event_order, spell_id
            rows between 1 following and unbounded following
        ) as next_date
    from event
),

counted as (
    select
        cast(date_trunc('month', f.discharge_date + 30) as date) as month_date,
        f.provider_key,
        f.commissioner_key,
        count(*) as index_discharges,
        count(*) filter (where f.next_date - f.discharge_date <= 29) as readmissions
    from followed as f
    cross join reach as r
    where f.event_order = 1
        and f.discharge_date + 30 <= r.last_date
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
