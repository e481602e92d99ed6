using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>Measure values by measure, basis and organisation, a line of months each. Rows of one key add up; bands are kept apart as well.</summary>
internal sealed class MeasureTable
{
    private readonly Dictionary<(string Measure, Basis Basis, string Organisation), decimal?[]> _lines = [];
    private readonly Dictionary<(string Measure, Basis Basis, string Organisation), BandCounts?[]> _bands = [];
    private readonly decimal?[] _none;
    private readonly BandCounts?[] _noBands;

    public MeasureTable(IEnumerable<MeasureValue> values, ReportingMonth first, ReportingMonth last)
    {
        First = first;
        _none = new decimal?[last.MonthsSince(first) + 1];
        _noBands = new BandCounts?[_none.Length];
        foreach (var value in values)
        {
            if (value.Month < first || value.Month > last)
                continue;

            var key = (value.Measure, value.Basis, value.Organisation);
            if (!_lines.TryGetValue(key, out var line))
                _lines[key] = line = new decimal?[_none.Length];

            var at = value.Month.MonthsSince(first);
            line[at] = (line[at] ?? 0) + value.Value;
            if (value.Band is { } band)
                AddBand(key, at, BandCounts.Of(band, value.Value));
        }
    }

    public ReportingMonth First { get; }

    public int Months => _none.Length;

    /// <summary>By month from <see cref="First"/>; null where there is no row, which is not 0.</summary>
    public IReadOnlyList<decimal?> Line(string measure, Basis basis, string organisation) =>
        _lines.GetValueOrDefault((measure, basis, organisation), _none);

    /// <summary>The same by band; null where there is no row with one.</summary>
    public IReadOnlyList<BandCounts?> Bands(string measure, Basis basis, string organisation) =>
        _bands.GetValueOrDefault((measure, basis, organisation), _noBands);

    private void AddBand((string Measure, Basis Basis, string Organisation) key, int at, BandCounts counts)
    {
        if (!_bands.TryGetValue(key, out var line))
            _bands[key] = line = new BandCounts?[_none.Length];

        line[at] = line[at]?.Plus(counts) ?? counts;
    }
}
