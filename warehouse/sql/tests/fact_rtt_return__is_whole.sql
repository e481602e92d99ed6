-- severity: warn
-- A provider's incomplete pathways of a month are at least four fifths of the month before: less is half a file, or a provider that left.
with listed as (
    select r.provider_key, r.month_date, sum(r.pathways) as pathways
    from star.fact_rtt_return as r
    inner join star.dim_rtt_part as p on p.part_key = r.part_key
    where p.part_code = 'PART_2'
    group by r.provider_key, r.month_date
)

select n.provider_key, n.month_date, n.pathways, b.pathways as pathways_before
from listed as n
inner join listed as b
    on b.provider_key = n.provider_key
    and b.month_date = cast(n.month_date - interval '1 month' as date)
where n.pathways < 0.8 * b.pathways
