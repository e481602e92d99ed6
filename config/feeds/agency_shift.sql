-- agency_shift: one row per requested shift changed within the extract window. Plain SQL that SQL Server runs as it stands.
select
    ShiftId,
    ProviderCode,
    StaffGroup,
    PayBand,
    ShiftDate,
    IsNight,
    Hours,
    ShiftKind,
    HourlyRate,
    CapRate,
    Cost,
    IsCapOverride,
    IsOnFramework,
    SupplierCode,
    ModifiedAt
from dbo.AgencyShift
where ModifiedAt >= @window_start
  and ModifiedAt < @window_end
