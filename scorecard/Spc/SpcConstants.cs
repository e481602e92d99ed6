namespace Stp.Scorecard.Spc;

/// <summary>The numbers of the XmR method, each with its source; scorecard/README.md says more.</summary>
public static class SpcConstants
{
    /// <summary>Limits stand this many average moving ranges from the mean: 3 / d2, d2 = 1.128 for pairs (Wheeler; Making Data Count).</summary>
    public const decimal LimitFactor = 2.66m;

    /// <summary>D4 for pairs: a moving range of this many averages or more is screened out of the limits (Wheeler; Nelson 1982).</summary>
    public const decimal ScreeningFactor = 3.267m;

    /// <summary>"Close to a limit" begins at this share of the way from the mean to it (Making Data Count: two thirds, two sigma).</summary>
    public const decimal NearNumerator = 2m;

    /// <inheritdoc cref="NearNumerator"/>
    public const decimal NearDenominator = 3m;

    /// <summary>Points of a trend and of a shift (Making Data Count).</summary>
    public const int RunLength = 7;

    /// <summary>Points looked at by the two-in-three rule (Making Data Count).</summary>
    public const int TwoInThreeWindow = 3;

    /// <summary>How many of those must be close to a limit.</summary>
    public const int TwoInThreeClose = 2;

    /// <summary>With fewer rows than this the limits are trial limits (NHSRplotthedots 0.2.2, whose message says 12 and whose code 13).</summary>
    public const int RowsForFirmLimits = 13;

    /// <summary>A baseline of fewer rows than this cannot be fixed (NHSRplotthedots 0.2.2).</summary>
    public const int LeastRowsToFix = 12;
}
