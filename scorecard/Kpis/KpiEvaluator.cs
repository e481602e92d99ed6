using Stp.Scorecard.Plans;
using Stp.Scorecard.Status;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>
/// Computes every KPI value: each KPI at each of its levels, for each organisation that has data or a plan, for each month, quarter, year
/// to date and rolling twelve from the first month of the plan period to the as-of date. Pure: the same records give the same values.
/// </summary>
/// <param name="partnership">The partnership's own code among the organisations; its members name it as their parent.</param>
/// <param name="feeds">How far each feed reaches; a feed that is not among them was never loaded.</param>
/// <param name="from">The first month reported.</param>
/// <param name="asOf">The day the run stands at: the last month reported, and the day whose plan records count.</param>
public sealed class KpiEvaluator(
    string partnership,
    IReadOnlyList<Organisation> organisations,
    PlanHistory plans,
    IEnumerable<FeedState> feeds,
    ReportingMonth from,
    DateOnly asOf)
{
    /// <summary>A period may begin up to eleven months before the month it is known by.</summary>
    private const int LongestLookBack = 11;

    private readonly Dictionary<string, FeedState> _feeds = feeds.ToDictionary(feed => feed.Feed, StringComparer.Ordinal);
    private readonly ReportingMonth _last = ReportingMonth.Of(asOf);
    private readonly IReadOnlyList<Member> _self = [new(partnership, partnership, [])];
    private readonly IReadOnlyList<Member> _providers = Member.Of(partnership, Level.Provider, organisations);
    private readonly IReadOnlyList<Member> _ccgs = Member.Of(partnership, Level.Ccg, organisations);

    /// <returns>By KPI, level and organisation in the order given, then by kind of period and month.</returns>
    public IReadOnlyList<KpiValue> Evaluate(IEnumerable<KpiDefinition> kpis, IEnumerable<MeasureValue> measures)
    {
        var table = new MeasureTable(measures, from.PlusMonths(-LongestLookBack), _last < from ? from : _last);
        var periods = Periods();
        var values = new List<KpiValue>();
        foreach (var kpi in kpis)
        {
            var coverage = DataCoverage.Of(kpi, _feeds, _last.LastDay);
            foreach (var level in kpi.Levels)
            {
                foreach (var (member, series) in SeriesAt(level, kpi, table))
                    AddValues(values, periods, new Subject(kpi, level, member, series, coverage));
            }
        }

        return values;
    }

    private sealed record Subject(KpiDefinition Kpi, Level Level, Member Member, KpiSeries Series, DataCoverage Coverage);

    private List<Period> Periods()
    {
        var months = ReportingMonth.Range(from, _last).ToList();
        return [.. Enum.GetValues<PeriodKind>().SelectMany(kind => months.Select(month => Period.Containing(kind, month)).Distinct())];
    }

    private List<(Member Member, KpiSeries Series)> SeriesAt(Level level, KpiDefinition kpi, MeasureTable table)
    {
        List<(Member, KpiSeries)> OfMembers(IReadOnlyList<Member> members, Basis basis) =>
            [.. members.Select(member => (member, KpiSeries.OfMember(kpi, member, basis, table)))];

        return level switch
        {
            Level.Provider => OfMembers(_providers, Basis.Provider),
            Level.Ccg => OfMembers(_ccgs, Basis.Commissioner),
            _ => [(_self[0], KpiSeries.OfPartnership(OfMembers(kpi.Basis == Basis.Provider ? _providers : _ccgs, kpi.Basis), table))],
        };
    }

    private void AddValues(List<KpiValue> values, List<Period> periods, Subject subject)
    {
        var plan = plans.For(subject.Kpi.Id, subject.Level, subject.Member.Code, asOf);
        var inForce = new Dictionary<ReportingMonth, PlanInForce>();
        foreach (var period in periods)
        {
            var exists = subject.Level == Level.Partnership || subject.Member.IsIn(period.LastMonth);
            if (!exists || !(subject.Series.HasData || plan.Begins <= period.LastDay))
                continue;

            if (!inForce.TryGetValue(period.LastMonth, out var planned))
                inForce[period.LastMonth] = planned = plan.At(period.LastDay);

            values.Add(ToValue(subject, period, planned));
        }
    }

    private static KpiValue ToValue(Subject subject, Period period, PlanInForce inForce)
    {
        var (kpi, coverage) = (subject.Kpi, subject.Coverage);
        var figures = PeriodRollUp.Of(kpi, period, subject.Series, coverage);
        var isSumOfMonths = kpi.IsPlainCount && kpi.RollUp == RollUp.Sum && period.Kind != PeriodKind.Month;
        var planned = isSumOfMonths ? PlanInForce.None : inForce;
        var yardstick = Yardstick.Of(kpi, planned);

        var isPartial = coverage.IsPartial(period);
        var isStale = coverage.IsStale(period);
        var reservation = isStale || (isPartial && kpi.IsPlainCount && figures.Value is not null)
            ? coverage.WhyPartial(period)
            : figures.Reservation ?? (isSumOfMonths ? GreyReason.PlanIsMonthly : null);
        var verdict = StatusRule.Judge(
            figures.Value, yardstick.Level, yardstick.Tolerance, kpi.Direction, reservation, yardstick.NotAgreed);

        return new KpiValue(
            kpi.Id,
            kpi.Version,
            subject.Level,
            subject.Member.Code,
            period,
            figures.Numerator,
            figures.Denominator,
            figures.Value,
            planned.Baseline?.Value,
            planned.Trajectory?.Value,
            planned.Target?.Value,
            planned.Target?.Date,
            planned.Standard?.Value,
            yardstick.Level,
            yardstick.Kind,
            yardstick.ChangeId,
            StatusRule.Variance(figures.Value, yardstick.Level, kpi.Direction),
            yardstick.Tolerance,
            verdict.Status,
            verdict.Reason,
            isPartial,
            isStale,
            coverage.DataTo,
            PlanProgress.Progress(figures.Value, planned.Baseline?.Value, planned.Target?.Value),
            PlanProgress.RequiredRunRate(figures.Value, planned.Target?.Value, planned.Target?.Date, period.LastMonth, kpi.Direction));
    }
}
