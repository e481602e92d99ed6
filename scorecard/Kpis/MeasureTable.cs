using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>Measure values by measure, basis and organisation, a line of months each. Rows of one key (bands, parts) add up.</summary>
internal sealed class MeasureTable
{
    private readonly Dictionary<(string Measure, Basis Basis, string Organisation), decimal?[]> _lines = [];
    private readonly decimal?[] _none;

    public MeasureTable(IEnumerable<MeasureValue> values, ReportingMonth first, ReportingMonth last)
    {
        First = first;
        _none = new decimal?[last.MonthsSince(first) + 1];
        foreach (var value in values)
        {
            if (value.Month < first || value.Month > last)
                continue;

            var key = (value.Measure, value.Basis, value.Organisation);
            if (!_lines.TryGetValue(key, out var line))
                _lines[key] = line = new decimal?[_none.Length];

            var at = value.Month.MonthsSince(first);
            line[at] = (line[at] ?? 0) + value.Value;
        }
    }

    public ReportingMonth First { get; }

    public int Months => _none.Length;

    /// <summary>By month from <see cref="First"/>; null where there is no row, which is not 0.</summary>
    public IReadOnlyList<decimal?> Line(string measure, Basis basis, string organisation) =>
        _lines.GetValueOrDefault((measure, basis, organisation), _none);
}
