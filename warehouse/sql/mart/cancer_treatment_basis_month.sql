-- First treatments for cancer by month of treatment, basis, organisation and tumour group: one row each. At providers a shared pathway counts
-- in halves under the 62-day standards, at commissioners whole: choose one basis, never add both.
-- The 31-day standard counts the treating provider, the 62-day standards both, each with its share.
-- Example: select month_date, sum(urgent_within_62_days) / sum(urgent_treatments) from mart.cancer_treatment_basis_month where basis = 'commissioner' group by month_date order by month_date;
with by_basis as (
    select
        cast(date_trunc('month', p.treated_date) as date) as month_date,
        'provider' as basis,
        p.treating_provider_key as organisation_key,
        p.tumour_group_key,
        p.cancer_referral_route_key,
        count(*) as first_treatments,
        count(*) filter (where p.is_within_31_days) as within_31_days,
        sum(p.treating_share) as clocked,
        sum(p.treating_share) filter (where p.is_within_62_days) as clocked_within,
        sum(p.treating_allocated_share) as allocated,
        sum(p.treating_allocated_share) filter (where p.is_within_62_days) as allocated_within
    from star.fact_cancer_pathway as p
    where p.treated_date is not null
    group by 1, 3, 4, 5
    union all
    select
        cast(date_trunc('month', p.treated_date) as date) as month_date,
        'provider' as basis,
        p.first_seen_provider_key as organisation_key,
        p.tumour_group_key,
        p.cancer_referral_route_key,
        0 as first_treatments,
        0 as within_31_days,
        sum(p.first_seen_share) as clocked,
        sum(p.first_seen_share) filter (where p.is_within_62_days) as clocked_within,
        sum(p.first_seen_allocated_share) as allocated,
        sum(p.first_seen_allocated_share) filter (where p.is_within_62_days) as allocated_within
    from star.fact_cancer_pathway as p
    where p.treated_date is not null
    group by 1, 3, 4, 5
    union all
    select
        cast(date_trunc('month', p.treated_date) as date) as month_date,
        'commissioner' as basis,
        p.commissioner_key as organisation_key,
        p.tumour_group_key,
        p.cancer_referral_route_key,
        count(*) as first_treatments,
        count(*) filter (where p.is_within_31_days) as within_31_days,
        count(*) as clocked,
        count(*) filter (where p.is_within_62_days) as clocked_within,
        count(*) as allocated,
        count(*) filter (where p.is_within_62_days) as allocated_within
    from star.fact_cancer_pathway as p
    where p.treated_date is not null
    group by 1, 3, 4, 5
)

select
    b.month_date,  -- First day of the month of treatment.
    b.basis,  -- provider, by the trusts that saw and treated the patient, or commissioner, by the CCG of residence.
    b.organisation_key,  -- The organisation; dim_organisation.
    t.tumour_group_family,  -- The cancer treated, such as breast or lower_gastrointestinal.
    cast(sum(b.first_treatments) as bigint) as first_treatments,  -- First treatments by any route, at the treating provider.
    cast(sum(b.within_31_days) as bigint) as within_31_days,  -- Treated within 31 days of the decision to treat.
    cast(coalesce(sum(b.clocked) filter (where r.sixty_two_day_clock = 'urgent'), 0) as decimal(18, 1)) as urgent_treatments,  -- Treated after an urgent GP referral, shared pathways in halves.
    cast(coalesce(sum(b.clocked_within) filter (where r.sixty_two_day_clock = 'urgent'), 0) as decimal(18, 1)) as urgent_within_62_days,  -- Of these within 62 days of referral.
    cast(coalesce(sum(b.allocated) filter (where r.sixty_two_day_clock = 'urgent'), 0) as decimal(18, 1)) as allocated_treatments,  -- The same, shared pathways divided by the day-38 rule.
    cast(coalesce(sum(b.allocated_within) filter (where r.sixty_two_day_clock = 'urgent'), 0) as decimal(18, 1)) as allocated_within_62_days,  -- Of these within 62 days of referral.
    cast(coalesce(sum(b.clocked) filter (where r.sixty_two_day_clock = 'screening'), 0) as decimal(18, 1)) as screening_treatments,  -- Treated after screening, shared pathways in halves.
    cast(coalesce(sum(b.clocked_within) filter (where r.sixty_two_day_clock = 'screening'), 0) as decimal(18, 1)) as screening_within_62_days,  -- Of these within 62 days.
    cast(coalesce(sum(b.clocked) filter (where r.sixty_two_day_clock = 'upgrade'), 0) as decimal(18, 1)) as upgrade_treatments,  -- Treated after a consultant's upgrade, shared pathways in halves.
    cast(coalesce(sum(b.clocked_within) filter (where r.sixty_two_day_clock = 'upgrade'), 0) as decimal(18, 1)) as upgrade_within_62_days  -- Of these within 62 days.
from by_basis as b
inner join star.dim_cancer_referral_route as r on r.cancer_referral_route_key = b.cancer_referral_route_key
inner join star.dim_tumour_group as t on t.tumour_group_key = b.tumour_group_key
group by 1, 2, 3, 4
