-- ae_attendance: one row per attendance changed within the extract window. Plain SQL that SQL Server runs as it stands.
select
    AttendanceId,
    NhsNumber,
    ProviderCode,
    SiteCode,
    DepartmentType,
    DataSet,
    AttendanceCategory,
    ArrivalMode,
    ReferralSource,
    CommissionerCode,
    Postcode,
    Sex,
    BirthDate,
    ArrivedAt,
    InitialAssessmentAt,
    SeenAt,
    DecidedToAdmitAt,
    DepartedAt,
    DisposalCode,
    ModifiedAt
from dbo.AeAttendance
where ModifiedAt >= @window_start
  and ModifiedAt < @window_end
