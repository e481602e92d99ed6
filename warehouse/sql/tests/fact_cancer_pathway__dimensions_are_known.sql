-- severity: error
-- Every key of a pathway meets a member of its dimension.
select
    pathway_id, treating_provider_key, commissioner_key, cancer_referral_route_key, suspected_tumour_group_key, tumour_group_key, age_band_key,
    referred_date
from star.fact_cancer_pathway
where treating_provider_key not in (select organisation_key from star.dim_organisation)
   or commissioner_key not in (select organisation_key from star.dim_organisation)
   or cancer_referral_route_key not in (select cancer_referral_route_key from star.dim_cancer_referral_route)
   or suspected_tumour_group_key not in (select tumour_group_key from star.dim_tumour_group)
   or tumour_group_key not in (select tumour_group_key from star.dim_tumour_group)
   or age_band_key not in (select age_band_key from star.dim_age_band)
   or referred_date not in (select calendar_date from star.dim_date)
