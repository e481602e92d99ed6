-- Inpatient spells by hand: landed Parquet to star and measures. The variable inpatient_spell holds the files of the feed's batches.
create table dim_admission_method (admission_method_key smallint, admission_method_code text, admission_group text);
insert into dim_admission_method values
    (1, '11', 'elective'), (2, '12', 'elective'), (3, '13', 'elective'), (4, '21', 'emergency'), (5, '22', 'emergency'),
    (6, '23', 'emergency'), (7, '24', 'emergency'), (8, '25', 'emergency'), (9, '2A', 'emergency'), (10, '2B', 'emergency'),
    (11, '2C', 'emergency'), (12, '2D', 'emergency'), (13, '28', 'emergency'), (14, '31', 'maternity'), (15, '32', 'maternity'),
    (16, '81', 'other'), (17, '82', 'birth'), (18, '83', 'birth'), (19, '84', 'other'), (20, '89', 'other');

create table if not exists dim_specialty (specialty_key smallint, specialty_code text);
insert into dim_specialty (specialty_key, specialty_code)
select specialty_key, specialty_code
from (values
    (0, 'unknown'), (1, '100'), (2, '101'), (3, '110'), (4, '120'), (5, '130'), (6, '140'), (7, '150'), (8, '160'), (9, '170'), (10,
    '300'), (11, '301'), (12, '320'), (13, '330'), (14, '340'), (15, '400'), (16, '410'), (17, '430'), (18, '502'), (19, 'X01'), (20,
    '171'), (21, '180'), (22, '190'), (23, '191'), (24, '192'), (25, '302'), (26, '303'), (27, '307'), (28, '314'), (29, '350'), (30,
    '361'), (31, '370'), (32, '420'), (33, '422'), (34, '424'), (35, '501'), (36, '503'), (37, '560'), (38, '650'), (39, '800'), (40,
    '811'), (41, 'X02'), (42, 'X03'), (43, 'X04'), (44, 'X05'), (45, 'X06')
) as s (specialty_key, specialty_code)
where specialty_key not in (select specialty_key from dim_specialty);

insert into reject
select
    'inpatient_spell',
    cast(SpellId as text),
    case
        when AdmittedAt is null or AdmittedAt in (timestamp '1800-01-01', timestamp '1801-01-01') then 'AdmittedAt required'
        when AdmittedAt < timestamp '2012-04-01' then 'AdmittedAt minimum'
        when ModifiedAt is null then 'ModifiedAt required'
        when ProviderCode is null then 'ProviderCode required'
        when upper(trim(ProviderCode)) not in ('RJ1', 'RJZ', 'RJ2') then 'ProviderCode allowed'
        when AdmissionMethod is null then 'AdmissionMethod required'
        when PatientClassification is null then 'PatientClassification required'
        when upper(trim(PatientClassification)) not in ('1', '2', '3', '4', '5') then 'PatientClassification allowed'
        when EpisodeCount is null or EpisodeCount < 0 then 'EpisodeCount minimum'
        when DischargedAt in (timestamp '1800-01-01', timestamp '1801-01-01') and DischargeMethod <> '8' then 'finished_has_discharge'
        when DischargedAt is null and DischargeMethod <> '8' then 'finished_has_discharge'
        when DischargedAt < AdmittedAt then 'leaves_after_admission'
        when PatientClassification = '2' and cast(DischargedAt as date) <> cast(AdmittedAt as date) then 'day_case_stays_no_night'
    end as reason
from read_parquet(getvariable('inpatient_spell'))
where reason is not null;

create temp table repeated_spell as
select SpellId
from read_parquet(getvariable('inpatient_spell'))
group by SpellId
having count(*) > 1;

insert into dim_organisation
select (select max(organisation_key) from dim_organisation) + row_number() over (order by ods_code), ods_code, 'other'
from (
    select distinct upper(trim(CommissionerCode)) as ods_code
    from read_parquet(getvariable('inpatient_spell'))
    where regexp_full_match(upper(trim(CommissionerCode)), '[0-9A-Z]{3,6}')
)
where ods_code not in (select ods_code from dim_organisation);

create table fact_inpatient_spell as
with landed as (
    select
        SpellId,
        PatientPseudonym,
        upper(trim(ProviderCode)) as ProviderCode,
        upper(trim(SiteCode)) as SiteCode,
        upper(trim(CommissionerCode)) as CommissionerCode,
        upper(trim(AdmissionMethod)) as AdmissionMethod,
        upper(trim(PatientClassification)) as PatientClassification,
        upper(trim(IntendedManagement)) as IntendedManagement,
        AdmittedAt,
        case when DischargedAt not in (timestamp '1800-01-01', timestamp '1801-01-01') then DischargedAt end as DischargedAt,
        upper(trim(DischargeMethod)) as DischargeMethod,
        upper(trim(DischargeDestination)) as DischargeDestination,
        upper(trim(FirstSpecialty)) as FirstSpecialty,
        upper(trim(LastSpecialty)) as LastSpecialty,
        EpisodeCount,
        upper(trim(Sex)) as Sex,
        trim(AgeBand) as AgeBand,
        ModifiedAt,
        file_index,
        file_row_number
    from read_parquet(getvariable('inpatient_spell'))
),

sound as (
    select *
    from landed
    where AdmittedAt >= timestamp '2012-04-01'
      and ProviderCode in ('RJ1', 'RJZ', 'RJ2')
      and AdmissionMethod is not null
      and PatientClassification in ('1', '2', '3', '4', '5')
      and coalesce(DischargedAt >= AdmittedAt, true)
      and (DischargedAt is not null or coalesce(DischargeMethod = '8', true))
      and (PatientClassification <> '2' or coalesce(cast(DischargedAt as date) = cast(AdmittedAt as date), true))
),

kept as (
    select * exclude (file_index, file_row_number)
    from sound
    where SpellId not in (select SpellId from repeated_spell)
    union all
    select * exclude (file_index, file_row_number)
    from sound
    where SpellId in (select SpellId from repeated_spell)
    qualify row_number() over (partition by SpellId order by ModifiedAt desc, file_index desc, file_row_number desc) = 1
),

stayed as (
    select
        k.*,
        cast(k.AdmittedAt as date) as admission_date,
        cast(k.DischargedAt as date) as discharge_date,
        cast(k.DischargedAt as date) - cast(k.AdmittedAt as date) as nights,
        coalesce(m.admission_method_key, 0) as admission_method_key,
        coalesce(m.admission_group, 'other') as admission_group
    from kept as k
    left join dim_admission_method as m on m.admission_method_code = k.AdmissionMethod
),

delivered as (
    select
        *,
        cast(case
            when admission_group = 'elective' and PatientClassification in ('3', '4') then 3
            when admission_group = 'elective' and PatientClassification = '2' and IntendedManagement = '2' and nights = 0 then 1
            when admission_group = 'elective' then 2
            when admission_group = 'emergency' and nights = 0 then 4
            when admission_group = 'emergency' then 5
            when admission_group in ('maternity', 'birth') then 6
            when AdmissionMethod = '81' then 7
            else 0
        end as smallint) as point_of_delivery_key
    from stayed
)

select
    s.SpellId as spell_id,
    p.organisation_key as provider_key,
    coalesce(c.organisation_key, 0) as commissioner_key,
    s.admission_method_key,
    s.point_of_delivery_key,
    coalesce(f.specialty_key, 0) as first_specialty_key,
    coalesce(l.specialty_key, 0) as last_specialty_key,
    cast(coalesce(list_position(['0-4', '5-17', '18-39', '40-64', '65-74', '75-84', '85+'], s.AgeBand), 0) as smallint) as age_band_key,
    s.admission_date,
    s.discharge_date,
    s.AdmittedAt as admitted_at,
    s.DischargedAt as discharged_at,
    cast(s.nights as integer) as length_of_stay_days,
    s.admission_group = 'emergency' as is_emergency,
    s.point_of_delivery_key in (1, 2) as is_elective,
    s.point_of_delivery_key = 1 as is_day_case,
    s.admission_group = 'maternity' as is_maternity,
    coalesce(s.nights = 0, false) as is_zero_day,
    s.PatientPseudonym is not null and s.discharge_date is not null and s.point_of_delivery_key in (2, 4, 5)
        and coalesce(s.DischargeMethod, '') not in ('4', '5') as is_readmission_index,
    s.PatientPseudonym is not null and s.admission_group = 'emergency'
        and coalesce(s.FirstSpecialty, '') not in ('501', '560', '370', '800') as is_readmission_candidate,
    cast(s.EpisodeCount as smallint) as episode_count,
    s.PatientPseudonym as patient_pseudonym,
    s.Sex as sex_code,
    s.SiteCode as site_code,
    s.PatientClassification as patient_classification_code,
    s.IntendedManagement as intended_management_code,
    s.DischargeMethod as discharge_method_code,
    s.DischargeDestination as discharge_destination_code,
    s.ModifiedAt as modified_at
from delivered as s
left join dim_organisation as p on p.ods_code = s.ProviderCode
left join dim_organisation as c on c.ods_code = s.CommissionerCode
left join dim_specialty as f on f.specialty_code = s.FirstSpecialty
left join dim_specialty as l on l.specialty_code = s.LastSpecialty;

-- The grain, and orphans: the script stops where one is found.
select case when count(*) > 0 then error('a spell stands twice') end
from (select spell_id from fact_inpatient_spell group by spell_id having count(*) > 1);
select case when count(*) > 0 then error('leaves before admission') end from fact_inpatient_spell where discharged_at < admitted_at;
select case when count(*) > 0 then error('an orphan') end from fact_inpatient_spell where provider_key is null or age_band_key is null;

-- Discharges and admissions by month, one pass each.
insert into measure_value (month_date, basis, organisation_key, measure, value)
with counted as (
    select
        cast(date_trunc('month', discharge_date) as date) as month_date,
        provider_key,
        commissioner_key,
        sum(length_of_stay_days) filter (where point_of_delivery_key = 5) as inpatient_emergency_overnight_days,
        count(*) filter (where point_of_delivery_key = 5) as inpatient_emergency_overnight_discharges,
        count(*) filter (where is_emergency) as inpatient_emergency_discharges,
        count(*) filter (where point_of_delivery_key = 4) as inpatient_emergency_zero_day_discharges,
        sum(length_of_stay_days) filter (where point_of_delivery_key = 2) as inpatient_elective_overnight_days,
        count(*) filter (where point_of_delivery_key = 2 and not is_zero_day) as inpatient_elective_overnight_discharges,
        count(*) filter (where is_day_case) as inpatient_day_cases,
        count(*) filter (where is_elective) as inpatient_elective_discharges
    from fact_inpatient_spell
    where discharge_date is not null
    group by all
),

long as (
    unpivot counted on columns(* exclude (month_date, provider_key, commissioner_key)) into name measure value value
)

select month_date, 'provider', provider_key, measure, sum(value) from long group by all
union all
select month_date, 'commissioner', commissioner_key, measure, sum(value) from long group by all;

insert into measure_value (month_date, basis, organisation_key, measure, value)
with counted as (
    select
        cast(date_trunc('month', admission_date) as date) as month_date,
        provider_key,
        commissioner_key,
        count(*) filter (where is_emergency) as inpatient_emergency_admissions,
        count(*) filter (where is_elective) as inpatient_elective_admissions
    from fact_inpatient_spell
    where admission_date >= (select min(discharge_date) from fact_inpatient_spell)
    group by all
),

long as (
    unpivot counted on columns(* exclude (month_date, provider_key, commissioner_key)) into name measure value value
)

select month_date, 'provider', provider_key, measure, sum(value) from long group by all
union all
select month_date, 'commissioner', commissioner_key, measure, sum(value) from long group by all;

-- Midnights in hospital: changes by day, added up, then summed by month.
insert into measure_value (month_date, basis, organisation_key, measure, value)
with stay as (
    select
        provider_key,
        commissioner_key,
        is_emergency,
        admission_date,
        coalesce(discharge_date, (select max(admission_date) from fact_inpatient_spell) + 1) as leaving_date
    from fact_inpatient_spell
    where (is_emergency or is_elective) and not is_zero_day
),

change as (
    select provider_key, commissioner_key, admission_date + n as day,
        count(*) filter (where n = 0 and is_emergency) as inpatient_emergency_bed_days,
        count(*) filter (where n = 6) as inpatient_bed_days_7_days,
        count(*) filter (where n = 20) as inpatient_bed_days_21_days
    from stay
    cross join (values (0), (6), (20)) as m (n)
    where leaving_date > admission_date + n
    group by all
    union all
    select provider_key, commissioner_key, leaving_date,
        -count(*) filter (where is_emergency),
        -count(*) filter (where leaving_date - admission_date > 6),
        -count(*) filter (where leaving_date - admission_date > 20)
    from stay
    group by all
),

long as (
    unpivot change on inpatient_emergency_bed_days, inpatient_bed_days_7_days, inpatient_bed_days_21_days into name measure value value
),

by_basis as (
    select 'provider' as basis, provider_key as organisation_key, measure, day, sum(value) as value from long group by all
    union all
    select 'commissioner', commissioner_key, measure, day, sum(value) from long group by all
),

standing as (
    select d.day, d.basis, d.organisation_key, d.measure,
        sum(coalesce(b.value, 0)) over (partition by d.basis, d.organisation_key, d.measure order by d.day) as value
    from (
        select unnest(generate_series((select min(admission_date) from stay), (select max(admission_date) from fact_inpatient_spell), interval 1 day))::date as day,
            basis, organisation_key, measure
        from (select distinct basis, organisation_key, measure from by_basis)
    ) as d
    left join by_basis as b using (day, basis, organisation_key, measure)
)

select date_trunc('month', day)::date, basis, organisation_key, measure, sum(value)
from standing
where day >= (select min(discharge_date) from fact_inpatient_spell)
group by all;

-- Readmissions, in the month in which the thirty days were over.
insert into measure_value (month_date, basis, organisation_key, measure, value)
with discharged as (
    select spell_id, provider_key, commissioner_key, patient_pseudonym, discharged_at, discharge_date
    from fact_inpatient_spell
    where is_readmission_index and discharge_date + 30 <= (select max(admission_date) from fact_inpatient_spell)
),

readmitted as (
    select distinct d.spell_id
    from discharged as d
    inner join fact_inpatient_spell as s
        on s.patient_pseudonym = d.patient_pseudonym
        and s.admitted_at > d.discharged_at
        and s.admission_date <= d.discharge_date + 29
    where s.is_readmission_candidate
),

counted as (
    select date_trunc('month', discharge_date + 30)::date as month_date, provider_key, commissioner_key,
        count(*) as inpatient_readmission_index_discharges,
        count(r.spell_id) as inpatient_readmissions_within_30_days
    from discharged as d
    left join readmitted as r on r.spell_id = d.spell_id
    group by all
),

long as (
    unpivot counted on inpatient_readmission_index_discharges, inpatient_readmissions_within_30_days into name measure value value
)

select month_date, 'provider', provider_key, measure, sum(value) from long group by all
union all
select month_date, 'commissioner', commissioner_key, measure, sum(value) from long group by all;
