-- First treatments for cancer by month of treatment, basis, organisation and tumour group: one row each. At providers a shared pathway counts
-- in halves under the 62-day standards, at commissioners whole: choose one basis, never add both.
-- Example: select month_date, sum(urgent_within_62_days) / sum(urgent_treatments) from mart.cancer_treatment_basis_month where basis = 'commissioner' group by month_date order by month_date;
with counted as (
    select
        cast(date_trunc('month', p.treated_date) as date) as month_date,
        p.first_seen_provider_key,
        p.treating_provider_key,
        p.commissioner_key,
        p.tumour_group_key,
        r.sixty_two_day_clock,
        count(*) as pathways,
        count(*) filter (where p.is_within_31_days) as within_31_days,
        count(*) filter (where p.is_within_62_days) as within_62_days,
        coalesce(sum(p.first_seen_share), 0) as first_seen_share,
        coalesce(sum(p.first_seen_share) filter (where p.is_within_62_days), 0) as first_seen_within,
        coalesce(sum(p.treating_share), 0) as treating_share,
        coalesce(sum(p.treating_share) filter (where p.is_within_62_days), 0) as treating_within,
        coalesce(sum(p.first_seen_allocated_share), 0) as first_seen_allocated,
        coalesce(sum(p.first_seen_allocated_share) filter (where p.is_within_62_days), 0) as first_seen_allocated_within,
        coalesce(sum(p.treating_allocated_share), 0) as treating_allocated,
        coalesce(sum(p.treating_allocated_share) filter (where p.is_within_62_days), 0) as treating_allocated_within
    from star.fact_cancer_pathway as p
    inner join star.dim_cancer_referral_route as r on r.cancer_referral_route_key = p.cancer_referral_route_key
    where p.treated_date is not null
    group by 1, 2, 3, 4, 5, 6
),

-- The 31-day standard counts the treating provider; the 62-day standards count both, each with its share.
by_basis as (
    select
        month_date, 'provider' as basis, treating_provider_key as organisation_key, tumour_group_key, sixty_two_day_clock,
        pathways as first_treatments, within_31_days, treating_share as clocked, treating_within as clocked_within,
        treating_allocated as allocated, treating_allocated_within as allocated_within
    from counted
    union all
    select
        month_date, 'provider' as basis, first_seen_provider_key as organisation_key, tumour_group_key, sixty_two_day_clock,
        0 as first_treatments, 0 as within_31_days, first_seen_share as clocked, first_seen_within as clocked_within,
        first_seen_allocated as allocated, first_seen_allocated_within as allocated_within
    from counted
    union all
    select
        month_date, 'commissioner' as basis, commissioner_key as organisation_key, tumour_group_key, sixty_two_day_clock,
        pathways as first_treatments, within_31_days, pathways as clocked, within_62_days as clocked_within,
        pathways as allocated, within_62_days as allocated_within
    from counted
)

select
    b.month_date,  -- First day of the month of treatment.
    b.basis,  -- provider, by the trusts that saw and treated the patient, or commissioner, by the CCG of residence.
    b.organisation_key,  -- The organisation; dim_organisation.
    t.tumour_group_family,  -- The cancer treated, such as breast or lower_gastrointestinal.
    cast(sum(b.first_treatments) as bigint) as first_treatments,  -- First treatments by any route, at the treating provider.
    cast(sum(b.within_31_days) as bigint) as within_31_days,  -- Treated within 31 days of the decision to treat.
    cast(coalesce(sum(b.clocked) filter (where b.sixty_two_day_clock = 'urgent'), 0) as decimal(18, 1)) as urgent_treatments,  -- Treated after an urgent GP referral, shared pathways in halves.
    cast(coalesce(sum(b.clocked_within) filter (where b.sixty_two_day_clock = 'urgent'), 0) as decimal(18, 1)) as urgent_within_62_days,  -- Of these within 62 days of referral.
    cast(coalesce(sum(b.allocated) filter (where b.sixty_two_day_clock = 'urgent'), 0) as decimal(18, 1)) as allocated_treatments,  -- The same, shared pathways divided by the day-38 rule.
    cast(coalesce(sum(b.allocated_within) filter (where b.sixty_two_day_clock = 'urgent'), 0) as decimal(18, 1)) as allocated_within_62_days,  -- Of these within 62 days of referral.
    cast(coalesce(sum(b.clocked) filter (where b.sixty_two_day_clock = 'screening'), 0) as decimal(18, 1)) as screening_treatments,  -- Treated after screening, shared pathways in halves.
    cast(coalesce(sum(b.clocked_within) filter (where b.sixty_two_day_clock = 'screening'), 0) as decimal(18, 1)) as screening_within_62_days,  -- Of these within 62 days.
    cast(coalesce(sum(b.clocked) filter (where b.sixty_two_day_clock = 'upgrade'), 0) as decimal(18, 1)) as upgrade_treatments,  -- Treated after a consultant's upgrade, shared pathways in halves.
    cast(coalesce(sum(b.clocked_within) filter (where b.sixty_two_day_clock = 'upgrade'), 0) as decimal(18, 1)) as upgrade_within_62_days  -- Of these within 62 days.
from by_basis as b
inner join star.dim_tumour_group as t on t.tumour_group_key = b.tumour_group_key
group by 1, 2, 3, 4
