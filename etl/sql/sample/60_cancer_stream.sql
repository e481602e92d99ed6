-- Cancer referrals before they are drawn: building.cancer_month, one row per trust, route of referral and month, with how many
-- pathways begin then; and the lists that tumour groups, transfers and waits are read from.
-- Trusts: 1 Guy's and St Thomas', 2 King's, 3 Lewisham and Greenwich, 4 Dartford and Gravesham, of whose pathways our trusts only
-- hear when they are transferred to them.

-- building.cancer_treated_group: one row per tumour group of the published treatment file: how many of a hundred pathways are
-- treated late where one trust does it all, how many are handed on by each trust, and how many of ten are treated by surgery, drugs
-- or radiotherapy (the rest otherwise). Our published focus: breast, lung and lower gastrointestinal.
create table building.cancer_treated_group as
select *
from (
    values
        (1, 'BREAST', 4.2, [1, 2, 4, 100], [8, 1, 1]),
        (2, 'GYNAE', 18.0, [2, 30, 45, 100], [7, 2, 1]),
        (3, 'HAEM-LYM', 16.0, [5, 3, 15, 100], [0, 8, 1]),
        (4, 'HAEM-OTH', 13.0, [5, 3, 15, 100], [0, 7, 0]),
        (5, 'HN', 25.0, [3, 50, 80, 100], [4, 1, 5]),
        (6, 'LGI', 25.0, [1, 5, 12, 100], [7, 2, 1]),
        (7, 'LUNG', 24.0, [1, 40, 50, 100], [3, 3, 3]),
        (8, 'SKIN', 3.2, [1, 3, 8, 100], [10, 0, 0]),
        (9, 'UGI-HPB', 25.0, [60, 1, 80, 100], [4, 4, 0]),
        (10, 'UGI-OG', 23.0, [1, 60, 70, 100], [2, 6, 1]),
        (11, 'URO-PRO', 23.0, [1, 20, 40, 100], [4, 3, 2]),
        (12, 'URO-OTH', 18.0, [1, 20, 30, 100], [9, 1, 0]),
        (13, 'OTHER', 20.0, [25, 15, 50, 100], [4, 3, 2])
) as g (group_no, group_code, late_hundredths, handed_on_hundredths, modality_tenths);

-- building.cancer_suspected_group: one row per suspected tumour group of an urgent referral: its part of a thousand referrals, how
-- many hundredths of them are cancer, and the groups that twenty of the cancers are treated in.
create table building.cancer_suspected_group as
select *
from (
    values
        (1, 'BREAST', 170, 7.0, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
        (2, 'CHILDREN', 6, 4.0, [13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 4, 4, 4, 4, 4, 3, 3, 3]),
        (3, 'LUNG', 26, 21.0, [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 13]),
        (4, 'HAEM', 10, 24.0, [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4]),
        (5, 'LEUKAEMIA', 2, 35.0, [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]),
        (6, 'UGI', 80, 4.3, [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 9, 9, 9, 9, 9, 9, 9, 6, 13]),
        (7, 'LGI', 188, 3.6, [6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 2, 13]),
        (8, 'SKIN', 220, 5.4, [8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8]),
        (9, 'GYNAE', 100, 3.3, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]),
        (10, 'BRAIN', 8, 2.5, [13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 7]),
        (11, 'URO', 82, 17.0, [11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12]),
        (12, 'TESTIS', 8, 6.0, [12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12]),
        (13, 'HN', 84, 2.9, [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 13]),
        (14, 'SARCOMA', 7, 5.0, [13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 8]),
        (15, 'NON-SPECIFIC', 5, 8.0, [7, 7, 7, 7, 3, 3, 3, 3, 9, 9, 9, 6, 6, 6, 4, 4, 11, 13, 13, 13]),
        (16, 'OTHER', 4, 9.0, [13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 5, 5, 7, 7, 6, 6, 9, 3, 11, 12]),
        (17, 'BREAST-SYMPTOMS', 0, 1.6, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
) as g (group_no, group_code, thousandths, cancer_hundredths, treated_group_nos);

set variable cancer_suspected_codes = (select list(group_code order by group_no) from building.cancer_suspected_group);
set variable cancer_suspected_nos = (
    select list(g.group_no order by g.group_no, n.nth)
    from building.cancer_suspected_group as g
    inner join range(1000) as n (nth) on n.nth < g.thousandths
);
set variable cancer_shares = (select list(cancer_hundredths / 100 order by group_no) from building.cancer_suspected_group);
set variable cancer_treated_nos = (select flatten(list(treated_group_nos order by group_no)) from building.cancer_suspected_group);
set variable cancer_treated_codes = (select list(group_code order by group_no) from building.cancer_treated_group);
set variable cancer_late_shares = (select list(late_hundredths / 100 order by group_no) from building.cancer_treated_group);
set variable cancer_handed_on = (select flatten(list(handed_on_hundredths order by group_no)) from building.cancer_treated_group);
set variable cancer_modalities = (
    select flatten(list(
        list_concat(
            list_concat(repeat(['SUR'], modality_tenths[1]), repeat(['DRU'], modality_tenths[2])),
            list_concat(
                repeat(['RAD'], modality_tenths[3]),
                repeat(['OTH'], 10 - modality_tenths[1] - modality_tenths[2] - modality_tenths[3]))
        )
        order by group_no))
    from building.cancer_treated_group
);

-- Groups of those who come by screening (breast, bowel, cervix) and by all other routes, twenty each.
set variable cancer_screened_nos = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 6, 6, 6, 6, 6, 6, 2, 2];
set variable cancer_other_nos = [1, 1, 2, 3, 4, 4, 5, 6, 6, 7, 7, 7, 8, 9, 10, 11, 11, 11, 12, 13];

-- Trusts, the two sites that most of their patients live near, and the trusts that they hand on to (King's for liver, pancreas and
-- blood, Guy's and St Thomas' for all else).
set variable cancer_providers = ['RJ1', 'RJZ', 'RJ2', 'RN7'];
set variable cancer_sites = (
    select list(s.site_no order by p.place)
    from (values (1, 'RJ122'), (2, 'RJ121'), (3, 'RJZ01'), (4, 'RJZ30'), (5, 'RJ224'), (6, 'RJ231')) as p (place, site_code)
    inner join building.site_area as s on s.site_code = p.site_code and s.hundredth = 0
);

-- Days on which referrals are written: no weekends, no bank holidays. Days count from 1 January 1970.
create table building.cancer_referral_day as
select
    cast(date_trunc('month', day) as date) as month,
    cast(epoch(day) // 86400 as bigint) as day_no
from (
    select cast(day as date) as day
    from range(timestamp '2014-12-01', timestamp '2019-01-01', interval 1 day) as days (day)
)
where extract(isodow from day) < 6
  and day not in (
      date '2014-12-25', date '2014-12-26', date '2015-01-01', date '2015-04-03', date '2015-04-06', date '2015-05-04', date '2015-05-25',
      date '2015-08-31', date '2015-12-25', date '2015-12-28', date '2016-01-01', date '2016-03-25', date '2016-03-28', date '2016-05-02',
      date '2016-05-30', date '2016-08-29', date '2016-12-26', date '2016-12-27', date '2017-01-02', date '2017-04-14', date '2017-04-17',
      date '2017-05-01', date '2017-05-29', date '2017-08-28', date '2017-12-25', date '2017-12-26', date '2018-01-01', date '2018-03-30',
      date '2018-04-02', date '2018-05-07', date '2018-05-28', date '2018-08-27', date '2018-12-25', date '2018-12-26'
  );

set variable cancer_referral_days = (select list(day_no order by day_no) from building.cancer_referral_day);

-- Pathways that began before April 2015 are drawn too, so that those first seen or treated in that month are all there.
create table building.cancer_month as
with stream (stream_no, provider_no, route, pathways_a_month) as (
    -- Urgent referrals of a month of 2018, as the published figures of the trusts make them.
    values
        (1, 1, '2WW', 1500), (2, 2, '2WW', 2400), (3, 3, '2WW', 2500), (4, 4, '2WW', 26),
        (5, 1, 'BREAST', 160), (6, 2, 'BREAST', 230), (7, 3, 'BREAST', 210),
        (8, 1, 'SCREEN', 24), (9, 2, 'SCREEN', 42), (10, 3, 'SCREEN', 28),
        (11, 1, 'UPGRADE', 30), (12, 2, 'UPGRADE', 17), (13, 3, 'UPGRADE', 10),
        (14, 1, 'OTHER', 205), (15, 2, 'OTHER', 88), (16, 3, 'OTHER', 30)
),

month as (
    select
        month,
        count(*) as referral_days,
        sum(count(*)) over (order by month) - count(*) as days_before,
        -- Years from the middle of 2016.
        extract(year from month) - 2016 + (extract(month from month) - 6.5) / 12 as years,
        -- More in spring and in October, when campaigns run; fewer in August and December.
        [0.98, 1.00, 1.03, 1.00, 1.02, 1.02, 1.00, 0.94, 1.00, 1.04, 1.03, 0.93][cast(extract(month from month) as integer)] as season
    from building.cancer_referral_day
    group by month
),

expected as (
    select
        m.*,
        s.stream_no,
        s.provider_no,
        s.route,
        s.pathways_a_month
        * cast(getvariable('scale') as double)
        -- Seven in a hundred more each year; the routes that are no urgent referrals grow half as fast.
        * (1 + (m.years - 2) * case when s.route in ('2WW', 'BREAST') then 0.062 else 0.031 end)
        * m.season
        * m.referral_days / 20.9
        * (1 + 0.022 * building.deviation('cancer month', s.stream_no * 1000 + m.days_before // 20)) as pathways
    from stream as s
    cross join month as m
),

counted as (
    select
        *,
        sum(pathways) over (partition by stream_no order by month) + 0.5 as pathways_to_date
    from expected
),

whole as (
    select
        *,
        cast(floor(pathways_to_date) - floor(pathways_to_date - pathways) as bigint) as pathway_count
    from counted
)

select
    month,
    provider_no,
    route,
    stream_no,
    years,
    cast(days_before as bigint) as days_before,
    referral_days,
    pathway_count,
    cast(sum(pathway_count) over (order by month, stream_no) as bigint) - pathway_count as pathways_before
from whole
order by month, stream_no;
