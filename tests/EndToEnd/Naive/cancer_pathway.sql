-- The cancer KPIs straight from the landed pathways, the rules of the contract and of the definitions written out again: one row per KPI,
-- level, organisation and month. Nothing of the warehouse is used, and each pathway is counted by itself.
with landed as (
    select
        *,
        row_number() over (partition by PathwayId order by ModifiedAt desc) as newest
    from read_parquet('{landing}/cancer_pathway/*/*.parquet')
    where upper(trim(ReferralRoute)) in ('2WW', 'BREAST', 'SCREEN', 'UPGRADE', 'OTHER')
        and upper(trim(FirstSeenProviderCode)) in ('RJ1', 'RJZ', 'RJ2', 'RN7')
        and upper(trim(Outcome)) in ('C', 'N', 'O')
        and ReferredDate >= date '2013-04-01'
        and (FirstSeenDate is null or FirstSeenDate = date '1800-01-01' or FirstSeenDate >= ReferredDate)
        and (TreatedDate is null or TreatedDate = date '1800-01-01' or DecidedToTreatDate is null or TreatedDate >= DecidedToTreatDate)
),

pathway as (
    select
        upper(trim(ReferralRoute)) as route,
        upper(trim(FirstSeenProviderCode)) as seen_by,
        upper(trim(TreatingProviderCode)) as treated_by,
        upper(trim(CommissionerCode)) as ccg,
        SuspectedTumourGroup as suspected,
        TumourGroup as tumour,
        Outcome as outcome,
        ReferredDate as referred,
        case when FirstSeenDate > date '1900-01-01' then FirstSeenDate end as seen,
        case when ToldDate > date '1900-01-01' then ToldDate end as told,
        case when TransferDate > date '1900-01-01' then TransferDate end as moved,
        case when DecidedToTreatDate > date '1900-01-01' then DecidedToTreatDate end as decided,
        case when TreatedDate > date '1900-01-01' then TreatedDate end as treated,
        max(ModifiedAt) over () as newest_change
    from landed
    where newest = 1
),

-- One row per pathway and organisation that counts it: what is counted, in which month, how much of it, and whether in time.
counted as (
    select 'first seen' as what, route, suspected as tumour, 'provider' as level, seen_by as ods, seen as day, 1.0 as part, seen - referred <= 14 as good
    from pathway where seen is not null
    union all
    select 'first seen', route, suspected, 'ccg', ccg, seen, 1.0, seen - referred <= 14 from pathway where seen is not null
    union all
    select 'first treated', route, tumour, 'provider', treated_by, treated, 1.0, treated - decided <= 31 from pathway where treated is not null
    union all
    select 'first treated', route, tumour, 'ccg', ccg, treated, 1.0, treated - decided <= 31 from pathway where treated is not null
    union all
    select 'since referral', route, tumour, 'ccg', ccg, treated, 1.0, treated - referred <= 62 from pathway where treated is not null
    union all
    select 'since referral', route, tumour, 'provider', seen_by, treated, case when treated_by <> seen_by then 0.5 else 1.0 end, treated - referred <= 62
    from pathway where treated is not null
    union all
    select 'since referral', route, tumour, 'provider', treated_by, treated, 0.5, treated - referred <= 62
    from pathway where treated is not null and treated_by <> seen_by
    union all
    select 'day 38', route, tumour, 'provider', seen_by, treated, 1.0, treated - referred <= 62
    from pathway where treated is not null and coalesce(treated_by, seen_by) = seen_by
    union all
    select 'day 38', route, tumour, 'provider', seen_by, treated,
        case
            when moved <= referred + 38 and treated <= referred + 62 then 0.5
            when moved <= referred + 38 and treated > referred + 62 then 0.0
            when moved > referred + 38 and treated <= moved + 24 and treated > referred + 62 then 1.0
            when moved > referred + 38 and treated <= moved + 24 then 0.0
            else 0.5
        end,
        treated - referred <= 62
    from pathway where treated is not null and treated_by <> seen_by
    union all
    select 'day 38', route, tumour, 'provider', treated_by, treated,
        case
            when moved <= referred + 38 and treated <= referred + 62 then 0.5
            when moved <= referred + 38 and treated > referred + 62 then 1.0
            when moved > referred + 38 and treated <= moved + 24 and treated > referred + 62 then 0.0
            when moved > referred + 38 and treated <= moved + 24 then 1.0
            else 0.5
        end,
        treated - referred <= 62
    from pathway where treated is not null and treated_by <> seen_by
    union all
    select 'past day 104', route, tumour, level, ods, referred + 105, 1.0, true
    from pathway, lateral (
        values
            ('provider', case when moved <= referred + 104 then coalesce(treated_by, seen_by) else seen_by end),
            ('ccg', ccg)
    ) as o (level, ods)
    where route in ('2WW', 'SCREEN', 'UPGRADE')
        and coalesce(treated, case outcome when 'N' then told end, date '9999-12-31') > referred + 104
        and referred + 105 <= newest_change::date
),

placed as (
    select c.*, l.level as at_level, l.ods as at_ods, date_trunc('month', c.day)::date as month
    from counted as c, lateral (values (c.level, c.ods), (case c.level when 'provider' then 'partnership' end, 'SEL')) as l (level, ods)
    where l.level is not null
        and case c.level when 'provider' then c.ods in ('RJ1', 'RJZ', 'RJ2') else c.ods in ('07N', '07Q', '08A', '08K', '08L', '08Q') end
        and c.day >= date '2015-04-01'
),

-- The KPIs: what they count, of which route (null: all), under which codes of tumour groups (null: all).
kpi (kpi, what, route, tumours) as (
    values
        ('cancer_two_week_wait', 'first seen', '2WW', null),
        ('cancer_two_week_wait_breast', 'first seen', '2WW', ['BREAST']),
        ('cancer_two_week_wait_lung', 'first seen', '2WW', ['LUNG']),
        ('cancer_two_week_wait_lower_gastrointestinal', 'first seen', '2WW', ['LGI']),
        ('cancer_two_week_wait_breast_symptomatic', 'first seen', 'BREAST', null),
        ('cancer_31_day', 'first treated', null, null),
        ('cancer_31_day_breast', 'first treated', null, ['BREAST']),
        ('cancer_31_day_lung', 'first treated', null, ['LUNG']),
        ('cancer_31_day_lower_gastrointestinal', 'first treated', null, ['LGI']),
        ('cancer_62_day', 'since referral', '2WW', null),
        ('cancer_62_day_breast', 'since referral', '2WW', ['BREAST']),
        ('cancer_62_day_lung', 'since referral', '2WW', ['LUNG']),
        ('cancer_62_day_lower_gastrointestinal', 'since referral', '2WW', ['LGI']),
        ('cancer_62_day_urological', 'since referral', '2WW', ['URO-PRO', 'URO-OTH']),
        ('cancer_62_day_screening', 'since referral', 'SCREEN', null),
        ('cancer_62_day_after_allocation', 'day 38', '2WW', null)
),

-- Where anybody was seen or treated in a month, every KPI of that kind has a figure, though it be 0 of 0.
active as (
    select distinct what <> 'first seen' as is_treatment, at_level, at_ods, month
    from placed
    where what in ('first treated', 'since referral') or what = 'first seen' and route in ('2WW', 'BREAST')
)

select
    k.kpi,
    a.at_level as level,
    a.at_ods as ods,
    a.month,
    coalesce(sum(p.part) filter (where p.good), 0) as numerator,
    coalesce(sum(p.part), 0) as denominator
from kpi as k
inner join active as a
    on a.is_treatment = (k.what <> 'first seen')
    and (k.what <> 'day 38' or a.at_level <> 'ccg')
left join placed as p
    on p.what = k.what
    and (k.route is null or p.route = k.route)
    and (k.tumours is null or list_contains(k.tumours, p.tumour))
    and p.at_level = a.at_level
    and p.at_ods = a.at_ods
    and p.month = a.month
group by k.kpi, a.at_level, a.at_ods, a.month
union all
-- A month with patients and none past day 104 is 0. Months are averaged: the number of months stands below the line.
select
    'cancer_over_104_days',
    at_level,
    at_ods,
    month,
    coalesce(sum(part) filter (where what = 'past day 104'), 0),
    1
from placed
where what in ('first seen', 'past day 104')
group by at_level, at_ods, month
