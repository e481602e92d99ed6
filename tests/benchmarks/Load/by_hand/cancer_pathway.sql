-- Cancer pathways by hand: landed Parquet to the fact and its measures, with the checks that a careful analyst would make. The variable
-- cancer_pathway holds the files of the feed's batches; dim_organisation and measure_value are there already.
create table dim_tumour_group (tumour_group_key smallint, tumour_group_stage text, tumour_group_code text, tumour_group_family text);
insert into dim_tumour_group
values
    (1, 'suspected', 'BREAST', 'breast'), (2, 'suspected', 'CHILDREN', 'other'), (3, 'suspected', 'LUNG', 'lung'),
    (4, 'suspected', 'HAEM', 'haematological'), (5, 'suspected', 'LEUKAEMIA', 'haematological'), (6, 'suspected', 'UGI', 'upper_gastrointestinal'),
    (7, 'suspected', 'LGI', 'lower_gastrointestinal'), (8, 'suspected', 'SKIN', 'skin'), (9, 'suspected', 'GYNAE', 'gynaecological'),
    (10, 'suspected', 'BRAIN', 'other'), (11, 'suspected', 'URO', 'urological'), (12, 'suspected', 'TESTIS', 'urological'),
    (13, 'suspected', 'HN', 'head_and_neck'), (14, 'suspected', 'SARCOMA', 'other'), (15, 'suspected', 'NON-SPECIFIC', 'other'),
    (16, 'suspected', 'OTHER', 'other'), (17, 'suspected', 'BREAST-SYMPTOMS', 'breast'),
    (101, 'treated', 'BREAST', 'breast'), (102, 'treated', 'GYNAE', 'gynaecological'), (103, 'treated', 'HAEM-LYM', 'haematological'),
    (104, 'treated', 'HAEM-OTH', 'haematological'), (105, 'treated', 'HN', 'head_and_neck'), (106, 'treated', 'LGI', 'lower_gastrointestinal'),
    (107, 'treated', 'LUNG', 'lung'), (108, 'treated', 'SKIN', 'skin'), (109, 'treated', 'UGI-HPB', 'upper_gastrointestinal'),
    (110, 'treated', 'UGI-OG', 'upper_gastrointestinal'), (111, 'treated', 'URO-PRO', 'urological'), (112, 'treated', 'URO-OTH', 'urological'),
    (113, 'treated', 'OTHER', 'other');

create temp table cancer_landed as
select
    PathwayId,
    upper(trim(ReferralRoute)) as ReferralRoute,
    upper(trim(SuspectedTumourGroup)) as SuspectedTumourGroup,
    case when ReferredDate not in (date '1800-01-01', date '1801-01-01') then ReferredDate end as ReferredDate,
    case when FirstSeenDate not in (date '1800-01-01', date '1801-01-01') then FirstSeenDate end as FirstSeenDate,
    upper(trim(FirstSeenProviderCode)) as FirstSeenProviderCode,
    case when TransferDate not in (date '1800-01-01', date '1801-01-01') then TransferDate end as TransferDate,
    case when ToldDate not in (date '1800-01-01', date '1801-01-01') then ToldDate end as ToldDate,
    case when DecidedToTreatDate not in (date '1800-01-01', date '1801-01-01') then DecidedToTreatDate end as DecidedToTreatDate,
    case when TreatedDate not in (date '1800-01-01', date '1801-01-01') then TreatedDate end as TreatedDate,
    upper(trim(TreatingProviderCode)) as TreatingProviderCode,
    upper(trim(TumourGroup)) as TumourGroup,
    upper(trim(TreatmentModality)) as TreatmentModality,
    upper(trim(Outcome)) as Outcome,
    upper(trim(CommissionerCode)) as CommissionerCode,
    upper(trim(Sex)) as Sex,
    trim(AgeBand) as AgeBand,
    ModifiedAt,
    file_index,
    file_row_number
from read_parquet(getvariable('cancer_pathway'));

create table cancer_reject as
select
    PathwayId,
    case
        when ReferredDate is null then 'ReferredDate required'
        when ReferredDate < date '2013-04-01' then 'ReferredDate minimum'
        when ReferralRoute is null then 'ReferralRoute required'
        when ReferralRoute not in ('2WW', 'BREAST', 'SCREEN', 'UPGRADE', 'OTHER') then 'ReferralRoute allowed'
        when FirstSeenProviderCode is null then 'FirstSeenProviderCode required'
        when FirstSeenProviderCode not in ('RJ1', 'RJZ', 'RJ2', 'RN7') then 'FirstSeenProviderCode allowed'
        when Outcome is null then 'Outcome required'
        when Outcome not in ('C', 'N', 'O') then 'Outcome allowed'
        when ModifiedAt is null then 'ModifiedAt required'
        when FirstSeenDate < ReferredDate then 'first_seen_after_referral'
        when TreatedDate < DecidedToTreatDate then 'treated_after_decision'
    end as reason,
    file_index,
    file_row_number
from cancer_landed
where reason is not null;

create temp table cancer_repeated as
select PathwayId
from cancer_landed
group by PathwayId
having count(*) > 1;

insert into dim_organisation
select (select max(organisation_key) from dim_organisation) + row_number() over (order by ods_code), ods_code, 'other'
from (
    select distinct unnest([CommissionerCode, TreatingProviderCode, FirstSeenProviderCode]) as ods_code
    from cancer_landed
    anti join cancer_reject using (file_index, file_row_number)
)
where regexp_full_match(ods_code, '[0-9A-Z]{3,6}')
  and ods_code not in (select ods_code from dim_organisation);

create table fact_cancer_pathway as
with good as (
    select l.*
    from cancer_landed as l
    anti join cancer_reject as r on r.file_index = l.file_index and r.file_row_number = l.file_row_number
),

kept as (
    select * from good where PathwayId not in (select PathwayId from cancer_repeated)
    union all
    select * from good where PathwayId in (select PathwayId from cancer_repeated)
    qualify row_number() over (partition by PathwayId order by ModifiedAt desc, file_index desc, file_row_number desc) = 1
),

counted as (
    select
        *,
        ReferralRoute in ('2WW', 'SCREEN', 'UPGRADE') as has_clock,
        coalesce(TreatedDate, case when Outcome = 'N' then ToldDate end) as ended_date,
        coalesce(TreatingProviderCode <> FirstSeenProviderCode, false) as is_shared,
        cast(TransferDate - ReferredDate as integer) as transfer_days,
        cast(TreatedDate - TransferDate as integer) as after_transfer_days,
        cast(TreatedDate - ReferredDate as integer) as treated_days
    from kept
),

shared as (
    select
        *,
        case when has_clock and TreatedDate is not null then case when is_shared then 0.5 else 1.0 end end as first_seen_share,
        case
            when not has_clock or TreatedDate is null then null
            when not is_shared then 1.0
            when transfer_days is null or transfer_days <= 38 and treated_days <= 62 then 0.5
            when transfer_days <= 38 then 0.0
            when after_transfer_days > 24 then 0.5
            when treated_days > 62 then 1.0
            else 0.0
        end as first_seen_allocated_share
    from counted
)

select
    s.PathwayId as pathway_id,
    p.organisation_key as first_seen_provider_key,
    coalesce(t.organisation_key, 0) as treating_provider_key,
    coalesce(c.organisation_key, 0) as commissioner_key,
    cast(list_position(['2WW', 'BREAST', 'SCREEN', 'UPGRADE', 'OTHER'], s.ReferralRoute) as smallint) as cancer_referral_route_key,
    cast(case when s.SuspectedTumourGroup is null then 99 else coalesce(g.tumour_group_key, 0) end as smallint) as suspected_tumour_group_key,
    cast(case when s.TumourGroup is null then 99 else coalesce(f.tumour_group_key, 0) end as smallint) as tumour_group_key,
    cast(coalesce(list_position(['0-4', '5-17', '18-39', '40-64', '65-74', '75-84', '85+'], s.AgeBand), 0) as smallint) as age_band_key,
    s.ReferredDate as referred_date,
    s.FirstSeenDate as first_seen_date,
    s.ToldDate as told_date,
    s.TransferDate as transferred_date,
    s.DecidedToTreatDate as decided_to_treat_date,
    s.TreatedDate as treated_date,
    s.ended_date,
    case when s.has_clock and (s.ended_date is null or s.ended_date - s.ReferredDate > 104) then s.ReferredDate + 105 end as day_105_date,
    cast(s.FirstSeenDate - s.ReferredDate as integer) as first_seen_days,
    cast(s.ToldDate - s.ReferredDate as integer) as told_days,
    s.transfer_days,
    s.after_transfer_days,
    cast(s.TreatedDate - s.DecidedToTreatDate as integer) as decided_to_treated_days,
    s.treated_days,
    s.is_shared,
    case when s.ReferralRoute in ('2WW', 'BREAST') then s.FirstSeenDate - s.ReferredDate <= 14 end as is_within_14_days,
    s.TreatedDate - s.DecidedToTreatDate <= 31 as is_within_31_days,
    case when s.has_clock then s.treated_days <= 62 end as is_within_62_days,
    cast(s.first_seen_share as decimal(2, 1)) as first_seen_share,
    cast(1 - s.first_seen_share as decimal(2, 1)) as treating_share,
    cast(s.first_seen_allocated_share as decimal(2, 1)) as first_seen_allocated_share,
    cast(1 - s.first_seen_allocated_share as decimal(2, 1)) as treating_allocated_share,
    s.Outcome as outcome_code,
    s.TreatmentModality as treatment_modality_code,
    s.Sex as sex_code,
    s.ModifiedAt as modified_at
from shared as s
left join dim_organisation as p on p.ods_code = s.FirstSeenProviderCode
left join dim_organisation as t on t.ods_code = s.TreatingProviderCode
left join dim_organisation as c on c.ods_code = s.CommissionerCode
left join dim_tumour_group as g on g.tumour_group_stage = 'suspected' and g.tumour_group_code = s.SuspectedTumourGroup
left join dim_tumour_group as f on f.tumour_group_stage = 'treated' and f.tumour_group_code = s.TumourGroup;

-- The grain, orphans, order of dates and shares: the script stops where one is wrong.
select case when count(*) > 0 then error('a pathway stands twice') end
from (select pathway_id from fact_cancer_pathway group by pathway_id having count(*) > 1);
select case when count(*) > 0 then error('an orphan') end
from fact_cancer_pathway
where first_seen_provider_key is null or cancer_referral_route_key is null;
select case when count(*) > 0 then error('dates out of order') end
from fact_cancer_pathway
where first_seen_date < referred_date or treated_date < decided_to_treat_date;
select case when count(*) > 0 then error('shares do not make one') end
from fact_cancer_pathway
where treated_date is not null
  and cancer_referral_route_key in (1, 3, 4)
  and coalesce(first_seen_share + treating_share = 1 and first_seen_allocated_share + treating_allocated_share = 1, false) = false;

-- Measures, one pass over the fact for each kind of month.
insert into measure_value (month_date, basis, organisation_key, measure, value)
with counted as (
    select
        cast(date_trunc('month', p.first_seen_date) as date) as month_date,
        p.first_seen_provider_key,
        p.commissioner_key,
        p.cancer_referral_route_key = 1 as is_urgent,
        g.tumour_group_family as family,
        count(*) as seen,
        count(*) filter (where p.is_within_14_days) as within
    from fact_cancer_pathway as p
    left join dim_tumour_group as g on g.tumour_group_key = p.suspected_tumour_group_key
    where p.is_within_14_days is not null
      and p.first_seen_date >= (select date_trunc('month', min(ended_date)) from fact_cancer_pathway)
    group by all
),

by_basis as (
    select month_date, 'provider' as basis, first_seen_provider_key as organisation_key, is_urgent, family, seen, within from counted
    union all
    select month_date, 'commissioner', commissioner_key, is_urgent, family, seen, within from counted
)

unpivot (
    select
        month_date,
        basis,
        organisation_key,
        coalesce(sum(seen) filter (where is_urgent), 0) as cancer_urgent_first_seen,
        coalesce(sum(within) filter (where is_urgent), 0) as cancer_urgent_first_seen_within_14_days,
        coalesce(sum(seen) filter (where is_urgent and family = 'breast'), 0) as cancer_urgent_first_seen_breast,
        coalesce(sum(within) filter (where is_urgent and family = 'breast'), 0) as cancer_urgent_first_seen_within_14_days_breast,
        coalesce(sum(seen) filter (where is_urgent and family = 'lung'), 0) as cancer_urgent_first_seen_lung,
        coalesce(sum(within) filter (where is_urgent and family = 'lung'), 0) as cancer_urgent_first_seen_within_14_days_lung,
        coalesce(sum(seen) filter (where is_urgent and family = 'lower_gastrointestinal'), 0) as cancer_urgent_first_seen_lower_gastrointestinal,
        coalesce(sum(within) filter (where is_urgent and family = 'lower_gastrointestinal'), 0)
            as cancer_urgent_first_seen_within_14_days_lower_gastrointestinal,
        coalesce(sum(seen) filter (where not is_urgent), 0) as cancer_breast_symptomatic_first_seen,
        coalesce(sum(within) filter (where not is_urgent), 0) as cancer_breast_symptomatic_first_seen_within_14_days
    from by_basis
    group by all
)
on columns(* exclude (month_date, basis, organisation_key))
into name measure value value;

insert into measure_value (month_date, basis, organisation_key, measure, value)
with counted as (
    select
        cast(date_trunc('month', p.treated_date) as date) as month_date,
        p.first_seen_provider_key,
        p.treating_provider_key,
        p.commissioner_key,
        p.cancer_referral_route_key as route,
        g.tumour_group_family as family,
        p.is_within_62_days as is_in_time,
        count(*) as pathways,
        count(*) filter (where p.is_within_31_days) as within_31,
        sum(p.first_seen_share) as first_seen_share,
        sum(p.treating_share) as treating_share,
        sum(p.first_seen_allocated_share) as first_seen_allocated,
        sum(p.treating_allocated_share) as treating_allocated
    from fact_cancer_pathway as p
    left join dim_tumour_group as g on g.tumour_group_key = p.tumour_group_key
    where p.treated_date is not null
    group by all
),

by_basis as (
    select
        month_date, 'provider' as basis, treating_provider_key as organisation_key, route, family, is_in_time,
        pathways, within_31, treating_share as share, treating_allocated as allocated
    from counted
    union all
    select month_date, 'provider', first_seen_provider_key, route, family, is_in_time, 0, 0, first_seen_share, first_seen_allocated from counted
    union all
    select month_date, 'commissioner', commissioner_key, route, family, is_in_time, pathways, within_31, pathways, pathways from counted
)

unpivot (
    select
        month_date,
        basis,
        organisation_key,
        sum(pathways) as cancer_first_treatments,
        sum(within_31) as cancer_first_treatments_within_31_days,
        coalesce(sum(pathways) filter (where family = 'breast'), 0) as cancer_first_treatments_breast,
        coalesce(sum(within_31) filter (where family = 'breast'), 0) as cancer_first_treatments_within_31_days_breast,
        coalesce(sum(pathways) filter (where family = 'lung'), 0) as cancer_first_treatments_lung,
        coalesce(sum(within_31) filter (where family = 'lung'), 0) as cancer_first_treatments_within_31_days_lung,
        coalesce(sum(pathways) filter (where family = 'lower_gastrointestinal'), 0) as cancer_first_treatments_lower_gastrointestinal,
        coalesce(sum(within_31) filter (where family = 'lower_gastrointestinal'), 0) as cancer_first_treatments_within_31_days_lower_gastrointestinal,
        coalesce(sum(share) filter (where route = 1), 0) as cancer_urgent_treatments,
        coalesce(sum(share) filter (where route = 1 and is_in_time), 0) as cancer_urgent_treatments_within_62_days,
        coalesce(sum(share) filter (where route = 1 and family = 'breast'), 0) as cancer_urgent_treatments_breast,
        coalesce(sum(share) filter (where route = 1 and is_in_time and family = 'breast'), 0) as cancer_urgent_treatments_within_62_days_breast,
        coalesce(sum(share) filter (where route = 1 and family = 'lung'), 0) as cancer_urgent_treatments_lung,
        coalesce(sum(share) filter (where route = 1 and is_in_time and family = 'lung'), 0) as cancer_urgent_treatments_within_62_days_lung,
        coalesce(sum(share) filter (where route = 1 and family = 'lower_gastrointestinal'), 0) as cancer_urgent_treatments_lower_gastrointestinal,
        coalesce(sum(share) filter (where route = 1 and is_in_time and family = 'lower_gastrointestinal'), 0)
            as cancer_urgent_treatments_within_62_days_lower_gastrointestinal,
        coalesce(sum(share) filter (where route = 1 and family = 'urological'), 0) as cancer_urgent_treatments_urological,
        coalesce(sum(share) filter (where route = 1 and is_in_time and family = 'urological'), 0)
            as cancer_urgent_treatments_within_62_days_urological,
        coalesce(sum(allocated) filter (where route = 1), 0) as cancer_allocated_treatments,
        coalesce(sum(allocated) filter (where route = 1 and is_in_time), 0) as cancer_allocated_treatments_within_62_days,
        coalesce(sum(share) filter (where route = 3), 0) as cancer_screening_treatments,
        coalesce(sum(share) filter (where route = 3 and is_in_time), 0) as cancer_screening_treatments_within_62_days
    from by_basis
    group by all
)
on columns(* exclude (month_date, basis, organisation_key))
into name measure value value;

insert into measure_value (month_date, basis, organisation_key, measure, value)
with known as (
    select cast(date_trunc('month', min(ended_date)) as date) as first_date, cast(max(modified_at) as date) as last_date
    from fact_cancer_pathway
),

counted as (
    select
        cast(date_trunc('month', p.day_105_date) as date) as month_date,
        case when p.transfer_days <= 104 and p.treating_provider_key <> 0 then p.treating_provider_key else p.first_seen_provider_key end
            as provider_key,
        p.commissioner_key,
        1 as passed
    from fact_cancer_pathway as p, known as k
    where p.day_105_date between k.first_date and k.last_date
    union all
    select distinct cast(date_trunc('month', p.first_seen_date) as date), p.first_seen_provider_key, p.commissioner_key, 0
    from fact_cancer_pathway as p, known as k
    where p.first_seen_date >= k.first_date
)

select month_date, 'provider', provider_key, 'cancer_pathways_past_day_104', sum(passed) from counted group by all
union all
select month_date, 'commissioner', commissioner_key, 'cancer_pathways_past_day_104', sum(passed) from counted group by all;
