-- inpatient_spell: one row per spell in hospital changed within the extract window; a change of its episodes moves its ModifiedAt too.
-- Plain SQL that SQL Server runs as it stands.
with changed as (
    select
        SpellId,
        NhsNumber,
        ProviderCode,
        SiteCode,
        CommissionerCode,
        AdmissionMethod,
        PatientClassification,
        IntendedManagement,
        AdmittedAt,
        DischargedAt,
        DischargeMethod,
        DischargeDestination,
        Sex,
        BirthDate,
        ModifiedAt
    from dbo.InpatientSpell
    where ModifiedAt >= @window_start
      and ModifiedAt < @window_end
),

counted as (
    select
        SpellId,
        max(EpisodeOrder) as EpisodeCount
    from dbo.InpatientEpisode
    where SpellId in (select SpellId from changed)
    group by SpellId
)

select
    s.SpellId,
    s.NhsNumber,
    s.ProviderCode,
    s.SiteCode,
    s.CommissionerCode,
    s.AdmissionMethod,
    s.PatientClassification,
    s.IntendedManagement,
    s.AdmittedAt,
    s.DischargedAt,
    s.DischargeMethod,
    s.DischargeDestination,
    first_episode.TreatmentFunction as FirstSpecialty,
    last_episode.TreatmentFunction as LastSpecialty,
    coalesce(e.EpisodeCount, 0) as EpisodeCount,
    s.Sex,
    s.BirthDate,
    s.ModifiedAt
from changed as s
left join counted as e on e.SpellId = s.SpellId
left join dbo.InpatientEpisode as first_episode
    on first_episode.SpellId = s.SpellId
    and first_episode.EpisodeOrder = 1
left join dbo.InpatientEpisode as last_episode
    on last_episode.SpellId = s.SpellId
    and last_episode.EpisodeOrder = e.EpisodeCount
