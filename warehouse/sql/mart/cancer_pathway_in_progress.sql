-- Cancer pathways under a 62-day clock that have not ended: one row per pathway, with the days waited by the last day that the data reach.
-- Example: select provider_ods_code, count(*) filter (where waited_days > 62) from mart.cancer_pathway_in_progress group by provider_ods_code order by 1;
with known as (
    select cast(max(modified_at) as date) as last_date
    from star.fact_cancer_pathway
)

select
    p.pathway_id,  -- The source's number of the pathway.
    o.ods_code as provider_ods_code,  -- Provider that holds it: the one it was transferred to, or else the one that first saw the patient or is to.
    o.short_name as provider_name,  -- Its short name.
    c.ods_code as commissioner_ods_code,  -- CCG of residence.
    r.sixty_two_day_clock,  -- urgent, screening or upgrade: which 62-day standard.
    s.tumour_group_name as suspected_tumour_group_name,  -- What the referral suspected.
    g.tumour_group_name,  -- The cancer found; none named until then.
    p.outcome_code,  -- C cancer, O open: not told yet.
    p.referred_date,  -- Day of referral.
    p.first_seen_date,  -- Day first seen; null while not seen.
    p.transferred_date,  -- Day of transfer; null when not transferred.
    p.decided_to_treat_date,  -- Day of the decision to treat; null until then.
    cast(k.last_date - p.referred_date as integer) as waited_days  -- Days since referral.
from star.fact_cancer_pathway as p
cross join known as k
inner join star.dim_organisation as o
    on o.organisation_key = case when p.transferred_date is not null and p.treating_provider_key <> 0 then p.treating_provider_key else p.first_seen_provider_key end
inner join star.dim_organisation as c on c.organisation_key = p.commissioner_key
inner join star.dim_cancer_referral_route as r on r.cancer_referral_route_key = p.cancer_referral_route_key
inner join star.dim_tumour_group as s on s.tumour_group_key = p.suspected_tumour_group_key
inner join star.dim_tumour_group as g on g.tumour_group_key = p.tumour_group_key
where p.ended_date is null
  and r.sixty_two_day_clock <> 'none'
