using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>An organisation as a member of the partnership: one code, with all its validities.</summary>
internal sealed record Member(string Code, string ShortName, IReadOnlyList<Organisation> Validities)
{
    /// <summary>The partnership's members at one level, in the order of the organisations, each code once.</summary>
    public static IReadOnlyList<Member> Of(string partnership, Level level, IEnumerable<Organisation> organisations) =>
    [
        .. organisations
            .Where(organisation => organisation.Parent == partnership && organisation.Level == level)
            .GroupBy(organisation => organisation.OdsCode, StringComparer.Ordinal)
            .Select(validities => new Member(validities.Key, validities.Last().ShortName, [.. validities])),
    ];

    /// <summary>A member counts in every month in which it existed for at least a day.</summary>
    public bool IsIn(ReportingMonth month)
    {
        foreach (var validity in Validities)
        {
            if (validity.ValidFrom <= month.LastDay && (validity.ValidTo is not { } end || end >= month.FirstDay))
                return true;
        }

        return false;
    }
}
