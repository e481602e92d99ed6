-- rtt_clock_stop: one row per pathway whose clock stopped, changed within the extract window. Plain SQL that SQL Server runs as it stands.
select
    PathwayId,
    ProviderCode,
    CommissionerCode,
    TreatmentFunctionCode,
    ClockStartDate,
    ClockStopDate,
    StopStatus,
    IsAdmitted,
    ModifiedAt
from dbo.RttClockStop
where ModifiedAt >= @window_start
  and ModifiedAt < @window_end
