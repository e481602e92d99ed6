-- ae_monthly_return: one row per organisation, month and department group, its measures.
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

select case when count(*) > 0 then error('a month stands twice') end
from (select 1 from fact_ae_monthly_return group by organisation_key, month_date, department_group having count(*) > 1);

insert into measure_value by name
select month_date, 'provider' as basis, organisation_key, 'ae_return_attendances' as measure, sum(attendances) as value
from fact_ae_monthly_return
group by all
union all
select month_date, 'provider', organisation_key, 'ae_return_attendances_within_four_hours', sum(attendances - attendances_over_four_hours)
from fact_ae_monthly_return
group by all;
