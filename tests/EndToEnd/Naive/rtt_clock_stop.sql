-- The KPIs of RTT clock stops counted again from landing: one row per KPI, level, organisation and month.
with stop as (
    select distinct on (PathwayId)
        upper(trim(ProviderCode)) as provider,
        upper(trim(CommissionerCode)) as ccg,
        date_trunc('month', ClockStopDate)::date as month,
        upper(trim(IsAdmitted)) = 'Y' as is_admitted,
        ClockStopDate <= ClockStartDate + 18 * 7 as is_within
    from read_parquet('{landing}/rtt_clock_stop/*/*.parquet')
    where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2')
        and trim(TreatmentFunctionCode) <> ''
        and ClockStartDate >= date '2007-01-01'
        and ClockStopDate >= ClockStartDate
        and trim(StopStatus) between '30' and '36'
        and upper(trim(IsAdmitted)) in ('Y', 'N')
    order by PathwayId, ModifiedAt desc
),

counted as (
    select level, ods, s.*
    from stop as s,
        lateral (values ('partnership', 'SEL'), ('provider', provider), ('ccg', ccg)) as o (level, ods)
    where level <> 'ccg' or ods in ('07N', '07Q', '08A', '08K', '08L', '08Q')
)

select
    'rtt_clock_stops' as kpi,
    level,
    ods,
    month,
    count(*) as numerator,
    day(last_day(month)) as denominator
from counted group by all
union all
select 'rtt_completed_admitted_within_18_weeks', level, ods, month, count(*) filter (is_within), count(*)
from counted where is_admitted group by all
union all
select 'rtt_completed_non_admitted_within_18_weeks', level, ods, month, count(*) filter (is_within), count(*)
from counted where not is_admitted group by all
