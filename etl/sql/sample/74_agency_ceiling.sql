-- building.agency_ceiling: one row per trust and financial year: the agency ceiling that NHS Improvement set, as pounds a month at the
-- partnership's true volume. 2015/16 had none for all staff. King's, which passed its ceiling in 2017/18, got a higher one in 2018/19.
create table building.agency_ceiling as
select
    c.provider_code,
    c.first_month,
    c.version,
    cast(c.gbp_a_month as double) as gbp_a_month
from (
    values
        ('RJ1', date '2016-04-01', 'first', 2300000), ('RJ1', date '2017-04-01', 'first', 2050000), ('RJ1', date '2018-04-01', 'first', 1850000),
        ('RJZ', date '2016-04-01', 'first', 4400000), ('RJZ', date '2017-04-01', 'first', 3450000), ('RJZ', date '2018-04-01', 'first', 3300000),
        ('RJ2', date '2016-04-01', 'first', 1740000), ('RJ2', date '2017-04-01', 'first', 1650000), ('RJ2', date '2018-04-01', 'first', 1425000),
        ('RPG', date '2016-04-01', 'first', 675000), ('RPG', date '2017-04-01', 'first', 575000), ('RPG', date '2018-04-01', 'first', 550000),
        ('RV5', date '2016-04-01', 'first', 1300000), ('RV5', date '2017-04-01', 'first', 1100000), ('RV5', date '2018-04-01', 'first', 950000),
        ('RJZ', date '2018-04-01', 'revised', 3500000)
) as c (provider_code, first_month, version, gbp_a_month);

-- The files as they are dropped: one row per trust and month of the year. Amounts are whole pounds with a comma before the thousands.
create macro building.agency_ceiling_file(year_from, of_version) as table
    select
        c.provider_code as "Provider",
        strftime(c.first_month + to_months(cast(m.n as integer)), '%b-%y') as "Month",
        format('{:,}', cast(round(c.gbp_a_month * cast(getvariable('scale') as double)) as bigint)) as "Agency ceiling (GBP)"
    from building.agency_ceiling as c
    cross join range(12) as m (n)
    where c.first_month = year_from
        and c.version = of_version
    order by c.provider_code, m.n;

create table sample.AgencyCeiling2016 as from building.agency_ceiling_file(date '2016-04-01', 'first');
create table sample.AgencyCeiling2017 as from building.agency_ceiling_file(date '2017-04-01', 'first');
create table sample.AgencyCeiling2018 as from building.agency_ceiling_file(date '2018-04-01', 'first');
create table sample.AgencyCeiling2018Revised as from building.agency_ceiling_file(date '2018-04-01', 'revised');

insert into sample.DropFile values
    ('agency_ceiling', 'agency_ceilings_2016_17.csv', 'sample.AgencyCeiling2016'),
    ('agency_ceiling', 'agency_ceilings_2017_18.csv', 'sample.AgencyCeiling2017'),
    ('agency_ceiling', 'agency_ceilings_2018_19.csv', 'sample.AgencyCeiling2018'),
    ('agency_ceiling', 'agency_ceilings_2018_19_revised.csv', 'sample.AgencyCeiling2018Revised');
