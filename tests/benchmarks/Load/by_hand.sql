-- The same work as one hand-written script: landed Parquet to star, measures and KPI values, with the checks that a careful analyst would
-- make. The variables ae_attendance and ae_monthly_return hold the files of each feed's batches.
create table dim_organisation (organisation_key integer, ods_code text, organisation_level text);
insert into dim_organisation
select row_number() over (order by ods_code), ods_code, coalesce(organisation_level, 'other')
from (
    select ods_code, any_value(level) as organisation_level
    from read_csv(getvariable('organisations'), all_varchar = true)
    group by ods_code
);

create temp table checked as
select
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
from read_parquet(getvariable('ae_attendance'))
where reason is not null;

create table reject as
select * from checked;

create temp table repeated as
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

create table fact_ae_monthly_return as
select
    o.organisation_key,
    cast(r.period_date as date) as month_date,
    r.department_group,
    cast(r.attendances as bigint) as attendances,
    cast(r.attendances_over_four_hours as bigint) as attendances_over_four_hours,
    cast(r.emergency_admissions as bigint) as emergency_admissions
from read_parquet(getvariable('ae_monthly_return')) as r
left join dim_organisation as o on o.ods_code = upper(trim(r.organisation_code));

-- The grain, and orphans: the script stops where one is found.
select case when count(*) > 0 then error('an attendance stands twice') end
from (select attendance_id from fact_ae_attendance group by attendance_id having count(*) > 1);
select case when count(*) > 0 then error('departs before arrival') end from fact_ae_attendance where departed_at < arrived_at;
select case when count(*) > 0 then error('an orphan') end from fact_ae_attendance where provider_key is null or age_band_key is null;
select case when count(*) > 0 then error('a month stands twice') end
from (select 1 from fact_ae_monthly_return group by organisation_key, month_date, department_group having count(*) > 1);

-- Measures, one pass over the fact.
create table measure_value as
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

insert into measure_value
select month_date, 'provider', organisation_key, 'ae_return_attendances', sum(attendances) from fact_ae_monthly_return group by all
union all
select month_date, 'provider', organisation_key, 'ae_return_attendances_within_four_hours', sum(attendances - attendances_over_four_hours)
from fact_ae_monthly_return group by all;

-- KPI values by level, organisation and month; longer periods are sums over the months they hold.
create table kpi_value as
with kpi (kpi, numerator, denominator) as (
    values
        ('ae_four_hour', 'ae_attendances_within_four_hours', 'ae_attendances'),
        ('ae_four_hour_type_1', 'ae_type_1_attendances_within_four_hours', 'ae_type_1_attendances'),
        ('ae_four_hour_as_published', 'ae_return_attendances_within_four_hours', 'ae_return_attendances'),
        ('ae_attendances', 'ae_attendances', null),
        ('ae_conversion_to_admission', 'ae_type_1_emergency_admissions', 'ae_type_1_attendances')
),

members as (
    select m.measure, m.month_date, m.value, o.organisation_level as level, o.ods_code
    from measure_value as m
    inner join dim_organisation as o using (organisation_key)
    where o.organisation_level in ('provider', 'ccg')
    union all
    select m.measure, m.month_date, sum(m.value), 'partnership', 'SEL'
    from measure_value as m
    inner join dim_organisation as o using (organisation_key)
    where m.basis = 'provider' and o.organisation_level = 'provider'
    group by m.measure, m.month_date
),

months as (
    select k.kpi, n.level, n.ods_code, n.month_date, n.value as numerator, d.value as denominator
    from kpi as k
    inner join members as n on n.measure = k.numerator
    left join members as d on d.measure = k.denominator and d.level = n.level and d.ods_code = n.ods_code and d.month_date = n.month_date
),

periods as (
    select 'month' as period_kind, month_date as first_month, month_date as last_month from (select distinct month_date from months)
    union all
    select 'quarter', cast(date_trunc('quarter', month_date) as date), cast(date_trunc('quarter', month_date) + interval '2 months' as date)
    from (select distinct date_trunc('quarter', month_date) as month_date from months)
    union all
    select 'year_to_date', make_date(year(month_date) - case when month(month_date) < 4 then 1 else 0 end, 4, 1), month_date
    from (select distinct month_date from months)
    union all
    select 'rolling_12', cast(month_date - interval '11 months' as date), month_date from (select distinct month_date from months)
)

select
    m.kpi,
    m.level,
    m.ods_code,
    p.period_kind,
    p.last_month,
    sum(m.numerator) as numerator,
    sum(m.denominator) as denominator,
    sum(m.numerator) / case when any_value(m.denominator) is null then null else nullif(sum(m.denominator), 0) end as value
from months as m
inner join periods as p on m.month_date between p.first_month and p.last_month
group by all;
