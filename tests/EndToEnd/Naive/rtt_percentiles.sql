-- Percentiles of the wait of open RTT pathways worked out again from landing: one row per KPI, level, organisation and month. Everybody's
-- place in the queue is counted off in weeks of wait, and the wanted place is taken as far into its week as its place within it.
with census as (
    select distinct
        PathwayId,
        CensusDate,
        upper(trim(ProviderCode)) as provider,
        upper(trim(CommissionerCode)) as ccg,
        -- The first week ends with the seventh day.
        greatest(1, ceil((CensusDate - ClockStartDate) / 7.0)) as week_of_wait
    from read_parquet('{landing}/rtt_open_pathway/*/*.parquet')
    where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2')
        and trim(TreatmentFunctionCode) <> ''
        and ClockStartDate between date '2007-01-01' and CensusDate
        and upper(trim(HasDecisionToAdmit)) in ('Y', 'N')
),

pathway as (
    select date_trunc('month', CensusDate)::date as month, provider, ccg, week_of_wait, 1 as pathways
    from census
    union all
    select period_date::date, upper(trim(provider_code)), upper(trim(commissioner_code)), band::integer + 1, pathways::bigint
    from read_parquet('{landing}/rtt_return/*/*.parquet')
    where upper(trim(part)) = 'PART_2'
        and band::integer >= 0
        and period_date::date < (select min(date_trunc('month', CensusDate)) from census)
),

counted as (
    select level, ods, month, least(week_of_wait, 53) as week_of_wait, sum(pathways) as pathways
    from pathway,
        lateral (values ('partnership', 'SEL'), ('provider', provider), ('ccg', ccg)) as o (level, ods)
    where level <> 'ccg' or ods in ('07N', '07Q', '08A', '08K', '08L', '08Q')
    group by all
),

queued as (
    select
        *,
        sum(pathways) over (partition by level, ods, month order by week_of_wait) as up_to_here,
        sum(pathways) over (partition by level, ods, month) as everybody
    from counted
),

wanted (kpi, share) as (
    values ('rtt_median_wait', 0.5), ('rtt_92nd_percentile_wait', 0.92)
)

select distinct on (kpi, level, ods, month)
    kpi,
    level,
    ods,
    month,
    -- Above 52 weeks nobody knows how long.
    case when week_of_wait <= 52 then week_of_wait - (up_to_here - everybody * share)::double / pathways end as value
from queued
cross join wanted
where up_to_here >= everybody * share
order by kpi, level, ods, month, week_of_wait
