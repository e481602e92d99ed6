-- The KPIs of the temporary shifts, naively: one row per KPI, level, organisation and month, straight from the landed Parquet.
with shift as (
    select distinct on (ShiftId)
        upper(trim(ProviderCode)) as provider,
        date_trunc('month', ShiftDate)::date as month,
        upper(trim(ShiftKind)) as kind,
        Hours as hours,
        HourlyRate as rate,
        CapRate as cap,
        Cost as cost,
        upper(trim(IsOnFramework)) as on_framework
    from read_parquet('{landing}/agency_shift/*/*.parquet')
    where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2', 'RPG', 'RV5')
        and upper(trim(ShiftKind)) in ('BANK', 'AGENCY', 'UNFILLED')
        and ShiftDate >= '2013-04-01'
        and Hours between 0.25 and 24
        and (upper(trim(ShiftKind)) = 'UNFILLED' or HourlyRate is not null and Cost is not null)
        and (Cost is null or HourlyRate is null or abs(Cost - Hours * HourlyRate) <= 0.01)
        and coalesce(HourlyRate, 0) >= 0
        and coalesce(CapRate, 0) >= 0
    order by ShiftId, ModifiedAt desc
),

counted as (
    select level, ods, s.*
    from shift as s,
        lateral (values ('partnership', 'SEL'), ('provider', provider)) as o (level, ods)
)

select
    'bank_share' as kpi,
    level,
    ods,
    month,
    count(*) filter (kind = 'BANK') as numerator,
    count(*) filter (kind <> 'UNFILLED') as denominator
from counted group by all
union all
select 'bank_fill_rate', level, ods, month, count(*) filter (kind = 'BANK'), count(*)
from counted group by all
union all
select 'agency_cap_overrides', level, ods, month, count(*) filter (rate > cap), count(*)
from counted where kind = 'AGENCY' and cap is not null group by all
union all
select 'agency_off_framework', level, ods, month, count(*) filter (on_framework = 'N'), count(*)
from counted where kind = 'AGENCY' group by all
union all
select 'agency_cost_per_hour', level, ods, month, sum(cost), sum(hours)
from counted where kind = 'AGENCY' group by all
