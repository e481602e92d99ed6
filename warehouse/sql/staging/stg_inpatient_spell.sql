-- stg_inpatient_spell: one row per spell of the batch that keeps its contract, as landed, renamed.
select
    -- keys
    SpellId as spell_id,
    ProviderCode as provider_code,
    SiteCode as site_code,
    CommissionerCode as commissioner_code,
    AdmissionMethod as admission_method_code,
    FirstSpecialty as first_specialty_code,
    LastSpecialty as last_specialty_code,
    -- the patient
    PatientPseudonym as patient_pseudonym,
    AgeBand as age_band,
    Sex as sex_code,
    -- clock times, London
    AdmittedAt as admitted_at,
    DischargedAt as discharged_at,
    ModifiedAt as modified_at,
    -- codes as supplied
    PatientClassification as patient_classification_code,
    IntendedManagement as intended_management_code,
    DischargeMethod as discharge_method_code,
    DischargeDestination as discharge_destination_code,
    EpisodeCount as episode_count
from landing.inpatient_spell
