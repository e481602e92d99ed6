-- rtt_open_pathway: one row per census and pathway open at it, of the censuses within the extract window. Plain SQL that SQL Server runs
-- as it stands.
select
    CensusDate,
    PathwayId,
    ProviderCode,
    CommissionerCode,
    TreatmentFunctionCode,
    ClockStartDate,
    HasDecisionToAdmit,
    ModifiedAt
from dbo.RttOpenPathway
where CensusDate >= @window_start
  and CensusDate < @window_end
