using System.Globalization;

namespace Stp.Scorecard.Charts;

/// <summary>A mark on a date axis.</summary>
/// <param name="Label">Apr 2016 where the axis runs over months, 14 Apr 2016 where it runs over days.</param>
public sealed record DateTick(DateOnly Date, string Label);

/// <summary>An axis of dates at their true distances, in days from the first.</summary>
public sealed class DateAxis
{
    private const double MonthDays = 365.25 / 12;

    private static readonly int[] StepsOfDays = [1, 2, 7, 14];
    private static readonly int[] StepsOfMonths = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000];

    private readonly DateOnly _first;
    private readonly DateOnly _last;

    /// <param name="dates">In order, at least one.</param>
    public DateAxis(IReadOnlyList<DateOnly> dates)
    {
        (_first, _last) = (dates[0], dates[^1]);
        HalfStep = dates.Count > 1 ? (double)(_last.DayNumber - _first.DayNumber) / (dates.Count - 1) / 2 : 0.5;
    }

    /// <summary>Half the usual distance of two points: the room before the first and after the last.</summary>
    public double HalfStep { get; }

    public double Min => -HalfStep;

    public double Max => Day(_last) + HalfStep;

    /// <summary>Where a date stands on the axis.</summary>
    public double Day(DateOnly date) => date.DayNumber - _first.DayNumber;

    /// <summary>Round dates, no more than <paramref name="most"/>: first days of months, or days where the axis is short.</summary>
    public IReadOnlyList<DateTick> Ticks(int most)
    {
        var days = _last.DayNumber - _first.DayNumber;
        var stepOfDays = Array.Find(StepsOfDays, step => days / step < most);
        return stepOfDays > 0 ? DayTicks(stepOfDays) : MonthTicks(StepsOfMonths.First(step => days / (step * MonthDays) < most - 1));
    }

    private List<DateTick> DayTicks(int step) =>
    [
        .. Enumerable.Range(0, ((_last.DayNumber - _first.DayNumber) / step) + 1)
            .Select(i => _first.AddDays(i * step))
            .Select(date => new DateTick(date, date.ToString("d MMM yyyy", CultureInfo.InvariantCulture))),
    ];

    /// <summary>Steps of a year and less count from April, where the financial year begins.</summary>
    private List<DateTick> MonthTicks(int step)
    {
        var ticks = new List<DateTick>();
        for (var month = (_first.Year * 12) + _first.Month - 1; month <= (_last.Year * 12) + _last.Month - 1; month++)
        {
            var date = new DateOnly(month / 12, (month % 12) + 1, 1);
            if ((month - 3) % step == 0 && Day(date) >= Min && Day(date) <= Max)
                ticks.Add(new DateTick(date, date.ToString("MMM yyyy", CultureInfo.InvariantCulture)));
        }

        return ticks;
    }
}
