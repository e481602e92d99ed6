using Stp.Etl.Feeds;
using Stp.Etl.Runs;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;

namespace Stp.Tests.Support;

/// <summary>Valid records for tests to vary with <c>with</c>: each test says only what it is about.</summary>
internal static class Some
{
    public static DateTime Utc => new(2019, 1, 2, 3, 4, 5, DateTimeKind.Unspecified);

    public static ContractColumn Column(string name, LandingType type = LandingType.Text) =>
        new(name, type, 0, 0, false, false, [], [], null, null, null, false);

    public static Contract Contract(params ContractColumn[] columns) => new("visit", [columns[0].Name], null, false, 1, columns, []);

    public static ColumnSpec Spec(string name, LandingType type = LandingType.Text) =>
        new(name, name, type, 0, 0, false, false, [], [], null, null, null, PersonalTreatment.None, BandKind.None, null);

    /// <summary>A feed of visits, by timestamp, with Id, SeenAt and ModifiedAt.</summary>
    public static Feed Feed() => new(
        "visit", "Visits", "one row per visit", "Team", "activity", FeedMode.Timestamp, "select 1", "feeds/visit.sql",
        new WatermarkSpec("ModifiedAt", TimeSpan.FromDays(3)), [], ["Id"], "SeenAt", BusinessPeriod.Day, 3, new RejectLimit(0.01m),
        [Spec("Id", LandingType.BigInt), Spec("SeenAt", LandingType.Timestamp), Spec("ModifiedAt", LandingType.Timestamp)],
        [new RowRule("seen_before_modified", "SeenAt <= ModifiedAt")], "feeds/visit.yaml");

    /// <summary>The manifest of a batch that came from a window.</summary>
    public static BatchManifest Manifest(string feed, string batch = "b1") => new(
        batch, feed, "r1", "version", "select 1", null, new DateTime(2019, 1, 1), false, null, null, null, Utc, 0, [], [], [], 0);

    public static RunRecord Run(string id, string outcome = RunOutcome.Done) => new(
        id, "refresh", 1, "0.1.0", new DateOnly(2018, 12, 31), Utc, Utc.AddSeconds(9), outcome, 0, null, null, [], [], []);
}
