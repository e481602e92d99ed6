namespace Stp.Etl.Extraction;

/// <summary>The age bands that birth dates become; the same bands as star.dim_age_band.</summary>
public static class AgeBand
{
    /// <summary>The oldest person on record reached 122: an age above this is a sentinel or a mistake.</summary>
    private const int OldestAge = 122;

    private static readonly (int From, string Band)[] Bands =
    [
        (85, "85+"), (75, "75-84"), (65, "65-74"), (40, "40-64"), (18, "18-39"), (5, "5-17"), (0, "0-4"),
    ];

    /// <summary>The band of the age in whole years on a day; null for an age that cannot be.</summary>
    public static string? Of(DateOnly born, DateOnly on)
    {
        var age = on.Year - born.Year - (on < Birthday(born, on.Year) ? 1 : 0);
        return age is < 0 or > OldestAge ? null : Bands.First(band => age >= band.From).Band;
    }

    /// <summary>Someone born on 29 February turns a year older on 1 March of an ordinary year, as English law has it.</summary>
    private static DateOnly Birthday(DateOnly born, int year) => born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
        ? new DateOnly(year, 3, 1)
        : new DateOnly(year, born.Month, born.Day);
}
