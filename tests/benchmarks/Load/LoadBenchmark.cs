using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stp.Etl;
using Stp.Etl.Config;
using Stp.Etl.Feeds;
using Stp.Etl.Runs;
using Stp.Scorecard;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;
using Stp.Warehouse.Migrations;
using Stp.Warehouse.Sql;

namespace Stp.Benchmarks.Load;

/// <summary>
/// Loading and scoring what is in landing, against hand-written DuckDB scripts that do the same work from the same Parquet, turn
/// about. Both results are compared, so that neither can win by doing less.
/// </summary>
internal static class LoadBenchmark
{
    private const int Rounds = 5;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <param name="configDirectory">The config that landing was filled under.</param>
    /// <param name="dataDirectory">A data directory after a first refresh.</param>
    public static void Run(string configDirectory, string dataDirectory)
    {
        var config = ConfigReader.Read(configDirectory);
        var data = new DataFolder(Path.GetFullPath(dataDirectory));
        var batches = config.Feeds.SelectMany(feed => Batches(data, feed)).ToList();
        var scratch = Directory.CreateTempSubdirectory("stp-load-").FullName;
        var ratios = new List<double>();
        try
        {
            for (var round = 0; round <= Rounds; round++)
            {
                var ours = Timed(() => Ours(Path.Combine(scratch, $"ours{round}.duckdb"), config, data, batches));
                var byHand = Timed(() => ByHand(Path.Combine(scratch, $"hand{round}.duckdb"), config, batches));
                LoadComparison.StopAtDifferences(Path.Combine(scratch, $"ours{round}.duckdb"), Path.Combine(scratch, $"hand{round}.duckdb"));
                if (round > 0)
                {
                    ratios.Add(ours / byHand);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ours {ours:0.00} s, by hand {byHand:0.00} s, ratio {ours / byHand:0.00}"));
                }
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median ratio {ratios[Rounds / 2]:0.00} over {Rounds} rounds; facts and KPI values are equal"));
    }

    private static IEnumerable<(Feed Feed, BatchManifest Batch, string Directory)> Batches(DataFolder data, Feed feed) =>
        Directory.GetDirectories(Path.Combine(data.Landing, feed.Id))
            .Order(StringComparer.Ordinal)
            .Select(directory => (feed, JsonSerializer.Deserialize<BatchManifest>(File.ReadAllText(Path.Combine(directory, "manifest.json")), Json)!, directory))
            .Where(batch => batch.Item2.IsFull || batch.Item2.SourceFile is not null);

    private static double Timed(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static void Ours(string file, StpConfig config, DataFolder data, IEnumerable<(Feed Feed, BatchManifest Batch, string Directory)> batches)
    {
        using var session = WarehouseSession.OpenWritable(file, CancellationToken.None);
        var catalogue = SqlCatalogue.OfProgram();
        Migrator.Apply(session, catalogue);
        MartViews.Apply(session, catalogue);
        new OrganisationDimension(session).Apply(RefreshRun.Members(config.Organisations));
        var loader = new StarLoader(session, catalogue, TimeProvider.System);
        foreach (var (feed, batch, directory) in batches)
        {
            loader.Load(FeedContract.Of(feed), batch, directory);
        }

        var run = new RunContext("benchmark", config, data, config.AsOf!.Value, false, [], TimeProvider.System);
        var feeds = ScoreStage.FeedStates(run, session, loader, new Dictionary<string, string>());
        new ScoreStage(run, session).Score(feeds, string.Empty);
        session.Execute("checkpoint");
    }

    private static void ByHand(string file, StpConfig config, IReadOnlyList<(Feed Feed, BatchManifest Batch, string Directory)> batches)
    {
        using var session = WarehouseSession.OpenWritable(file, CancellationToken.None);
        session.Execute($"set variable organisations = {SqlText.Literal(Path.Combine(config.Directory, "organisations.csv"))}");
        foreach (var feed in batches.GroupBy(batch => batch.Feed.Id))
        {
            var files = feed.SelectMany(batch => batch.Batch.Parts.Select(part => Path.Combine(batch.Directory, part.File)));
            session.Execute($"set variable {feed.Key} = [{SqlText.Literals(files)}]");
        }

        session.Execute("create table kpi (kpi text, numerator text, denominator text, basis text, roll_up text, per text, percentile_share decimal(6, 4), open_from integer)");
        session.Append(null, "kpi", config.Kpis.Select(kpi => (IReadOnlyList<object?>)
        [
            kpi.Id, kpi.Numerator, kpi.Denominator, Words.For(kpi.Basis), Words.For(kpi.RollUp), Words.For(kpi.Per),
            kpi.Percentile?.Share, kpi.Percentile?.OpenFrom,
        ]));
        foreach (var script in config.Feeds.Select(feed => feed.Id).Prepend("organisations").Append("kpi_values"))
        {
            session.Execute(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Load", "by_hand", script + ".sql")));
        }

        session.Execute("checkpoint");
    }
}
