-- How many rows differ between our load and the one by hand: facts by their columns, organisations by code, KPI values within 1e-12.
with ours as (
    select f.* exclude (batch_key, provider_key, commissioner_key), p.ods_code as provider_code, coalesce(nullif(c.ods_code, 'unknown'), '') as commissioner_code
    from ours.star.fact_ae_attendance as f
    inner join ours.star.dim_organisation as p on p.organisation_key = f.provider_key
    inner join ours.star.dim_organisation as c on c.organisation_key = f.commissioner_key
),

hand as (
    select f.* exclude (provider_key, commissioner_key), p.ods_code as provider_code, coalesce(c.ods_code, '') as commissioner_code
    from hand.fact_ae_attendance as f
    inner join hand.dim_organisation as p on p.organisation_key = f.provider_key
    left join hand.dim_organisation as c on c.organisation_key = f.commissioner_key
),

facts as (
    select abs(a.row_count - b.row_count) + case when a.content is distinct from b.content then 1 else 0 end as differing
    from (select count(*) as row_count, bit_xor(hash(columns(*))) as content from (select hash(ours) as content from ours)) as a,
        (select count(*) as row_count, bit_xor(hash(columns(*))) as content from (select hash(hand) as content from hand)) as b
),

kpi_values as (
    select count(*) as differing
    from ours.scorecard.kpi_value as o
    full join hand.kpi_value as h
        on h.kpi = o.kpi and h.level = o.level and h.ods_code = o.ods_code and h.period_kind = o.period_kind
        and h.last_month = date_trunc('month', o.period_end_date)
    where o.value is not null
      and o.kpi <> 'ae_attendances'
      and (h.value is null or abs(o.value - h.value) > 1e-12)
)

select cast((select sum(differing) from facts) + (select sum(differing) from kpi_values) as bigint)
