using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>Every fault planted in the spells stands in the source as the list of them says.</summary>
[TestFixture]
public sealed class SampleInpatientFaultsTests
{
    /// <summary>Spells as they stand, beside what their episodes say.</summary>
    private const string Standing =
        """
        (
            with episode as (
                select
                    SpellId as spell_id,
                    count(*) as episodes,
                    max(RecordedAt) as last_episode_recorded_at,
                    min(TreatmentFunction) filter (where EpisodeOrder = 1) as first_specialty
                from history.InpatientEpisode
                group by SpellId
            )

            select s.*, e.* exclude (spell_id)
            from history.InpatientSpell as s
            left join episode as e on e.spell_id = s.SpellId
            where s.SupersededAt is null
        )
        """;

    private static readonly PlantedFeed Feed = PlantedFeed.Of("inpatient_spell");

    // The fault, and what is true of the rows that a reader sees under its key at the end of 2018.
    [TestCase("exact duplicate", "kept once", "count(*) = 2 and count(distinct a) = 1")]
    [TestCase("newer version beside the older", "latest version kept",
        "count(*) = 2 and count(distinct ModifiedAt) = 2 and max(DischargedAt) - min(DischargedAt) = interval 7 minute")]
    [TestCase("late row", "kept",
        "count(*) = 1 and min(ModifiedAt) > min(DischargedAt) + interval 13 day and min(ModifiedAt) >= timestamp '2018-12-01'")]
    [TestCase("changed row", "latest version kept", "count(*) = 1 and min(ModifiedAt) = min(PlantedAt)")]
    [TestCase("episode added", "latest version kept",
        "count(*) = 1 and min(ModifiedAt) = min(PlantedAt) and min(ModifiedAt) = max(last_episode_recorded_at) and min(episodes) >= 2")]
    [TestCase("deleted row", "absent", "count(SpellId) = 0")]
    [TestCase("bad provider code", "rejected: ProviderCode allowed", "min(ProviderCode) = 'ZZZ'")]
    [TestCase("bad patient classification", "rejected: PatientClassification allowed", "min(PatientClassification) = '7'")]
    [TestCase("bad admission method", "kept", "min(AdmissionMethod) = '77'")]
    [TestCase("bad commissioner code", "kept", "min(CommissionerCode) = 'SE-LDN'")]
    [TestCase("bad treatment function", "kept", "min(first_specialty) = '9ZZ'")]
    [TestCase("missing admission", "rejected: AdmittedAt required", "count(SpellId) = 1 and count(AdmittedAt) = 0")]
    [TestCase("missing admission method", "rejected: AdmissionMethod required", "count(SpellId) = 1 and count(AdmissionMethod) = 0")]
    [TestCase("missing episodes", "kept", "count(SpellId) = 1 and count(episodes) = 0")]
    [TestCase("discharge before admission", "rejected: leaves_after_admission", "min(DischargedAt) < min(AdmittedAt)")]
    [TestCase("day case with a night", "rejected: day_case_stays_no_night",
        "min(PatientClassification) = '2' and min(DischargedAt) = min(AdmittedAt) + interval 1 day")]
    [TestCase("sentinel admission", "rejected: AdmittedAt required", "min(AdmittedAt) = timestamp '1800-01-01'")]
    [TestCase("sentinel discharge", "rejected: finished_has_discharge",
        "min(DischargedAt) = timestamp '1800-01-01' and min(DischargeMethod) <> '8'")]
    [TestCase("sentinel birth date", "kept", "min(BirthDate) = date '1801-01-01'")]
    [TestCase("NHS number with a wrong check digit", "kept", "min(length(NhsNumber)) = 10")]
    [TestCase("NHS number too short", "kept", "min(length(NhsNumber)) = 9")]
    [TestCase("untidy code", "kept, code trimmed and upper-cased", "min(ProviderCode) in ('rj1 ', 'rjz ', 'rj2 ')")]
    public void PlantedFault_StandsInTheSource(string fault, string expected, string isTrue) =>
        PlantedFaults.StandAsListed(Feed, Standing, fault, expected, isTrue);

    [Test]
    public void PlantedFaults_AreAllTested() =>
        PlantedFaults.AreAllTested(Feed, typeof(SampleInpatientFaultsTests).GetMethod(nameof(PlantedFault_StandsInTheSource))!);

    [TestCase("changed row", 1)]
    [TestCase("episode added", 1)]
    [TestCase("deleted row", 1)]
    [TestCase("late row", 0)]
    public void FaultOfDecember_ShowsBetweenTwoNights(string fault, int rowsBefore) =>
        PlantedFaults.ShowBetweenTwoNights(Feed, fault, rowsBefore);

    [Test]
    public void Rejects_StayFarBelowTheFeedsLimit() => Assert.That(
        SharedSample.Built.Source.Scalar<double>(
            """
            select (select count(*) from sample.PlantedFault where Feed = 'inpatient_spell' and Expected like 'rejected: %')
                / (select count(*) from history.InpatientSpell)
            """),
        Is.LessThan(0.001));
}
