using Stp.Etl;
using Stp.Etl.Config;
using Stp.Etl.Sources;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Sql;

namespace Stp.Tests.Support;

/// <summary>The embedded sample source, built small in a folder of its own, which goes when it is disposed of.</summary>
public sealed class BuiltSample : IDisposable
{
    /// <summary>The instant that the sample stands at: the end of 31 December 2018.</summary>
    public static readonly DateTime AsOf = new(2019, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly string _root = Directory.CreateTempSubdirectory("stp-sample-").FullName;

    public BuiltSample(decimal scale, int seed = 2016)
    {
        Data = new DataFolder(_root);
        var builder = new SampleBuilder(Data, SqlCatalogue.OfProgram());
        Rows = builder.Build(new SampleSettings(seed, scale), CancellationToken.None);
        Source = WarehouseSession.OpenReadOnly(Data.SampleSource, CancellationToken.None);
    }

    public DataFolder Data { get; }

    public long Rows { get; }

    /// <summary>The file that was built, with every state that its rows ever had.</summary>
    public WarehouseSession Source { get; }

    /// <summary>The attendances that a reader sees at an instant.</summary>
    public static string StandingAt(DateTime instant) =>
        $"""
        (
            select *
            from history.AeAttendance
            where RecordedAt < timestamp '{instant:yyyy-MM-dd HH:mm:ss}'
              and (SupersededAt is null or SupersededAt >= timestamp '{instant:yyyy-MM-dd HH:mm:ss}')
        )
        """;

    /// <summary>
    /// The attendances that the national return counts, as they stand in the end: planned follow-ups, whose code changed its meaning
    /// in 2017, are left out.
    /// </summary>
    public static string Counted =>
        $"""
        (
            select *, DepartedAt - ArrivedAt > interval 240 minute as is_over, cast(ArrivedAt as date) as day
            from {StandingAt(AsOf)}
            where AttendanceCategory <> case DataSet when 'ECDS' then '4' else '2' end
              and ArrivedAt > timestamp '1800-01-01 00:00:00'
        )
        """;

    public void Dispose()
    {
        Source.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
