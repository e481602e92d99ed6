-- severity: error
-- The shares of the two providers make one pathway wherever a treated pathway stands under a 62-day clock, and nowhere else.
select p.pathway_id, p.first_seen_share, p.treating_share, p.first_seen_allocated_share, p.treating_allocated_share
from star.fact_cancer_pathway as p
inner join star.dim_cancer_referral_route as r on r.cancer_referral_route_key = p.cancer_referral_route_key
where (
        p.treated_date is not null
        and r.sixty_two_day_clock <> 'none'
        and (
            coalesce(p.first_seen_share + p.treating_share, 0) <> 1
            or coalesce(p.first_seen_allocated_share + p.treating_allocated_share, 0) <> 1
            or p.is_within_62_days is null
        )
    )
   or (
        (p.treated_date is null or r.sixty_two_day_clock = 'none')
        and (p.first_seen_share is not null or p.first_seen_allocated_share is not null or p.is_within_62_days is not null)
    )
