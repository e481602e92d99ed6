using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Stp.Scorecard;
using Stp.Scorecard.Charts;
using Stp.Scorecard.Charts.Text;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Spc;

namespace Stp.Etl.Commands;

/// <summary>stp spc: an SPC chart of any series of dates and values.</summary>
public static class SpcCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE.csv") { Description = "The series: columns date and value; a blank value is no figure." };
        var direction = new Option<string>("--direction") { Description = "Which way is better.", DefaultValueFactory = _ => Words.For(Direction.Increase), HelpName = "increase|decrease|neutral" };
        direction.AcceptOnlyFromAmong([.. Words.Of<Direction>().Keys]);
        var target = new Option<decimal?>("--target") { Description = "What assurance is judged against.", HelpName = "X", CustomParser = ParseTarget };
        var rebase = new Option<DateOnly[]>("--rebase")
        {
            Description = "A date of the series from which mean and limits begin anew; may be given again.",
            HelpName = "DATE",
            CustomParser = ParseDates,
            DefaultValueFactory = _ => [],
        };
        var fixAfter = new Option<int?>("--fix-after") { Description = $"Mean and limits of the first N points hold for all; at least {SpcConstants.LeastRowsToFix}.", HelpName = "N" };
        var noScreening = new Option<bool>("--no-screening") { Description = "Keep extreme moving ranges, as the Making Data Count workbook does." };
        var json = CommandOptions.Json();
        var png = new Option<string?>("--png") { Description = "Draw the chart.", HelpName = "FILE" };
        var command = new Command("spc", "Limits, special causes and assurance of a series (XmR, as Making Data Count).")
        {
            file, direction, target, rebase, fixAfter, noScreening, json, png,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var series = new SpcSeries(
                new SpcFile(path).Read(),
                Words.Of<Direction>()[parsed.GetValue(direction)!],
                parsed.GetValue(target),
                parsed.GetValue(rebase),
                parsed.GetValue(fixAfter),
                !parsed.GetValue(noScreening));
            var result = Analyse(series, path);
            TellOfIdleRebases(series, surroundings.Error);
            if (parsed.GetValue(png) is { } picture)
                Draw(result, path, picture, surroundings);
            if (parsed.GetValue(json))
                surroundings.Out.WriteLine(SpcJson.Write(result));
            else
                SpcPage.Write(result, new SpcText(result, Unit.Number), Path.GetFileName(path), surroundings.Out);
            return ExitCode.Done;
        });
        return command;
    }

    private static SpcResult Analyse(SpcSeries series, string path)
    {
        try
        {
            return SpcAnalysis.Of(series);
        }
        catch (SpcException fault)
        {
            throw new UsageException($"{path}: {fault.Message}");
        }
    }

    /// <summary>The rules pass over such a date; whoever gave it should know.</summary>
    private static void TellOfIdleRebases(SpcSeries series, TextWriter errors)
    {
        foreach (var idle in series.Rebase!.Except(series.Points.Select(point => point.Date)))
        {
            errors.WriteLine($"warning: --rebase {idle.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is the date of no point and has no effect.");
        }
    }

    private static void Draw(SpcResult result, string path, string picture, Surroundings surroundings)
    {
        if (string.IsNullOrWhiteSpace(picture))
            throw new UsageException("--png names no file.");

        var full = Path.GetFullPath(picture);
        if (Directory.Exists(full))
            throw new UsageException($"--png {picture} is a directory: name a file.");
        if (!Directory.Exists(Path.GetDirectoryName(full)))
            throw new UsageException($"--png {picture}: there is no directory {Path.GetDirectoryName(full)}.");

        var view = SpcView.Of(result, Unit.Number, Path.GetFileNameWithoutExtension(path), $"Source: {Path.GetFileName(path)}");
        var drawing = SpcChart.Draw(view, TextMeasure.Bundled);
        DrawAsync(new ChartRequest(Path.GetFileName(picture), drawing, null, full), surroundings).GetAwaiter().GetResult();
    }

    private static async Task DrawAsync(ChartRequest request, Surroundings surroundings)
    {
        await using var worker = new ChartWorker(new ChartWorkerOptions(), surroundings.Time);
        await worker.DrawAsync(request, surroundings.Cancellation);
    }

    private static decimal? ParseTarget(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var target) && Math.Abs(target) <= SpcFile.Largest)
            return target;

        result.AddError($"--target '{text}' is not a number that can be used: write it as 0.95, a share as a fraction.");
        return null;
    }

    private static DateOnly[] ParseDates(ArgumentResult result)
    {
        var dates = new List<DateOnly>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                dates.Add(date);
            else
                result.AddError($"--rebase '{text}' is no date: write it as 2018-12-31.");
        }

        return [.. dates];
    }
}
