using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>KPI values found by what they are the value of.</summary>
/// <exception cref="ArgumentException">Two values are of the same KPI, level, organisation and period.</exception>
public sealed class KpiValueIndex(IEnumerable<KpiValue> values)
{
    private readonly Dictionary<(string Kpi, Level Level, string Organisation, Period Period), KpiValue> _values =
        values.ToDictionary(value => (value.Kpi, value.Level, value.Organisation, value.Period));

    public KpiValue? Find(string kpi, Level level, string organisation, Period period) =>
        _values.GetValueOrDefault((kpi, level, organisation, period));

    /// <summary>The same KPI and organisation in another period.</summary>
    public KpiValue? Find(KpiValue like, Period period) => Find(like.Kpi, like.Level, like.Organisation, period);
}
