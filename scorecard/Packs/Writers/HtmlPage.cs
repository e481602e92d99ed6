using System.Net;
using System.Text;
using Stp.Scorecard.Status;

namespace Stp.Scorecard.Packs.Writers;

/// <summary>
/// The pack as one HTML page: the scorecard first, then each KPI with its charts, and behind each chart its numbers as a table. It uses
/// nothing from a network, reads on a telephone, prints, and says in words all that its images say.
/// </summary>
public static class HtmlPage
{
    /// <param name="scorecardPages">How many images the scorecard has.</param>
    public static string Write(Pack pack, int scorecardPages)
    {
        var html = new StringBuilder();
        html.Append($"""
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(pack.Group.Title)} scorecard, {pack.Month.ToWords()}</title>
            <style>
            {PageStyle.Css}
            </style>
            </head>
            <body>
            <a class="skip" href="#scorecard">Skip to the scorecard</a>
            <header>
            <h1>{Text(pack.Group.Title)} scorecard</h1>
            <p><strong>{Text(pack.Partnership)}</strong> · {Text(pack.Dates)}</p>
            </header>
            <nav aria-label="On this page">
            <ul>
            <li><a href="#scorecard">Scorecard</a></li>

            """);
        foreach (var section in pack.Sections)
            html.Append($"""<li><a href="#{Anchor(section)}">{Text(section.Row.Title)}</a></li>""").Append('\n');
        html.Append("</ul>\n</nav>\n<main>\n");
        WriteScorecard(html, pack, scorecardPages);
        foreach (var section in pack.Sections)
            WriteSection(html, section);
        html.Append($"</main>\n<footer>\n<p>{Text(pack.Source)}</p>\n<p>{Text(pack.Dates)}</p>\n</footer>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteScorecard(StringBuilder html, Pack pack, int pages)
    {
        html.Append($"""
            <section id="scorecard" aria-labelledby="scorecard-heading">
            <h2 id="scorecard-heading">Scorecard, {pack.Month.ToWords()}</h2>
            <dl class="summary">
            <dt>Needs attention</dt><dd>{Text(pack.NeedsAttention)}</dd>
            <dt>Going well</dt><dd>{Text(pack.GoingWell)}</dd>
            </dl>

            """);
        if (pack.Notices.Count > 0)
        {
            html.Append("<div class=\"notices\">\n<h3>Late, partial or missing data</h3>\n<ul>\n");
            foreach (var notice in pack.Notices)
                html.Append($"<li>{Text(notice)}</li>\n");
            html.Append("</ul>\n</div>\n");
        }

        for (var page = 1; page <= pages; page++)
            WriteImage(html, PackFiles.Scorecard(page), $"Scorecard of {pack.Group.Title}, page {page} of {pages}; its figures are in the table below", 1600, 900);
        WriteScorecardTable(html, pack);
        html.Append("</section>\n");
    }

    private static void WriteScorecardTable(StringBuilder html, Pack pack)
    {
        html.Append("<details>\n<summary>The scorecard as a table</summary>\n<div class=\"scroll\">\n<table>\n<thead><tr>");
        foreach (var head in new[] { "Measure", "Latest", "Baseline", "Plan", "Target", "Plan: + better", "Year to date", "Status", "Organisations", "Data" })
            html.Append($"<th scope=\"col\">{head}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in pack.Rows)
        {
            html.Append($"<tr><th scope=\"row\">{Text(row.Title)}</th>");
            var latest = row.LatestMonth.Length > 0 ? $"{row.Latest} ({row.LatestMonth})" : row.Latest;
            foreach (var cell in new[] { latest, row.Baseline, row.Plan, row.Target, row.Variance, row.YearToDate })
                html.Append($"<td class=\"number\">{Text(cell)}</td>");
            var organisations = row.Organisations.Select(each => $"{each.ShortName} {each.Value}, {Words(each.Status)}");
            html.Append($"<td>{Words(row.Status)}</td><td>{Text(string.Join("; ", organisations))}</td>");
            html.Append($"<td>{Text(row.Reason.Length > 0 ? $"{row.DataNote}: {row.Reason}" : row.DataNote)}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n</details>\n");
    }

    private static void WriteSection(StringBuilder html, PackSection section)
    {
        html.Append($"""
            <section id="{Anchor(section)}" aria-labelledby="{Anchor(section)}-heading">
            <h2 id="{Anchor(section)}-heading">{Text(section.Row.Title)}</h2>

            """);
        if (section.Own is { } own)
            WriteTrend(html, own);
        if (section.Compared.Count > 0)
        {
            html.Append("<h3>By organisation</h3>\n");
            WriteImage(html, PackFiles.Comparison(section), $"{section.ComparisonMessage}. {section.ComparisonSubtitle}", 960, 480);
        }

        foreach (var member in section.Members)
            WriteTrend(html, member);
        html.Append("</section>\n");
    }

    private static void WriteTrend(StringBuilder html, Trend trend)
    {
        html.Append($"<h3>{Text(trend.OrganisationName)}</h3>\n");
        WriteImage(html, PackFiles.Trend(trend), $"{trend.Message}. {trend.Subtitle}", 960, 480);
        html.Append($"""
            <details>
            <summary>The figures of {Text(trend.OrganisationName)}</summary>
            <p>{Text(string.Join(". ", Levels(trend)))}</p>
            <div class="scroll">
            <table>
            <thead><tr><th scope="col">Month</th><th scope="col">Actual</th><th scope="col">Trajectory</th><th scope="col">Status</th></tr></thead>
            <tbody>

            """);
        foreach (var month in trend.Months.Where(month => month.Value is not null || month.Trajectory is not null))
        {
            var partial = month.IsPartial ? " (part of the month)" : string.Empty;
            html.Append($"<tr><th scope=\"row\">{month.Month.ToWords()}</th><td class=\"number\">{Text(month.ValueText)}{partial}</td>");
            html.Append($"<td class=\"number\">{Text(month.TrajectoryText)}</td><td>{(month.Value is null ? string.Empty : Words(month.Status))}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n</details>\n");
    }

    private static IEnumerable<string> Levels(Trend trend) =>
        new[] { trend.Baseline?.Label, trend.Target?.Label, trend.Standard?.Label, trend.Note.TrimEnd('.') }
            .Where(words => !string.IsNullOrEmpty(words))
            .Select(words => words!)
            .DefaultIfEmpty("No plan is on record");

    private static void WriteImage(StringBuilder html, string name, string alternative, int width, int height) =>
        html.Append($"""<p class="picture"><a href="{name}.png"><img src="{name}.svg" alt="{Text(alternative)}" width="{width}" height="{height}" loading="lazy"></a></p>""").Append('\n');

    private static string Anchor(PackSection section) => PackFiles.Trend(section.Row.Trend);

    private static string Words(RagStatus status) => status switch
    {
        RagStatus.Green => "Green",
        RagStatus.Amber => "Amber",
        RagStatus.Red => "Red",
        _ => "Not judged",
    };

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
