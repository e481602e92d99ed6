using Stp.Scorecard.Kpis;
using Stp.Scorecard.Plans;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>Everything that packs are made from, the same for all groups of a publication.</summary>
/// <param name="Partnership">The partnership's code among the organisations.</param>
/// <param name="FeedTitles">What a feed is called on a page, by its id.</param>
public sealed record PackSources(
    string Partnership,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<KpiDefinition> Kpis,
    KpiValueIndex Values,
    PlanHistory Plans,
    PlanMonths PlanMonths,
    IReadOnlyDictionary<string, string> FeedTitles,
    PublicationStamp Stamp)
{
    public OrganisationPlan PlanOf(KpiDefinition kpi, Level level, string organisation) =>
        Plans.For(kpi.Id, level, organisation, Stamp.DataAsAt);

    public KpiValue? MonthOf(KpiDefinition kpi, Level level, string organisation, ReportingMonth month) =>
        Values.Find(kpi.Id, level, organisation, new Period(PeriodKind.Month, month));

    /// <summary>The latest month with a value, up to the page's; null where there is none within the plan period.</summary>
    public KpiValue? LatestOf(KpiDefinition kpi, Level level, string organisation, ReportingMonth month) => ReportingMonth
        .Range(PlanMonths.From, month)
        .Select(each => MonthOf(kpi, level, organisation, each))
        .LastOrDefault(value => value?.Value is not null);

    /// <summary>The organisation that is the partnership itself.</summary>
    public Organisation Self => Organisations.Last(organisation => organisation.OdsCode == Partnership);

    /// <summary>The level whose organisations add up to the partnership's figure.</summary>
    public static Level MemberLevel(KpiDefinition kpi) => kpi.Basis == Basis.Provider ? Level.Provider : Level.Ccg;

    /// <summary>The members that have figures for the KPI up to the month, in the order of the organisations, each once.</summary>
    public IReadOnlyList<Organisation> MembersOf(KpiDefinition kpi, ReportingMonth month) =>
    [
        .. Organisations
            .Where(organisation => organisation.Parent == Partnership && organisation.Level == MemberLevel(kpi))
            .GroupBy(organisation => organisation.OdsCode, StringComparer.Ordinal)
            .Select(validities => validities.Last())
            .Where(organisation => LatestOf(kpi, MemberLevel(kpi), organisation.OdsCode, month) is not null),
    ];
}
