-- stg_ae_attendance: one row per attendance of the batch that keeps its contract, as landed, renamed.
select
    -- keys
    AttendanceId as attendance_id,
    ProviderCode as provider_code,
    SiteCode as site_code,
    CommissionerCode as commissioner_code,
    DepartmentType as department_type_code,
    -- the patient
    PatientPseudonym as patient_pseudonym,
    AgeBand as age_band,
    Sex as sex_code,
    PostcodeArea as postcode_area,
    -- clock times, London
    ArrivedAt as arrived_at,
    InitialAssessmentAt as initial_assessment_at,
    SeenAt as seen_at,
    DecidedToAdmitAt as decided_to_admit_at,
    DepartedAt as departed_at,
    ModifiedAt as modified_at,
    -- codes as supplied
    DataSet as data_set_code,
    AttendanceCategory as attendance_category_code,
    ArrivalMode as arrival_mode_code,
    ReferralSource as referral_source_code,
    DisposalCode as disposal_code
from landing.ae_attendance
