using Stp.Etl.Config;
using Stp.Etl.Feeds;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Loading;
using Stp.Warehouse.Sql;

namespace Stp.Etl.Runs;

/// <summary>Computes measures and KPI values in the working warehouse, in one transaction.</summary>
public sealed class ScoreStage(RunContext run, WarehouseSession session)
{
    /// <returns>How many KPI values there are.</returns>
    public int Score(IReadOnlyList<FeedState> feeds, string fingerprint)
    {
        var config = run.Config;
        var tables = new ScorecardTables(session);
        var values = Array.Empty<KpiValue>() as IReadOnlyList<KpiValue>;
        session.InTransaction(() =>
        {
            tables.KeepMeasures(config.Measures.Select(measure => measure.Name));
            using (var views = new SharedViews(session, config.Measures.Select(measure => measure.Sql)))
            {
                foreach (var measure in config.Measures)
                {
                    Compute(tables, measure, views);
                }
            }

            var evaluator = new KpiEvaluator(
                config.Partnership, config.Organisations, new PlanHistory(config.PlanChanges), feeds, config.PlanPeriod.From, run.AsOf);
            values = evaluator.Evaluate(config.Kpis, tables.ReadMeasures());
            tables.ReplaceKpis(config.Kpis);
            tables.ReplaceValues(values);
            tables.ReplacePlanChanges(config.PlanChanges);
            session.Execute("delete from ops.feed");
            session.Append("ops", "feed", feeds.Select(feed => (IReadOnlyList<object?>)
                [feed.Feed, config.Feeds.First(each => each.Id == feed.Feed).Title, feed.DataTo, feed.IsFresh, feed.Reason, feed.Failure]));
            session.Execute("delete from scorecard.publication");
            session.Execute(
                "insert into scorecard.publication values ($RunId, $RunId, $now, cast($asOf as date), $version, $fingerprint)",
                new { run.RunId, now = run.LocalNow(), asOf = run.AsOf.ToDateTime(TimeOnly.MinValue), version = ProgramVersion.Current, fingerprint });
        });
        return values.Count;
    }

    private static void Compute(ScorecardTables tables, MeasureSql measure, SharedViews views)
    {
        try
        {
            tables.Measure(measure.Name, views.In(measure.Sql));
        }
        catch (WarehouseException fault)
        {
            throw new RunException($"The measure {measure.File} does not run: {fault.Message}. stp check tries all measures.", fault);
        }
    }

    /// <summary>
    /// How far each feed's data reach, and whether that is fresh at the as-of date. A feed that was left out of this run is judged by
    /// its last: a failure stands until the feed runs well.
    /// </summary>
    /// <param name="failures">Why feeds of this run failed.</param>
    public static IReadOnlyList<FeedState> FeedStates(
        RunContext run, WarehouseSession session, StarLoader loader, IReadOnlyDictionary<string, string> failures)
    {
        var earlier = session.Query<(string Feed, string Failure)>("select feed, failure from ops.feed where failure is not null")
            .ToDictionary(feed => feed.Feed, feed => feed.Failure, StringComparer.Ordinal);
        return [.. run.Config.Feeds.Select(feed =>
        {
            var failure = run.Extracts(feed.Id) ? failures.GetValueOrDefault(feed.Id) : earlier.GetValueOrDefault(feed.Id);
            var dataTo = loader.LastDay(feed.Id, run.AsOf);
            var covered = feed.BusinessPeriod == BusinessPeriod.Month && dataTo is { } month ? month.AddMonths(1).AddDays(-1) : dataTo;
            return FeedFreshness.At(feed, covered, run.AsOf, failure);
        })];
    }
}
