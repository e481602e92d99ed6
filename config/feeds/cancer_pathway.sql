-- cancer_pathway: one row per pathway changed within the extract window. Plain SQL that SQL Server runs as it stands.
select
    PathwayId,
    ReferralRoute,
    SuspectedTumourGroup,
    ReferredDate,
    FirstSeenDate,
    FirstSeenProviderCode,
    TransferDate,
    ToldDate,
    DecidedToTreatDate,
    TreatedDate,
    TreatingProviderCode,
    TumourGroup,
    TreatmentModality,
    Outcome,
    CommissionerCode,
    Sex,
    BirthDate,
    ModifiedAt
from dbo.CancerPathway
where ModifiedAt >= @window_start
  and ModifiedAt < @window_end
