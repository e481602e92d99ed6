using Stp.Etl.Feeds;
using Stp.Etl.Sources;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Migrations;
using Stp.Warehouse.Sql;

namespace Stp.Etl.Config;

/// <summary>Tries the SQL of config on an empty warehouse, and the feeds' columns on their sources.</summary>
public sealed class ConfigSqlCheck(StpConfig config, DataFolder data, CancellationToken cancellation)
{
    private readonly List<string> _notes = [];

    /// <summary>What could not be checked, and why.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public IReadOnlyList<ConfigFault> Faults()
    {
        using var session = WarehouseSession.OpenInMemory(cancellation);
        var catalogue = SqlCatalogue.OfProgram();
        Migrator.Apply(session, catalogue);
        MartViews.Apply(session, catalogue);
        return
        [
            .. config.Measures.SelectMany(measure => MeasureSqlCheck.Faults(session, measure, NeedsBand(measure))),
            .. config.Feeds.SelectMany(feed => CheckRules(session, feed)),
            .. config.Feeds.SelectMany(CheckSource),
        ];
    }

    private bool NeedsBand(MeasureSql measure) => config.Kpis.Any(kpi => kpi.Percentile is not null && kpi.Numerator == measure.Name);

    private static IEnumerable<ConfigFault> CheckRules(WarehouseSession session, Feed feed)
    {
        var columns = string.Join(", ", feed.Columns.Where(column => column.IsLanded)
            .Select(column => (Type: column.Type.SqlName(column.Precision, column.Scale), Name: SqlText.Identifier(column.LandsAs)))
            .Select(column => $"cast(null as {column.Type}) as {column.Name}"));
        foreach (var rule in feed.Rules)
        {
            var message = ErrorOf(session, $"select ({rule.Sql}) is true from (select {columns}) as landed");
            if (message is not null)
            {
                yield return new ConfigFault(
                    feed.ConfigFile, 0, $"rules {rule.Name}", message, "Write an SQL condition on the feed's columns as they land.");
            }
        }
    }

    private IEnumerable<ConfigFault> CheckSource(Feed feed)
    {
        if (config.Sources[feed.Source].Kind == SourceKind.Sample && !File.Exists(data.SampleSource))
        {
            _notes.Add($"{feed.Id}: the sample source is not made yet, so its columns were not compared (stp sample makes it).");
            return [];
        }

        try
        {
            return [.. SourceCatalogue.Of(config, data)[feed.Source].CheckColumns(feed, cancellation)
                .Select(message => new ConfigFault(
                    feed.ConfigFile, 0, "columns", message + ".", "Name the source's columns as they are."))];
        }
        catch (SourceException fault)
        {
            return [new ConfigFault(feed.ConfigFile, 0, "source", fault.Message, string.Empty)];
        }
    }

    private static string? ErrorOf(WarehouseSession session, string sql)
    {
        try
        {
            session.Query<bool>(sql);
            return null;
        }
        catch (WarehouseException fault)
        {
            return fault.Message;
        }
    }
}
