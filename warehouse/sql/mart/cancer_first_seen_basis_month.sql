-- First appointments under a 14-day standard by month first seen, basis, organisation, standard and suspected tumour group: one row each.
-- Provider and commissioner rows hold the same patients: choose one basis, never add both.
-- A register that begins with the pathways that ended after a day knows only some of the appointments before it: no month before that counts.
-- Example: select month_date, sum(within_14_days) from mart.cancer_first_seen_basis_month where basis = 'commissioner' group by month_date order by month_date;
with complete as (
    select cast(date_trunc('month', min(ended_date)) as date) as first_date
    from star.fact_cancer_pathway
),

counted as (
    select
        cast(date_trunc('month', p.first_seen_date) as date) as month_date,
        p.first_seen_provider_key,
        p.commissioner_key,
        p.cancer_referral_route_key,
        p.suspected_tumour_group_key,
        count(*) as first_seen,
        count(*) filter (where p.is_within_14_days) as within_14_days
    from star.fact_cancer_pathway as p
    cross join complete as c
    where p.is_within_14_days is not null
      and p.first_seen_date >= c.first_date
    group by 1, 2, 3, 4, 5
),

by_basis as (
    select
        month_date, 'provider' as basis, first_seen_provider_key as organisation_key, cancer_referral_route_key, suspected_tumour_group_key,
        first_seen, within_14_days
    from counted
    union all
    select
        month_date, 'commissioner' as basis, commissioner_key as organisation_key, cancer_referral_route_key, suspected_tumour_group_key,
        first_seen, within_14_days
    from counted
)

select
    b.month_date,  -- First day of the month first seen.
    b.basis,  -- provider, by the trust that saw the patient, or commissioner, by the CCG of residence.
    b.organisation_key,  -- The organisation; dim_organisation.
    r.two_week_standard,  -- urgent or breast_symptomatic: which 14-day standard.
    t.tumour_group_family,  -- What the referral suspected, such as breast or lower_gastrointestinal.
    cast(sum(b.first_seen) as bigint) as first_seen,  -- Patients first seen.
    cast(sum(b.within_14_days) as bigint) as within_14_days  -- First seen within 14 days of referral.
from by_basis as b
inner join star.dim_cancer_referral_route as r on r.cancer_referral_route_key = b.cancer_referral_route_key
inner join star.dim_tumour_group as t on t.tumour_group_key = b.suspected_tumour_group_key
group by 1, 2, 3, 4, 5
