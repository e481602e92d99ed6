-- Patients in hospital at midnight: one row per day that ends, basis and organisation, from the first discharge that we hold to the last
-- admission: of who had left before, nothing is known.
-- Emergency and ordinary elective spells; maternity, births and transfers are left out. Provider and commissioner rows hold the same patients.
-- Example: select census_date, patients, patients_21_days from mart.inpatient_census_day where basis = 'provider' and organisation_key = 2 order by census_date;
with reach as (
    select
        min(admission_date) as first_date,
        min(discharge_date) as first_known_date,
        max(admission_date) as last_date
    from star.fact_inpatient_spell
),

-- A patient who is still in hospital is there on the last midnight that we know of.
stay as (
    select
        s.provider_key,
        s.commissioner_key,
        s.is_emergency,
        s.admission_date,
        coalesce(s.discharge_date, r.last_date + 1) as leaving_date
    from star.fact_inpatient_spell as s
    cross join reach as r
    where (s.is_emergency or s.is_elective)
        and not s.is_zero_day
),

-- The seventh midnight of a stay is the one six days after the admission: from then on the patient has been there seven days.
milestone (nights_before) as (
    values (0), (6), (20)
),

change as (
    select
        s.provider_key,
        s.commissioner_key,
        s.admission_date + m.nights_before as change_date,
        count(*) filter (where m.nights_before = 0) as patients,
        count(*) filter (where m.nights_before = 0 and s.is_emergency) as emergency_patients,
        count(*) filter (where m.nights_before = 6) as patients_7_days,
        count(*) filter (where m.nights_before = 20) as patients_21_days
    from stay as s
    cross join milestone as m
    where s.leaving_date > s.admission_date + m.nights_before
    group by 1, 2, 3
    union all
    select
        provider_key,
        commissioner_key,
        leaving_date as change_date,
        -count(*) as patients,
        -count(*) filter (where is_emergency) as emergency_patients,
        -count(*) filter (where leaving_date - admission_date > 6) as patients_7_days,
        -count(*) filter (where leaving_date - admission_date > 20) as patients_21_days
    from stay
    group by 1, 2, 3
),

by_basis as (
    select 'provider' as basis, provider_key as organisation_key, change_date, patients, emergency_patients, patients_7_days, patients_21_days
    from change
    union all
    select 'commissioner' as basis, commissioner_key as organisation_key, change_date, patients, emergency_patients, patients_7_days, patients_21_days
    from change
),

-- Every organisation has every day, so that days without a change count too.
every_day as (
    select
        o.basis,
        o.organisation_key,
        d.calendar_date as change_date,
        0 as patients,
        0 as emergency_patients,
        0 as patients_7_days,
        0 as patients_21_days
    from star.dim_date as d
    inner join reach as r on d.calendar_date between r.first_date and r.last_date
    cross join (select distinct basis, organisation_key from by_basis) as o
),

by_day as (
    select
        basis,
        organisation_key,
        change_date,
        sum(patients) as patients,
        sum(emergency_patients) as emergency_patients,
        sum(patients_7_days) as patients_7_days,
        sum(patients_21_days) as patients_21_days
    from (
        select basis, organisation_key, change_date, patients, emergency_patients, patients_7_days, patients_21_days
        from by_basis
        union all
        select basis, organisation_key, change_date, patients, emergency_patients, patients_7_days, patients_21_days
        from every_day
    ) as changes
    group by basis, organisation_key, change_date
),

standing as (
    select
        basis,
        organisation_key,
        change_date as census_date,
        sum(patients) over so_far as patients,
        sum(emergency_patients) over so_far as emergency_patients,
        sum(patients_7_days) over so_far as patients_7_days,
        sum(patients_21_days) over so_far as patients_21_days
    from by_day
    window so_far as (partition by basis, organisation_key order by change_date)
)

select
    s.census_date,  -- The day at whose end the patients are counted.
    s.basis,  -- provider, by the trust they are in, or commissioner, by the CCG of residence.
    s.organisation_key,  -- The organisation; dim_organisation.
    cast(s.patients as bigint) as patients,  -- In hospital at midnight: occupied beds.
    cast(s.emergency_patients as bigint) as emergency_patients,  -- Of these, admitted as an emergency.
    cast(s.patients_7_days as bigint) as patients_7_days,  -- Of these, in hospital for seven midnights or more, this one included.
    cast(s.patients_21_days as bigint) as patients_21_days  -- Of these, for twenty-one midnights or more.
from standing as s
cross join reach as r
where s.census_date between r.first_known_date and r.last_date
