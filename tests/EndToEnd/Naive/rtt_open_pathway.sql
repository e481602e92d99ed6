-- The KPIs of open RTT pathways counted again from landing: one row per KPI, level, organisation and month. The censuses where there are
-- any, the return for the months before.
with census as (
    select distinct
        PathwayId,
        CensusDate,
        upper(trim(ProviderCode)) as provider,
        upper(trim(CommissionerCode)) as ccg,
        upper(trim(TreatmentFunctionCode)) as function_code,
        CensusDate - ClockStartDate as days
    from read_parquet('{landing}/rtt_open_pathway/*/*.parquet')
    where upper(trim(ProviderCode)) in ('RJ1', 'RJZ', 'RJ2')
        and trim(TreatmentFunctionCode) <> ''
        and ClockStartDate between date '2007-01-01' and CensusDate
        and upper(trim(HasDecisionToAdmit)) in ('Y', 'N')
),

pathway as (
    select
        date_trunc('month', CensusDate)::date as month,
        provider,
        ccg,
        function_code = '110' as is_orthopaedic,
        days <= 18 * 7 as is_within,
        days > 52 * 7 as is_over_52,
        1 as pathways
    from census
    union all
    select
        period_date::date,
        upper(trim(provider_code)),
        upper(trim(commissioner_code)),
        trim(treatment_function_code) = '110',
        band::integer + 1 <= 18,
        band::integer + 1 > 52,
        pathways::bigint
    from read_parquet('{landing}/rtt_return/*/*.parquet')
    where upper(trim(part)) = 'PART_2'
        and band::integer >= 0
        and period_date::date < (select min(date_trunc('month', CensusDate)) from census)
),

counted as (
    select level, ods, p.*
    from pathway as p,
        lateral (values ('partnership', 'SEL'), ('provider', provider), ('ccg', ccg)) as o (level, ods)
    where level <> 'ccg' or ods in ('07N', '07Q', '08A', '08K', '08L', '08Q')
)

select
    'rtt_within_18_weeks' as kpi,
    level,
    ods,
    month,
    coalesce(sum(pathways) filter (is_within), 0) as numerator,
    sum(pathways) as denominator
from counted group by all
union all
select
    'rtt_within_18_weeks_orthopaedics', level, ods, month,
    coalesce(sum(pathways) filter (is_within), 0), sum(pathways)
from counted where is_orthopaedic group by all
union all
select 'rtt_list_size', level, ods, month, sum(pathways), null from counted group by all
union all
select 'rtt_over_52_weeks', level, ods, month, coalesce(sum(pathways) filter (is_over_52), 0), null from counted group by all
