-- KPI values by level, organisation and period, from months: flows add up, stocks take their last month, percentiles look into the bands.
create temp table member_month as
select m.measure, m.month_date, o.organisation_level as level, o.ods_code, m.band, sum(m.value) as value
from measure_value as m
inner join dim_organisation as o using (organisation_key)
where (m.basis = 'provider' and o.organisation_level = 'provider') or (m.basis = 'commissioner' and o.organisation_level = 'ccg')
group by all;

create temp table level_month as
select measure, month_date, level, ods_code, band, value
from member_month
union all
select m.measure, m.month_date, 'partnership ' || m.level, 'SEL', m.band, sum(m.value)
from member_month as m
group by m.measure, m.month_date, m.level, m.band;

create temp table kpi_month as
with levels (basis, kpi_level, measure_level) as (
    values
        ('provider', 'partnership', 'partnership provider'), ('commissioner', 'partnership', 'partnership ccg'),
        ('provider', 'provider', 'provider'), ('commissioner', 'provider', 'provider'),
        ('provider', 'ccg', 'ccg'), ('commissioner', 'ccg', 'ccg')
)

select k.kpi, l.kpi_level as level, n.ods_code, n.month_date, n.band, n.value as numerator, d.value as denominator, k.roll_up, k.percentile_share, k.open_from, k.denominator is null as is_count, k.per
from kpi as k
inner join levels as l on l.basis = k.basis
inner join level_month as n on n.measure = k.numerator and n.level = l.measure_level
left join level_month as d on d.measure = k.denominator and d.level = l.measure_level and d.ods_code = n.ods_code and d.month_date = n.month_date;

create temp table period as
with months as (select distinct month_date from kpi_month)

select 'month' as period_kind, month_date as first_month, month_date as last_month from months
union all
select 'quarter', cast(date_trunc('quarter', month_date) as date), cast(max(date_trunc('quarter', month_date)) + interval '2 months' as date)
from months
group by date_trunc('quarter', month_date)
union all
select 'year_to_date', make_date(year(month_date) - case when month(month_date) < 4 then 1 else 0 end, 4, 1), month_date from months
union all
select 'rolling_12', cast(month_date - interval '11 months' as date), month_date from months;

create table kpi_value as
with held as (
    select m.*, p.period_kind, p.last_month, max(m.month_date) over (partition by m.kpi, m.level, m.ods_code, p.period_kind, p.last_month) as newest
    from kpi_month as m
    inner join period as p on m.month_date between p.first_month and p.last_month
),

rolled_up as (
    select kpi, level, ods_code, period_kind, last_month, band, percentile_share, open_from, is_count, per, roll_up,
        count(*) as months, sum(numerator) as numerator, sum(denominator) as denominator, sum(day(last_day(month_date))) as days
    from held
    where roll_up <> 'last' or month_date = newest
    group by all
),

running as (
    select *, sum(numerator) over w as reached, sum(numerator) over (partition by kpi, level, ods_code, period_kind, last_month) as everybody
    from rolled_up
    where percentile_share is not null
    window w as (partition by kpi, level, ods_code, period_kind, last_month order by band)
)

select kpi, level, ods_code, period_kind, last_month,
    case
        when is_count and per <> 'period' then sum(numerator) / max(days)
        when is_count and roll_up = 'mean' then sum(numerator) / max(months)
        when is_count then sum(numerator)
        else sum(numerator) / nullif(sum(denominator), 0)
    end as value
from rolled_up
where percentile_share is null
group by kpi, level, ods_code, period_kind, last_month, is_count, per, roll_up
union all
select kpi, level, ods_code, period_kind, last_month, min(case when band < open_from then band + (percentile_share * everybody - (reached - numerator)) / numerator end)
from running
where reached >= percentile_share * everybody and reached - numerator < percentile_share * everybody
group by all;
