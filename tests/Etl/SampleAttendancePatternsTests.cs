using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>The days, hours and waits of the sample look like those of emergency departments.</summary>
[TestFixture]
public sealed class SampleAttendancePatternsTests
{
    [Test]
    public void Mondays_AreBusierThanOtherDays()
    {
        const int days = 1371, mondays = 196;

        Assert.That(
            Arrivals("extract(isodow from day) = 1") / mondays,
            Is.EqualTo(1.09 * Arrivals("extract(isodow from day) > 1") / (days - mondays)).Within(3).Percent);
    }

    [Test]
    public void Hours_HaveATroughAtNightAndAPeakBeforeNoon()
    {
        var trough = Arrivals("extract(hour from ArrivedAt) in (3, 4, 5)");

        Assert.Multiple(() =>
        {
            Assert.That(Arrivals("extract(hour from ArrivedAt) in (10, 11, 12)"), Is.GreaterThan(3 * trough));
            Assert.That(Arrivals("extract(hour from ArrivedAt) in (17, 18, 19)"), Is.GreaterThan(3 * trough));
        });
    }

    [Test]
    public void Winters_HaveMoreLongWaitsThanSummers() => Assert.That(
        OverShare("extract(month from day) in (12, 1, 2)"),
        Is.GreaterThan(OverShare("extract(month from day) in (6, 7, 8)") + 0.02));

    [Test]
    public void WaitsDependOnLoad_MondaysAndLateArrivalsWaitLonger() => Assert.Multiple(() =>
    {
        Assert.That(OverShare("extract(isodow from day) = 1"), Is.GreaterThan(OverShare("extract(isodow from day) = 6")));
        Assert.That(
            OverShare("extract(hour from ArrivedAt) >= 21"),
            Is.GreaterThan(1.5 * OverShare("extract(hour from ArrivedAt) between 8 and 10")));
    });

    [Test]
    public void Departures_ClusterJustBeforeAndAfterFourHours()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Type1Stays(220, 240), Is.GreaterThan(2 * Type1Stays(100, 120)));
            Assert.That(Type1Stays(241, 251), Is.GreaterThan(2 * Type1Stays(271, 281)));
        });

        double Type1Stays(int from, int to) => Arrivals(
            $"DepartmentType = '01' and date_diff('minute', ArrivedAt, DepartedAt) between {from} and {to}");
    }

    [Test]
    public void Arrivals_LieWithinThePeriod_LeapDayIncludedSkippedHourNot() => Assert.Multiple(() =>
    {
        Assert.That(Arrivals("day < date '2015-04-01' or day > date '2018-12-31'"), Is.Zero);
        Assert.That(Arrivals("day = date '2016-02-29'"), Is.GreaterThan(50));
        Assert.That(Arrivals("ArrivedAt >= timestamp '2017-03-26 01:00:00' and ArrivedAt < timestamp '2017-03-26 02:00:00'"), Is.Zero);
        Assert.That(
            Arrivals("day = date '2017-12-25'"),
            Is.LessThan(0.85 * Arrivals("day between date '2017-12-04' and date '2017-12-17'") / 14));
        Assert.That(
            Arrivals("day = date '2018-12-31'"),
            Is.GreaterThan(0.75 * Arrivals("day between date '2018-12-20' and date '2018-12-30'") / 11));
    });

    private static double Arrivals(string condition) =>
        SharedSample.Built.Source.Scalar<long>($"select count(*) from {BuiltSample.Counted} where {condition}");

    private static double OverShare(string condition) => Arrivals($"is_over and ({condition})") / Arrivals(condition);
}
