using Stp.Scorecard.Groups;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>Where a pack's figures come from.</summary>
/// <param name="PublicationId">The publication that holds them.</param>
/// <param name="PublishedAt">London wall time.</param>
/// <param name="DataAsAt">The date the run stood at.</param>
public sealed record PublicationStamp(string PublicationId, DateTime PublishedAt, DateOnly DataAsAt, string ProgramVersion);

/// <summary>The months that the plan covers and every chart shows, both inside.</summary>
public sealed record PlanMonths(ReportingMonth From, ReportingMonth To);

/// <summary>What a group reads once a month. Every number and every sentence is decided here; writers only set them out.</summary>
/// <param name="Partnership">The partnership's name.</param>
/// <param name="NeedsAttention">One sentence.</param>
/// <param name="GoingWell">One sentence.</param>
/// <param name="Sections">A section a KPI, in the order of perspectives and of the group.</param>
/// <param name="Source">Sources, definitions, publication and program: the line at the foot.</param>
/// <param name="Notices">What is stale or missing, a sentence each.</param>
public sealed record Pack(
    Group Group,
    string Partnership,
    ReportingMonth Month,
    PlanMonths PlanMonths,
    PublicationStamp Stamp,
    string NeedsAttention,
    string GoingWell,
    IReadOnlyList<PackSection> Sections,
    string Source,
    IReadOnlyList<string> Notices)
{
    /// <summary>The rows of the scorecard.</summary>
    public IEnumerable<ScorecardRow> Rows => Sections.Select(section => section.Row);

    /// <summary>When the figures were, and when they were published, in words.</summary>
    public string Dates => $"{Month.ToWords()} · data as at {PackText.Day(Stamp.DataAsAt)}, published {PackText.Moment(Stamp.PublishedAt)}";
}
