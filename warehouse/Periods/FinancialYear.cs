using System.Globalization;

namespace Stp.Warehouse.Periods;

/// <summary>An NHS financial year, 1 April to 31 March, both inside. Written <c>2016/17</c>.</summary>
/// <param name="StartYear">The calendar year of its April.</param>
public readonly record struct FinancialYear(int StartYear)
{
    public ReportingMonth FirstMonth => new(StartYear, 4);

    public ReportingMonth LastMonth => new(StartYear + 1, 3);

    public static FinancialYear Of(DateOnly date) => new(date.Month >= 4 ? date.Year : date.Year - 1);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{StartYear:0000}/{(StartYear + 1) % 100:00}");
}
