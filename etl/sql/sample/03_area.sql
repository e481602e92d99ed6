-- building.district: one row per area of residence and eighth of its people: the postcode district, and the CCG that pays
-- for them. Areas 1 to 6 are the CCGs of south east London, area 7 is outside it.
create table building.district as
with area (area_no, commissioner_codes, districts) as (
    values
        (1, ['07N'], ['DA5', 'DA6', 'DA7', 'DA8', 'DA14', 'DA15', 'DA16', 'DA17']),
        (2, ['07Q'], ['BR1', 'BR2', 'BR3', 'BR4', 'BR5', 'BR6', 'BR7', 'SE20']),
        (3, ['08A'], ['SE2', 'SE3', 'SE7', 'SE8', 'SE9', 'SE10', 'SE18', 'SE28']),
        (4, ['08K'], ['SE11', 'SE24', 'SE27', 'SW2', 'SW4', 'SW8', 'SW9', 'SW16']),
        (5, ['08L'], ['SE4', 'SE6', 'SE8', 'SE12', 'SE13', 'SE14', 'SE23', 'SE26']),
        (6, ['08Q'], ['SE1', 'SE5', 'SE15', 'SE16', 'SE17', 'SE21', 'SE22', 'SE24']),
        (7, ['09A', '08R', '08X', '07V', '07V', '09J', '99J', '08V'], ['SW1V', 'SW19', 'SW17', 'CR0', 'SE25', 'DA1', 'TN13', 'E14'])
)

select
    cast(area_no as bigint) as area_no,
    cast(eighth as bigint) as eighth,
    districts[eighth + 1] as district,
    commissioner_codes[eighth % len(commissioner_codes) + 1] as commissioner_code
from area
cross join range(8) as eighths (eighth)
order by area_no, eighth;

-- building.site_area: one row per hospital site (numbered in the order of their codes) and hundredth of its patients, with the
-- area that hundredth lives in.
create table building.site_area as
with share (site_code, area_no, hundredths) as (
    values
        ('RJ122', 1, 3), ('RJ122', 2, 4), ('RJ122', 3, 4), ('RJ122', 4, 36), ('RJ122', 5, 8), ('RJ122', 6, 30), ('RJ122', 7, 15),
        ('RJ121', 1, 4), ('RJ121', 2, 4), ('RJ121', 3, 6), ('RJ121', 4, 14), ('RJ121', 5, 10), ('RJ121', 6, 47), ('RJ121', 7, 15),
        ('RJZ01', 1, 2), ('RJZ01', 2, 4), ('RJZ01', 3, 2), ('RJZ01', 4, 34), ('RJZ01', 5, 8), ('RJZ01', 6, 38), ('RJZ01', 7, 12),
        ('RJZ30', 1, 9), ('RJZ30', 2, 66), ('RJZ30', 3, 5), ('RJZ30', 4, 2), ('RJZ30', 5, 5), ('RJZ30', 6, 2), ('RJZ30', 7, 11),
        ('RJZ31', 1, 4), ('RJZ31', 2, 72), ('RJZ31', 3, 2), ('RJZ31', 4, 2), ('RJZ31', 5, 9), ('RJZ31', 6, 1), ('RJZ31', 7, 10),
        ('RJ224', 1, 1), ('RJ224', 2, 5), ('RJ224', 3, 6), ('RJ224', 4, 2), ('RJ224', 5, 68), ('RJ224', 6, 8), ('RJ224', 7, 10),
        ('RJ231', 1, 25), ('RJ231', 2, 3), ('RJ231', 3, 55), ('RJ231', 4, 1), ('RJ231', 5, 5), ('RJ231', 6, 1), ('RJ231', 7, 10)
),

bounded as (
    select
        site_code,
        area_no,
        hundredths,
        sum(hundredths) over (partition by site_code order by area_no) as below
    from share
)

select
    cast(dense_rank() over (order by b.site_code) - 1 as bigint) as site_no,
    b.site_code,
    cast(h.hundredth as bigint) as hundredth,
    cast(b.area_no as bigint) as area_no
from bounded as b
inner join range(100) as h (hundredth)
    on h.hundredth < b.below
    and h.hundredth >= b.below - b.hundredths
order by b.site_code, h.hundredth;

set variable site_areas = (select list(area_no order by site_no, hundredth) from building.site_area);

-- The area that a patient of a site lives in, at a draw.
create macro building.area_no(site_no, drawn) as
    getvariable('site_areas')[site_no * 100 + 1 + cast(floor(drawn * 100) as integer)];
