using Stp.Scorecard.Kpis;
using Stp.Scorecard.Spc;

namespace Stp.Scorecard.Charts;

/// <summary>Everything that an SPC chart shows, in words and numbers.</summary>
/// <param name="Message">What the chart says: its title.</param>
/// <param name="Subtitle">What is measured, its dates, which way is better.</param>
/// <param name="Note">What a reader must know of the limits, such as that they are trial limits; empty where there is nothing.</param>
/// <param name="Source">The line at the foot.</param>
/// <param name="Trajectory">A planned value by date, which changes nothing of the analysis; null where there is none.</param>
public sealed record SpcView(
    SpcResult Result,
    Unit Unit,
    string Message,
    string Subtitle,
    string Note,
    string Source,
    IReadOnlyList<SpcPoint>? Trajectory = null)
{
    /// <param name="name">What is measured.</param>
    public static SpcView Of(SpcResult result, Unit unit, string name, string source)
    {
        var text = new SpcText(result, unit);
        return new SpcView(result, unit, text.Message(), text.Subtitle(name), text.Caption(), source);
    }
}
