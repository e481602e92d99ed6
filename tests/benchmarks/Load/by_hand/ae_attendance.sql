-- ae_attendance: rejects, one row per attendance, its measures.
insert into reject
select 'ae_attendance', cast(AttendanceId as text), reason
from (select
    AttendanceId,
    case
        when ArrivedAt is null or ArrivedAt in (timestamp '1800-01-01', timestamp '1801-01-01') then 'ArrivedAt required'
        when ArrivedAt < timestamp '2013-04-01' then 'ArrivedAt minimum'
        when DepartedAt is null or DepartedAt in (timestamp '1800-01-01', timestamp '1801-01-01') then 'DepartedAt required'
        when ModifiedAt is null then 'ModifiedAt required'
        when upper(trim(ProviderCode)) not in ('RJ1', 'RJZ', 'RJ2') then 'ProviderCode allowed'
        when ProviderCode is null then 'ProviderCode required'
        when DepartmentType is null then 'DepartmentType required'
        when upper(trim(DepartmentType)) not in ('01', '02', '03', '04') then 'DepartmentType allowed'
        when upper(trim(DataSet)) not in ('AECDS', 'ECDS') then 'DataSet allowed'
        when DepartedAt < ArrivedAt then 'departs_after_arrival'
    end as reason
from read_parquet(getvariable('ae_attendance')))
where reason is not null;

create or replace temp table repeated as
select AttendanceId
from read_parquet(getvariable('ae_attendance'))
group by AttendanceId
having count(*) > 1;

insert into dim_organisation
select (select max(organisation_key) from dim_organisation) + row_number() over (order by ods_code), ods_code, 'other'
from (
    select distinct upper(trim(CommissionerCode)) as ods_code
    from read_parquet(getvariable('ae_attendance'))
    where regexp_full_match(upper(trim(CommissionerCode)), '[0-9A-Z]{3,6}')
)
where ods_code not in (select ods_code from dim_organisation);

create table fact_ae_attendance as
with landed as (
    select
        AttendanceId,
        PatientPseudonym,
        upper(trim(ProviderCode)) as ProviderCode,
        upper(trim(SiteCode)) as SiteCode,
        upper(trim(DepartmentType)) as DepartmentType,
        upper(trim(DataSet)) as DataSet,
        upper(trim(AttendanceCategory)) as AttendanceCategory,
        upper(trim(ArrivalMode)) as ArrivalMode,
        upper(trim(ReferralSource)) as ReferralSource,
        upper(trim(CommissionerCode)) as CommissionerCode,
        trim(PostcodeArea) as PostcodeArea,
        upper(trim(Sex)) as Sex,
        trim(AgeBand) as AgeBand,
        ArrivedAt,
        case when InitialAssessmentAt not in (timestamp '1800-01-01', timestamp '1801-01-01') then InitialAssessmentAt end as InitialAssessmentAt,
        case when SeenAt not in (timestamp '1800-01-01', timestamp '1801-01-01') then SeenAt end as SeenAt,
        case when DecidedToAdmitAt not in (timestamp '1800-01-01', timestamp '1801-01-01') then DecidedToAdmitAt end as DecidedToAdmitAt,
        DepartedAt,
        upper(trim(DisposalCode)) as DisposalCode,
        ModifiedAt,
        file_index,
        file_row_number
    from read_parquet(getvariable('ae_attendance'))
),

kept as (
    select * exclude (file_index, file_row_number)
    from landed
    where AttendanceId not in (select AttendanceId from repeated)
      and DepartedAt >= ArrivedAt
      and ArrivedAt >= timestamp '2013-04-01'
      and ProviderCode in ('RJ1', 'RJZ', 'RJ2')
      and DepartmentType in ('01', '02', '03', '04')
      and DataSet in ('AECDS', 'ECDS')
    union all
    select * exclude (file_index, file_row_number)
    from landed
    where AttendanceId in (select AttendanceId from repeated)
      and DepartedAt >= ArrivedAt
      and ArrivedAt >= timestamp '2013-04-01'
      and ProviderCode in ('RJ1', 'RJZ', 'RJ2')
      and DepartmentType in ('01', '02', '03', '04')
      and DataSet in ('AECDS', 'ECDS')
    qualify row_number() over (partition by AttendanceId order by ModifiedAt desc, file_index desc, file_row_number desc) = 1
)

select
    k.AttendanceId as attendance_id,
    p.organisation_key as provider_key,
    coalesce(c.organisation_key, 0) as commissioner_key,
    cast(k.DepartmentType as smallint) as department_type_key,
    cast(coalesce(list_position(['0-4', '5-17', '18-39', '40-64', '65-74', '75-84', '85+'], k.AgeBand), 0) as smallint) as age_band_key,
    cast(k.ArrivedAt as date) as arrival_date,
    k.ArrivedAt as arrived_at,
    k.InitialAssessmentAt as initial_assessment_at,
    k.SeenAt as seen_at,
    k.DecidedToAdmitAt as decided_to_admit_at,
    k.DepartedAt as departed_at,
    cast((epoch_us(k.DepartedAt) - epoch_us(k.ArrivedAt)) // 60000000 as integer) as stay_minutes,
    epoch_us(k.DepartedAt) - epoch_us(k.ArrivedAt) <= 14400000000 as is_within_four_hours,
    coalesce(k.DisposalCode = '01', false) as is_admitted,
    coalesce(k.AttendanceCategory = case k.DataSet when 'AECDS' then '2' else '4' end, false) as is_planned_follow_up,
    k.PatientPseudonym as patient_pseudonym,
    k.Sex as sex_code,
    k.PostcodeArea as postcode_area,
    k.SiteCode as site_code,
    k.DataSet as data_set_code,
    k.AttendanceCategory as attendance_category_code,
    k.ArrivalMode as arrival_mode_code,
    k.ReferralSource as referral_source_code,
    k.DisposalCode as disposal_code,
    k.ModifiedAt as modified_at
from kept as k
left join dim_organisation as p on p.ods_code = k.ProviderCode
left join dim_organisation as c on c.ods_code = k.CommissionerCode;

-- The grain, and orphans: the script stops where one is found.
select case when count(*) > 0 then error('an attendance stands twice') end
from (select attendance_id from fact_ae_attendance group by attendance_id having count(*) > 1);
select case when count(*) > 0 then error('departs before arrival') end from fact_ae_attendance where departed_at < arrived_at;
select case when count(*) > 0 then error('an orphan') end from fact_ae_attendance where provider_key is null or age_band_key is null;

-- Measures, one pass over the fact.
insert into measure_value by name
with counted as (
    select
        cast(date_trunc('month', arrival_date) as date) as month_date,
        provider_key,
        commissioner_key,
        department_type_key = 1 as is_type_1,
        count(*) as attendances,
        count(*) filter (where is_within_four_hours) as within_four_hours,
        count(*) filter (where is_admitted) as admissions
    from fact_ae_attendance
    where not is_planned_follow_up
    group by all
),

by_basis as (
    select month_date, 'provider' as basis, provider_key as organisation_key, is_type_1, attendances, within_four_hours, admissions from counted
    union all
    select month_date, 'commissioner', commissioner_key, is_type_1, attendances, within_four_hours, admissions from counted
)

unpivot (
    select
        month_date,
        basis,
        organisation_key,
        sum(attendances) as ae_attendances,
        sum(within_four_hours) as ae_attendances_within_four_hours,
        sum(attendances) filter (where is_type_1) as ae_type_1_attendances,
        sum(within_four_hours) filter (where is_type_1) as ae_type_1_attendances_within_four_hours,
        sum(admissions) filter (where is_type_1) as ae_type_1_emergency_admissions
    from by_basis
    group by all
)
on columns(* exclude (month_date, basis, organisation_key))
into name measure value value;

-- The long waits and re-attendances of A&E by hand, from fact_ae_attendance, one pass each.
insert into measure_value (month_date, basis, organisation_key, measure, value)
with counted as (
    select
        cast(date_trunc('month', arrival_date) as date) as month_date,
        provider_key,
        commissioner_key,
        count(*) filter (where stay_minutes >= 720) as ae_twelve_hour_stays,
        count(*) filter (where is_admitted and departed_at - decided_to_admit_at > interval 12 hour) as ae_twelve_hour_bed_waits,
        count(patient_pseudonym) as ae_unplanned_attendances
    from fact_ae_attendance
    where not is_planned_follow_up
    group by all
),

long as (
    unpivot counted on ae_twelve_hour_stays, ae_twelve_hour_bed_waits, ae_unplanned_attendances into name measure value value
)

select month_date, 'provider', provider_key, measure, sum(value) from long group by all
union all
select month_date, 'commissioner', commissioner_key, measure, sum(value) from long group by all;

insert into measure_value (month_date, basis, organisation_key, measure, value)
with followed as (
    select
        cast(date_trunc('month', arrival_date) as date) as month_date,
        provider_key,
        commissioner_key,
        is_planned_follow_up,
        arrived_at,
        lag(departed_at) over (partition by patient_pseudonym order by arrived_at, attendance_id) as before_departed_at
    from fact_ae_attendance
    where patient_pseudonym is not null
),

counted as (
    select month_date, provider_key, commissioner_key, count(*) as value
    from followed
    where not is_planned_follow_up and arrived_at - before_departed_at <= interval 7 day
    group by all
)

select month_date, 'provider', provider_key, 'ae_unplanned_reattendances', sum(value) from counted group by all
union all
select month_date, 'commissioner', commissioner_key, 'ae_unplanned_reattendances', sum(value) from counted group by all;
