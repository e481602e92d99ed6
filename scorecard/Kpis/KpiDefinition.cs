namespace Stp.Scorecard.Kpis;

/// <summary>The four perspectives of the partnership's balanced scorecard, in the order a page shows them.</summary>
public enum Perspective
{
    Patients,
    ActivityAndProcess,
    Workforce,
    Money,
}

/// <summary>How a value is written. Shares are held as fractions; percent is how they are shown.</summary>
public enum Unit
{
    Percent,
    Count,
    Number,
    Minutes,
    Days,
    Weeks,
    Gbp,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    Increase,
    Decrease,
    Neutral,
}

/// <summary>How the months of a period become one: flows are summed, stocks (an RTT list) take the last month, never the sum.</summary>
public enum RollUp
{
    Sum,
    Last,
    Mean,
}

/// <summary>Whether the partnership's figure is the sum of its providers or of its CCGs.</summary>
public enum Basis
{
    Provider,
    Commissioner,
}

public enum Level
{
    Partnership,
    Provider,
    Ccg,
}

/// <summary>What a value may be divided by besides its denominator: the calendar days of its period.</summary>
public enum Per
{
    Period,
    Day,

    /// <summary>The same sum over nights: an average number of patients in beds, which is no flow.</summary>
    Midnight,
}

/// <summary>How far beyond plan is still amber: absolute in the KPI's unit, or relative to the plan.</summary>
/// <param name="Amount">At least 0; a fraction of the plan when relative.</param>
public sealed record Tolerance(decimal Amount, bool IsRelative)
{
    /// <summary>The tolerance in the KPI's own unit.</summary>
    public decimal For(decimal plan) => IsRelative ? Math.Abs(plan) * Amount : Amount;
}

/// <summary>One version of one KPI, as config/kpis describes it. Numerator and denominator name measures.</summary>
/// <param name="Multiplier">What the ratio is multiplied by, such as 1000 for a rate per thousand.</param>
/// <param name="Denominator">Absent for a count.</param>
/// <param name="Percentile">The percentile of a banded numerator that the KPI is; null for a ratio or a count.</param>
/// <param name="StatusAgainst">What status is judged against: the first of these kinds of plan that exists.</param>
/// <param name="SpcTarget">The target that SPC assurance is judged against; absent where there is none.</param>
/// <param name="DefinitionSource">Where the definition is published.</param>
public sealed record KpiDefinition(
    string Id,
    int Version,
    string Title,
    Perspective Perspective,
    IReadOnlyList<string> Groups,
    string Owner,
    string? Intervention,
    IReadOnlyList<string> Feeds,
    string Numerator,
    string? Denominator,
    decimal Multiplier,
    Per Per,
    Percentile? Percentile,
    Unit Unit,
    Direction Direction,
    RollUp RollUp,
    Basis Basis,
    IReadOnlyList<Level> Levels,
    IReadOnlyList<Plans.PlanKind> StatusAgainst,
    Tolerance? Tolerance,
    decimal? SpcTarget,
    string DefinitionSource)
{
    /// <summary>Neither a ratio nor a percentile nor per day: it grows with the days it is counted over, so a part of a month cannot be compared with a plan.</summary>
    public bool IsPlainCount => Denominator is null && Percentile is null && Per == Per.Period;

    /// <summary>How far beyond a plan is still amber, in the KPI's unit; an agreed amount is absolute or relative as the definition's is.</summary>
    /// <param name="agreed">The amount that a plan change sets, in place of the definition's.</param>
    public decimal? ToleranceFor(decimal plan, decimal? agreed)
    {
        var tolerance = agreed is { } amount ? new Tolerance(amount, Tolerance?.IsRelative ?? false) : Tolerance;
        return tolerance?.For(plan);
    }
}
