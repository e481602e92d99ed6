using System.Globalization;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Packs;

/// <summary>Dates as a board reads them.</summary>
public static class PackText
{
    /// <summary>31 December 2018</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>31 Dec 2018, where there is little room.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Dec 2018</summary>
    public static string ShortMonth(ReportingMonth month) => month.FirstDay.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>1 January 2019 06:12</summary>
    public static string Moment(DateTime time) => time.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture);
}
