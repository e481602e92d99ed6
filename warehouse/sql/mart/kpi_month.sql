-- Monthly KPI values with names: one row per KPI, organisation and month.
-- Example: select title, short_name, value, plan, status from mart.kpi_month where month_label = '2018-12' order by title, short_name;
select
    v.kpi,  -- The KPI.
    k.title,  -- What pages call it.
    k.perspective,  -- patients, activity_and_process, workforce or money.
    k.unit,  -- How the value is read; percent is held as a fraction.
    v.level,  -- partnership, provider or ccg.
    v.ods_code,  -- The organisation.
    coalesce(o.short_name, v.ods_code) as short_name,  -- Its name on charts.
    v.period_start_date as month_date,  -- First day of the month.
    d.month_label,  -- The month as 2018-12.
    d.financial_year,  -- NHS financial year, as 2016/17.
    v.numerator,  -- Measure above the line.
    v.denominator,  -- Measure below the line.
    v.value,  -- The value.
    v.baseline,  -- Reference level.
    v.plan,  -- What the status is judged against.
    v.target,  -- The level to reach by its date.
    v.variance,  -- Distance from plan, positive is better.
    v.status,  -- green, amber, red or grey.
    v.status_reason,  -- Why it is grey.
    v.is_partial,  -- The data do not reach the end of the month.
    v.is_stale  -- A feed behind it failed or is past its freshness.
from scorecard.kpi_value as v
inner join scorecard.kpi as k on k.kpi = v.kpi and k.version = v.version
inner join star.dim_date as d on d.calendar_date = v.period_start_date
left join star.dim_organisation as o on o.ods_code = v.ods_code
where v.period_kind = 'month'
