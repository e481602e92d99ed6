-- building.curve: one row per curve: its values at percentiles 0 to 100, straight between the points that are given.
create table building.curve as
with segment as (
    select
        curve,
        percentile as from_percentile,
        lead(percentile) over (partition by curve order by percentile) as to_percentile,
        value as from_value,
        lead(value) over (partition by curve order by percentile) as to_value
    from building.curve_point
)

select
    s.curve,
    list(
        s.from_value
        + cast(s.to_value - s.from_value as double) * (h.percentile - s.from_percentile) / (s.to_percentile - s.from_percentile)
        order by h.percentile
    ) as values
from segment as s
inner join range(101) as h (percentile)
    on h.percentile >= s.from_percentile
    and (h.percentile < s.to_percentile or h.percentile = 100 and s.to_percentile = 100)
group by s.curve;

-- Small lookups are lists in variables: millions of rows read them faster than they join.
set variable curves = (select list(curve order by curve) from building.curve);
set variable curve_values = (select flatten(list(values order by curve)) from building.curve);

-- The number of a curve, and its value at a draw.
create macro building.curve_no(curve) as
    list_position(getvariable('curves'), curve) - 1;

create macro building.on_curve(curve_no, drawn) as
    getvariable('curve_values')[curve_no * 101 + 1 + cast(floor(drawn * 100) as integer)] * (1 - (drawn * 100 - floor(drawn * 100)))
    + getvariable('curve_values')[curve_no * 101 + 2 + cast(floor(drawn * 100) as integer)] * (drawn * 100 - floor(drawn * 100));
