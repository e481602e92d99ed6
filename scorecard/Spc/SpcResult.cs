namespace Stp.Scorecard.Spc;

/// <summary>One point with what it says.</summary>
/// <param name="RebaseGroup">How many points up to this one start a new group.</param>
/// <param name="IsOutside">Strictly outside a limit; null without value or limits.</param>
/// <param name="SideOfMean">1, 0 or −1; null without a value.</param>
/// <param name="IsClose">Inside the limits and beyond two thirds of the way to one; null without value or limits.</param>
/// <param name="HasTrialLimits">The limits come from few points.</param>
public sealed record SpcResultPoint(
    DateOnly Date,
    decimal? Value,
    int RebaseGroup,
    XmrLimits Limits,
    bool? IsOutside,
    int? SideOfMean,
    bool? IsClose,
    SpecialCause Cause,
    Variation Variation,
    bool HasTrialLimits)
{
    public bool IsSpecialCause => Cause != SpecialCause.CommonCause;
}

/// <summary>The points from one rebase to the next.</summary>
/// <param name="Variation">What the group's latest point says.</param>
/// <param name="Assurance">Of the last group alone; null too without a target, or where no direction is better.</param>
public sealed record SpcGroup(
    int RebaseGroup,
    IReadOnlyList<SpcResultPoint> Points,
    XmrLimits Limits,
    Variation Variation,
    Assurance? Assurance)
{
    public int Count(Variation variation) => Points.Count(point => point.Variation == variation);
}

/// <summary>A series with its limits, variation and assurance, which are those of its last group.</summary>
public sealed record SpcResult(SpcSeries Series, IReadOnlyList<SpcGroup> Groups)
{
    /// <summary>In the order of their dates.</summary>
    public IEnumerable<SpcResultPoint> Points => Groups.SelectMany(group => group.Points);

    public SpcResultPoint Latest => Groups[^1].Points[^1];

    public XmrLimits Limits => Groups[^1].Limits;

    public Variation Variation => Groups[^1].Variation;

    public Assurance? Assurance => Groups[^1].Assurance;

    public VariationIcon VariationIcon => Judgement.IconOf(Variation, Series.Direction);

    public AssuranceIcon? AssuranceIcon => Judgement.IconOf(Assurance);

    public bool HasTrialLimits => Points.Any(point => point.HasTrialLimits);
}
