-- feed: cancer_pathway
-- key: pathway_id
-- month: referred_date
-- newest: modified_at
-- fact_cancer_pathway: one row per cancer pathway.
with counted as (
    select
        p.*,
        coalesce(r.cancer_referral_route_key, 0) as cancer_referral_route_key,
        coalesce(r.two_week_standard, 'none') <> 'none' as has_two_week_standard,
        coalesce(r.sixty_two_day_clock, 'none') <> 'none' as has_sixty_two_day_clock,
        coalesce(p.treated_date, case when p.outcome_code = 'N' then p.told_date end) as ended_date,
        coalesce(p.treating_provider_code <> p.first_seen_provider_code, false) as is_shared,
        cast(p.first_seen_date - p.referred_date as integer) as first_seen_days,
        cast(p.told_date - p.referred_date as integer) as told_days,
        cast(p.transferred_date - p.referred_date as integer) as transfer_days,
        cast(p.treated_date - p.transferred_date as integer) as after_transfer_days,
        cast(p.treated_date - p.decided_to_treat_date as integer) as decided_to_treated_days,
        cast(p.treated_date - p.referred_date as integer) as treated_days
    from staging.stg_cancer_pathway as p
    left join star.dim_cancer_referral_route as r on r.cancer_referral_route_code = p.cancer_referral_route_code
),

-- Whose success or breach a treated 62-day pathway is. Published figures count half to each of two providers. The day-38 rule is that
-- of the National Cancer Breach Allocation Guidance (NHS England and NHS Improvement, April 2016): transfer by day 38, then 24 days
-- to treat. It moves the whole pathway to the provider that was late alone, or that made up for the other's lateness:
--   transfer by day 38, in 62 days                              half each
--   transfer by day 38, over 62 days (so not in 24)             all to the treating provider
--   transfer later, treated in 24 days, over 62                 all to the first-seen provider
--   transfer later, not treated in 24 days (so over 62)         half each
--   transfer later, treated in 24 days, in 62                   all to the treating provider
-- Day 38, 24 days and 62 days are in time. A shared pathway without a day of transfer stays half each, for the rule cannot be applied.
-- Commissioners count each pathway once, whole.
shared as (
    select
        *,
        case
            when not has_sixty_two_day_clock or treated_date is null then null
            when is_shared then 0.5
            else 1.0
        end as first_seen_share,
        case
            when not has_sixty_two_day_clock or treated_date is null then null
            when not is_shared then 1.0
            when transfer_days is null then 0.5
            when transfer_days <= 38 and treated_days <= 62 then 0.5
            when transfer_days <= 38 then 0.0
            when after_transfer_days > 24 then 0.5
            when treated_days > 62 then 1.0
            else 0.0
        end as first_seen_allocated_share
    from counted
)

select
    s.pathway_id,
    coalesce(first_seen.organisation_key, 0) as first_seen_provider_key,
    coalesce(treating.organisation_key, 0) as treating_provider_key,
    coalesce(commissioner.organisation_key, 0) as commissioner_key,
    cast(s.cancer_referral_route_key as smallint) as cancer_referral_route_key,
    cast(case when s.suspected_tumour_group_code is null then 99 else coalesce(suspected.tumour_group_key, 0) end as smallint)
        as suspected_tumour_group_key,
    cast(case when s.tumour_group_code is null then 99 else coalesce(found.tumour_group_key, 0) end as smallint) as tumour_group_key,
    coalesce(age.age_band_key, 0) as age_band_key,
    s.referred_date,
    s.first_seen_date,
    s.told_date,
    s.transferred_date,
    s.decided_to_treat_date,
    s.treated_date,
    s.ended_date,
    case when s.has_sixty_two_day_clock and (s.ended_date is null or s.ended_date - s.referred_date > 104) then s.referred_date + 105 end
        as day_105_date,
    s.first_seen_days,
    s.told_days,
    s.transfer_days,
    s.after_transfer_days,
    s.decided_to_treated_days,
    s.treated_days,
    s.is_shared,
    case when s.has_two_week_standard then s.first_seen_days <= 14 end as is_within_14_days,
    s.decided_to_treated_days <= 31 as is_within_31_days,
    case when s.has_sixty_two_day_clock then s.treated_days <= 62 end as is_within_62_days,
    cast(s.first_seen_share as decimal(2, 1)) as first_seen_share,
    cast(1 - s.first_seen_share as decimal(2, 1)) as treating_share,
    cast(s.first_seen_allocated_share as decimal(2, 1)) as first_seen_allocated_share,
    cast(1 - s.first_seen_allocated_share as decimal(2, 1)) as treating_allocated_share,
    s.outcome_code,
    s.treatment_modality_code,
    s.sex_code,
    s.modified_at
from shared as s
left join star.dim_organisation as first_seen on first_seen.ods_code = s.first_seen_provider_code
left join star.dim_organisation as treating on treating.ods_code = s.treating_provider_code
left join star.dim_organisation as commissioner on commissioner.ods_code = s.commissioner_code
left join star.dim_tumour_group as suspected
    on suspected.tumour_group_stage = 'suspected'
    and suspected.tumour_group_code = s.suspected_tumour_group_code
left join star.dim_tumour_group as found
    on found.tumour_group_stage = 'treated'
    and found.tumour_group_code = s.tumour_group_code
left join star.dim_age_band as age on age.age_band = s.age_band
