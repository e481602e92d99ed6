-- stg_cancer_pathway: one row per cancer pathway of the batch that keeps its contract, as landed, renamed.
select
    -- keys
    PathwayId as pathway_id,
    FirstSeenProviderCode as first_seen_provider_code,
    TreatingProviderCode as treating_provider_code,
    CommissionerCode as commissioner_code,
    ReferralRoute as cancer_referral_route_code,
    SuspectedTumourGroup as suspected_tumour_group_code,
    TumourGroup as tumour_group_code,
    -- the patient
    AgeBand as age_band,
    Sex as sex_code,
    -- dates
    ReferredDate as referred_date,
    FirstSeenDate as first_seen_date,
    ToldDate as told_date,
    TransferDate as transferred_date,
    DecidedToTreatDate as decided_to_treat_date,
    TreatedDate as treated_date,
    ModifiedAt as modified_at,
    -- codes as supplied
    Outcome as outcome_code,
    TreatmentModality as treatment_modality_code
from landing.cancer_pathway
