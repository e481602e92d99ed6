-- The KPIs over inpatient spells a second, naive way, from the landed Parquet: one row per KPI, level, organisation and month.
with spell as (
    select distinct on (SpellId)
        SpellId as id,
        PatientPseudonym as patient,
        upper(trim(ProviderCode)) as provider,
        upper(trim(CommissionerCode)) as ccg,
        AdmittedAt as admitted_at,
        DischargedAt as discharged_at,
        AdmittedAt::date as admitted_on,
        DischargedAt::date as discharged_on,
        DischargedAt::date - AdmittedAt::date as nights,
        AdmissionMethod in ('21', '22', '23', '24', '25', '2A', '2B', '2C', '2D', '28') as is_emergency,
        AdmissionMethod in ('11', '12', '13') and PatientClassification not in ('3', '4') as is_elective,
        PatientClassification = '2' and coalesce(IntendedManagement = '2', false) and DischargedAt::date = AdmittedAt::date as is_day,
        coalesce(DischargeMethod in ('4', '5'), false) as is_death,
        coalesce(FirstSpecialty in ('501', '560', '370', '800'), false) as is_excluded
    from read_parquet('{landing}/inpatient_spell/*/*.parquet')
    where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2')
        and AdmissionMethod is not null
        and PatientClassification in ('1', '2', '3', '4', '5')
        and AdmittedAt >= '2012-04-01'
        and (DischargedAt >= AdmittedAt or DischargedAt is null and DischargeMethod = '8')
        and (PatientClassification <> '2' or DischargedAt is null or DischargedAt::date = AdmittedAt::date)
    order by SpellId, ModifiedAt desc
),

reach as (
    select max(admitted_on) as last_day, min(discharged_on) as first_day from spell
),

placed as (
    select level, ods, s.*
    from spell as s,
        lateral (values ('partnership', 'SEL'), ('provider', provider), ('ccg', ccg)) as o (level, ods)
    where level <> 'ccg' or ods in ('07N', '07Q', '08A', '08K', '08L', '08Q')
),

-- One row per patient and midnight in hospital: the nth of the stay.
midnight as (
    select
        level,
        ods,
        is_emergency,
        unnest(range(1, (coalesce(discharged_on, last_day + 1) - admitted_on) + 1)) as nth,
        admitted_on
    from placed, reach
    where (is_emergency or is_elective) and coalesce(discharged_on, last_day + 1) > admitted_on
),

night as (
    select level, ods, is_emergency, nth, date_trunc('month', admitted_on + (nth - 1)::integer)::date as month
    from midnight, reach
    where admitted_on + (nth - 1)::integer >= first_day
),

-- A discharge is counted in the month in which its thirty days were over.
followed as (
    select
        p.level,
        p.ods,
        date_trunc('month', discharged_on + 30)::date as month,
        exists (
            select 1
            from spell as r
            where r.patient = p.patient
                and r.is_emergency
                and not r.is_excluded
                and r.admitted_at > p.discharged_at
                and r.admitted_on - p.discharged_on between 0 and 29
        ) as is_readmitted
    from placed as p, reach
    where p.patient is not null
        and (p.is_emergency or p.is_elective and not p.is_day)
        and not p.is_death
        and p.discharged_on <= last_day - 30
),

admitted as (
    select *, date_trunc('month', admitted_on)::date as month from placed, reach where admitted_on >= first_day
),

discharged as (
    select *, date_trunc('month', discharged_on)::date as month from placed where discharged_on is not null
)

select 'inpatient_emergency_los' as kpi, level, ods, month,
    sum(nights)::bigint as numerator, count(*) filter (nights > 0) as denominator
from discharged where is_emergency group by all
union all
select 'inpatient_elective_los', level, ods, month,
    sum(nights)::bigint, count(*) filter (nights > 0)
from discharged where is_elective group by all
union all
select 'inpatient_zero_day_share', level, ods, month, count(*) filter (nights = 0), count(*)
from discharged where is_emergency group by all
union all
select 'inpatient_day_case_rate', level, ods, month, count(*) filter (is_day), count(*)
from discharged where is_elective group by all
union all
select 'inpatient_readmissions_30_days', level, ods, month, count(*) filter (is_readmitted), count(*)
from followed group by all
union all
select 'inpatient_emergency_admissions', level, ods, month, count(*) filter (is_emergency), day(last_day(month))
from admitted group by all
union all
select 'inpatient_elective_admissions', level, ods, month, count(*) filter (is_elective), day(last_day(month))
from admitted group by all
union all
select 'inpatient_emergency_bed_days', level, ods, month, count(*) filter (is_emergency), day(last_day(month))
from night group by all
union all
select 'inpatient_stays_7_days', level, ods, month, count(*) filter (nth >= 7), day(last_day(month))
from night group by all
union all
select 'inpatient_stays_21_days', level, ods, month, count(*) filter (nth >= 21), day(last_day(month))
from night group by all
