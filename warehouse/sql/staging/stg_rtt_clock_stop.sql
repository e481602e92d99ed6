-- stg_rtt_clock_stop: one row per stopped clock of the batch that keeps its contract, as landed, renamed.
select
    -- keys
    PathwayId as pathway_id,
    ProviderCode as provider_code,
    CommissionerCode as commissioner_code,
    TreatmentFunctionCode as treatment_function_code,
    StopStatus as stop_status_code,
    -- the wait
    ClockStartDate as clock_start_date,
    ClockStopDate as clock_stop_date,
    IsAdmitted as is_admitted,
    ModifiedAt as modified_at
from landing.rtt_clock_stop
