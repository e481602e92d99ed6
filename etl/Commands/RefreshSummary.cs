using System.Globalization;
using Stp.Etl.Runs;

namespace Stp.Etl.Commands;

/// <summary>The last words of a refresh: what came of it, and where to look.</summary>
public static class RefreshSummary
{
    public static void Write(RunRecord run, DataFolder data, TextWriter output)
    {
        var took = string.Create(CultureInfo.InvariantCulture, $"{(run.EndedAt!.Value - run.StartedAt).TotalSeconds:0.0} s");
        output.WriteLine(run.Outcome switch
        {
            RunOutcome.Done => $"Published {run.PublicationId} in {took}.",
            RunOutcome.NothingChanged => $"Nothing changed, so nothing was published ({took}); in service stays {run.PublicationId}.",
            RunOutcome.Warned => $"Done in {took}, but not all is well: {run.Message}.",
            RunOutcome.Interrupted => $"Interrupted after {took}. {WhatIsInService(run)}; the next refresh goes on from here.",
            _ => $"Failed after {took}: {run.Message?.TrimEnd('.')}. {WhatIsInService(run)}.",
        });
        if (run.PublicationId is not null)
        {
            output.WriteLine($"  packs      {Path.Combine(data.Packs, run.AsOf.ToString("yyyy-MM", CultureInfo.InvariantCulture))}");
            output.WriteLine($"  warehouse  {Path.Combine(data.Published.Directory, "warehouse.duckdb")}");
        }
    }

    /// <summary>A run that ends while it draws packs has published already.</summary>
    private static string WhatIsInService(RunRecord run) => run.PublicationId == run.RunId
        ? $"{run.PublicationId} is published, its packs are not all drawn"
        : "What is published stays as it was";
}
