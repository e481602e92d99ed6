using System.Globalization;
using Stp.Etl;
using Stp.Etl.Commands;
using Stp.Etl.Runs;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>What time it is for a run: UTC in its records, London's on what it publishes, and which day it stands at.</summary>
[TestFixture]
public sealed class RunClockTests
{
    // UTC, London.
    [TestCase("2019-01-01 00:30", "2019-01-01 00:30", TestName = "Winter_IsUtc")]
    [TestCase("2019-03-31 00:59", "2019-03-31 00:59", TestName = "BeforeTheClocksGoForward")]
    [TestCase("2019-03-31 01:00", "2019-03-31 02:00", TestName = "AsTheClocksGoForward_AnHourIsSkipped")]
    [TestCase("2019-06-30 23:30", "2019-07-01 00:30", TestName = "SummerNight_IsTheNextDay")]
    [TestCase("2019-10-27 00:59", "2019-10-27 01:59", TestName = "BeforeTheClocksGoBack")]
    [TestCase("2019-10-27 01:00", "2019-10-27 01:00", TestName = "AsTheClocksGoBack_AnHourIsTwice")]
    public void LocalNow_IsLondonWallTime(string utc, string london)
    {
        using var folder = new TempFolder();
        var run = new RunContext("r1", Repository.Config, new DataFolder(folder.Path), new DateOnly(2018, 12, 31), false, [], Clock(utc));

        Assert.Multiple(() =>
        {
            Assert.That(run.LocalNow(), Is.EqualTo(At(london)));
            Assert.That(run.UtcNow(), Is.EqualTo(At(utc)));
            Assert.That((run.LocalNow().Kind, run.UtcNow().Kind), Is.EqualTo((DateTimeKind.Unspecified, DateTimeKind.Unspecified)));
        });
    }

    // The option, the setting, UTC now, the day.
    [TestCase("2018-11-30", true, "2019-06-30 23:30", "2018-11-30", TestName = "AsOfOption_GoesFirst")]
    [TestCase(null, true, "2019-06-30 23:30", "2018-12-31", TestName = "AsOfSetting_GoesBeforeToday")]
    [TestCase(null, false, "2019-06-30 23:30", "2019-07-01", TestName = "AsOfDefault_IsTodayInLondon")]
    [TestCase(null, false, "2019-12-31 23:59", "2019-12-31", TestName = "AsOfDefault_InWinter_IsTodayInLondon")]
    public void AsOf_OfARefresh(string? option, bool isSet, string utc, string asOf)
    {
        using var folder = new TempFolder();
        using var config = new BrokenConfig();
        if (!isSet)
        {
            config.Replace("stp.yaml", "as_of: 2018-12-31", "# as_of: 2018-12-31");
        }

        TinySample.CopyTo(new DataFolder(folder.Path));
        string[] arguments = ["refresh", "--config", config.Directory, "--data", folder.Path, "--feed", "ae_monthly_return", .. option is null ? [] : new[] { "--as-of", option }];
        using var output = new StringWriter();
        StpProgram.Run(arguments, new Surroundings(output, output, Clock(utc), false, CancellationToken.None));

        Assert.That(
            new RunStore(folder["runs"]).Last(1).Select(run => run.AsOf), Is.EqualTo([DateOnly.Parse(asOf, CultureInfo.InvariantCulture)]), output.ToString());
    }

    [Test]
    public void AsOfAfterToday_IsWrongUsage()
    {
        using var folder = new TempFolder();
        using var config = new BrokenConfig();
        using var output = new StringWriter();
        string[] arguments = ["refresh", "--config", config.Directory, "--data", folder.Path, "--as-of", "2028-12-31"];

        Assert.That(StpProgram.Run(arguments, new Surroundings(output, output, Clock("2019-06-30 12:00"), false, CancellationToken.None)), Is.EqualTo(2));
        Assert.That(output.ToString(), Does.Contain("--as-of 2028-12-31 is after today, 2019-06-30"));
    }

    private static TestTimeProvider Clock(string utc) => new(new DateTimeOffset(At(utc), TimeSpan.Zero));

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
