using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>The spells of the sample have the volumes and shapes of three acute trusts, and those by A&amp;E follow its attendances.</summary>
[TestFixture]
public sealed class SampleInpatientTests
{
    /// <summary>The spells as they stand at the end of 2018, planted ones left out.</summary>
    private const string Spells =
        """
        (
            select
                *,
                cast(AdmittedAt as date) as day,
                cast(DischargedAt as date) - cast(AdmittedAt as date) as nights,
                AdmissionMethod[1] = '2' as is_emergency,
                AdmissionMethod in ('11', '12', '13') and PatientClassification <> '3' as is_elective
            from history.InpatientSpell
            where SupersededAt is null
              and SpellId not in (select RowKey from sample.PlantedFault where Feed = 'inpatient_spell')
        )
        """;

    // Financial year from April of, thousands of spells at least and at most: all, emergencies, planned.
    [TestCase(2016, 430, 460, 160, 180, 200, 215)]
    [TestCase(2017, 430, 470, 160, 180, 200, 225)]
    public void Year_HasTheTrustsVolumes(
        int year, int least, int most, int leastEmergency, int mostEmergency, int leastElective, int mostElective)
    {
        var inYear = $"day >= make_date({year}, 4, 1) and day < make_date({year + 1}, 4, 1)";

        Assert.Multiple(() =>
        {
            Assert.That(Thousands(inYear), Is.InRange(least, most));
            Assert.That(Thousands($"{inYear} and is_emergency"), Is.InRange(leastEmergency, mostEmergency));
            Assert.That(Thousands($"{inYear} and is_elective"), Is.InRange(leastElective, mostElective));
            Assert.That(Thousands($"{inYear} and AdmissionMethod in ('31', '32')"), Is.InRange(28, 36));
            Assert.That(Thousands($"{inYear} and AdmissionMethod = '82'"), Is.InRange(20, 27));
        });

        double Thousands(string condition) => Count(condition) / SharedSample.Scale / 1000;
    }

    [Test]
    public void EmergencyStays_AreLongTailed()
    {
        const string overnight = "is_emergency and nights > 0";

        Assert.Multiple(() =>
        {
            Assert.That(Share("nights = 0", "is_emergency and nights is not null"), Is.EqualTo(0.36).Within(0.03));
            Assert.That(Average("nights", overnight), Is.EqualTo(5).Within(0.5));
            Assert.That(Share("nights >= 7", overnight), Is.EqualTo(0.18).Within(0.02));
            Assert.That(Share("nights >= 21", overnight), Is.EqualTo(0.04).Within(0.01));
        });
    }

    [Test]
    public void PlannedCare_IsMostlyDayCases_AndRestsAtWeekends()
    {
        const string overnight = "is_elective and PatientClassification = '1' and nights > 0";

        Assert.Multiple(() =>
        {
            Assert.That(Share("PatientClassification = '2'", "is_elective"), Is.InRange(0.80, 0.84));
            Assert.That(Average("nights", overnight), Is.InRange(3.4, 4.4));
            Assert.That(Share("extract(isodow from day) >= 6", "is_elective"), Is.LessThan(0.10));
            Assert.That(Share("extract(isodow from day) >= 6", "is_emergency"), Is.GreaterThan(0.22));
            Assert.That(Count("is_elective and day = date '2017-12-25'"), Is.LessThan(0.2 * Count("is_elective and day = date '2017-12-11'")));
        });
    }

    [Test]
    public void Winters_HaveMoreEmergencyNightsThanSummers() => Assert.That(
        Average("nights", "is_emergency and nights > 0 and extract(month from day) in (12, 1, 2)"),
        Is.GreaterThan(1.03 * Average("nights", "is_emergency and nights > 0 and extract(month from day) in (6, 7, 8)")));

    [Test]
    public void Readmissions_AreByRealRepeats_AndRise()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Readmitted(2016), Is.InRange(0.11, 0.135));
            Assert.That(Readmitted(2018), Is.InRange(0.115, 0.145));
        });

        static double Readmitted(int year) => SharedSample.Built.Source.Scalar<double>(
            $"""
            with spell as materialized (
                select * from {Spells}
            )

            select avg(case when exists (
                select 1
                from spell as r
                where r.is_emergency
                  and r.NhsNumber = i.NhsNumber
                  and r.AdmittedAt > i.DischargedAt
                  and cast(r.AdmittedAt as date) <= cast(i.DischargedAt as date) + 29
            ) then 1 else 0 end)
            from spell as i
            where (i.is_emergency or i.is_elective and i.PatientClassification = '1')
              and i.DischargeMethod in ('1', '2')
              and i.NhsNumber is not null
              and i.DischargedAt >= make_date({year}, 1, 1)
              and i.DischargedAt < make_date({year}, 12, 1)
            """);
    }

    [Test]
    public void EmergenciesByAe_AreTheAdmittedAttendances()
    {
        var pairs = SharedSample.Built.Source.Query<long>(
            """
            with admitted as (
                select NhsNumber, ProviderCode, DepartedAt, count(*) as attendances
                from history.AeAttendance
                where DisposalCode = '01'
                  and DepartedAt < timestamp '2018-12-31 23:50:00'
                  and AttendanceId not in (select RowKey from sample.PlantedFault where Feed = 'ae_attendance')
                group by all
            ),

            spell as (
                select NhsNumber, ProviderCode, AdmittedAt, count(distinct SpellId) as spells
                from history.InpatientSpell
                where AdmissionMethod = '21'
                  and AdmittedAt >= timestamp '2015-04-01'
                  -- Those planted with a number of their own are copies.
                  and SpellId < 200000000
                group by all
            )

            select count(*) from spell
            union all
            select count(*)
            from spell as s
            inner join admitted as a
                on a.NhsNumber is not distinct from s.NhsNumber
                and a.ProviderCode = s.ProviderCode
                and a.DepartedAt = s.AdmittedAt
                and a.attendances = s.spells
            union all
            select count(*) from admitted
            """);

        Assert.Multiple(() =>
        {
            Assert.That(pairs[1], Is.EqualTo(pairs[0]), "every spell has its attendance");
            Assert.That(pairs[2], Is.EqualTo(pairs[0]), "and the other way round");
        });
    }

    [Test]
    public void SpellsInHospitalAtTheYearsEnd_AreOpen_AndThoseOfDecemberWereBeforeTheirDischarge() => Assert.Multiple(() =>
    {
        Assert.That(Count("DischargedAt is null"), Is.EqualTo(2100 * SharedSample.Scale).Within(25).Percent);
        Assert.That(Count("DischargedAt is null and (DischargeMethod <> '8' or AdmittedAt < timestamp '2018-06-01')"), Is.Zero);
        Assert.That(
            SharedSample.Built.Source.Scalar<long>(
                """
                select count(*)
                from history.InpatientSpell as o
                inner join history.InpatientSpell as s on s.SpellId = o.SpellId and s.RecordedAt = o.SupersededAt
                where o.DischargedAt is null
                  and o.AdmittedAt >= timestamp '2018-12-01'
                  and s.DischargedAt is not null
                """),
            Is.GreaterThan(5000 * SharedSample.Scale));
    });

    [Test]
    public void BedsAreFullFromTheFirstDay() => Assert.That(
        InHospital("2015-04-02"), Is.EqualTo(InHospital("2016-04-02")).Within(15).Percent);

    [Test]
    public void Episodes_AreOneToThreeASpell_WithSpecialtiesOfTheDictionary()
    {
        var figures = SharedSample.Built.Source.Query<double>(
            """
            select count(*) / count(distinct SpellId)
            from history.InpatientEpisode
            union all
            select max(EpisodeOrder)
            from history.InpatientEpisode
            where EpisodeId not in (select e.EpisodeId from history.InpatientEpisode as e where e.SpellId >= 200000000)
            union all
            select count(*)
            from history.InpatientEpisode
            where not regexp_full_match(TreatmentFunction, '[1-8][0-9]{2}') and TreatmentFunction <> '9ZZ'
            """);

        Assert.Multiple(() =>
        {
            Assert.That(figures[0], Is.EqualTo(1.15).Within(0.02));
            Assert.That(figures[1], Is.EqualTo(3));
            Assert.That(figures[2], Is.Zero);
        });
    }

    [Test]
    public void RowsThatAreNotPlanted_AreWithoutFault() => Assert.That(
        Count(
            """
            not (
                ProviderCode in ('RJ1', 'RJZ', 'RJ2')
                and SiteCode[1:3] = ProviderCode
                and PatientClassification in ('1', '2', '3')
                and coalesce(DischargedAt > AdmittedAt, DischargeMethod = '8')
                and (PatientClassification = '1' or nights = 0)
                and ModifiedAt > AdmittedAt
                and RecordedAt < timestamp '2019-01-01'
                and BirthDate <= day
                and coalesce(NhsNumber like '999%' and length(NhsNumber) = 10, true)
                and (AdmissionMethod not in ('31', '32') or Sex = '2')
            )
            """),
        Is.Zero);

    private static double Count(string condition) =>
        SharedSample.Built.Source.Scalar<long>($"select count(*) from {Spells} where {condition}");

    private static double Share(string condition, string among) => Count($"({among}) and ({condition})") / Count(among);

    private static double Average(string what, string among) =>
        SharedSample.Built.Source.Scalar<double>($"select avg({what}) from {Spells} where {among}");

    private static double InHospital(string day) =>
        Count($"(is_emergency or is_elective) and day < date '{day}' and coalesce(DischargedAt >= timestamp '{day}', true)");
}
