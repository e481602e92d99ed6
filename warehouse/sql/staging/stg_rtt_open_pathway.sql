-- stg_rtt_open_pathway: one row per census and open pathway of the batch that keeps its contract, as landed, renamed.
select
    -- keys
    CensusDate as census_date,
    PathwayId as pathway_id,
    ProviderCode as provider_code,
    CommissionerCode as commissioner_code,
    TreatmentFunctionCode as treatment_function_code,
    -- the wait
    ClockStartDate as clock_start_date,
    HasDecisionToAdmit as has_decision_to_admit,
    ModifiedAt as modified_at
from landing.rtt_open_pathway
