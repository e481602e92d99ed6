using Stp.Scorecard;
using System.Globalization;
using Stp.Etl.Config.Text;
using Stp.Warehouse.Periods;

namespace Stp.Etl.Config;

/// <summary>
/// One value as written, in YAML or CSV alike, with its place. Each <c>As…</c> reads it as a type; a value that is not of
/// that type, or out of range, is a fault and reads as null.
/// </summary>
/// <param name="IsQuoted">In YAML, quotes make a text of what would be a number.</param>
internal sealed record ConfigValue(Place Place, string Text, bool IsQuoted, FaultList Faults)
{
    private const NumberStyles DecimalWithDot = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public void Fault(string message, string remedy = "") => Faults.Add(Place, message, remedy);

    public int? AsInteger(int minimum = int.MinValue, int maximum = int.MaxValue)
    {
        var isInteger = int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return isInteger && !IsQuoted ? Within(number, minimum, maximum) : Unreadable<int>("a whole number", "such as 3, without quotes");
    }

    public decimal? AsDecimal(decimal minimum = decimal.MinValue, decimal maximum = decimal.MaxValue)
    {
        var isNumber = decimal.TryParse(Text, DecimalWithDot, CultureInfo.InvariantCulture, out var number);
        return isNumber && !IsQuoted
            ? Within(number, minimum, maximum)
            : Unreadable<decimal>("a number", "such as 0.02, with a dot and without quotes");
    }

    public bool? AsBoolean() => (Text, IsQuoted) switch
    {
        ("true", false) => true,
        ("false", false) => false,
        _ => Unreadable<bool>("true or false", "true or false, without quotes"),
    };

    public DateOnly? AsDate() =>
        DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Unreadable<DateOnly>("a date", "year, month and day, such as 2018-12-31");

    public ReportingMonth? AsMonth() =>
        ReportingMonth.TryParse(Text, out var month) ? month : Unreadable<ReportingMonth>("a month", "year and month, such as 2018-12");

    public T? AsWord<T>()
        where T : struct, Enum => AsWord(Words.Of<T>().Values.ToList());

    /// <summary>One of an enum's words, of those only that are allowed here.</summary>
    public T? AsWord<T>(IReadOnlyCollection<T> allowed)
        where T : struct, Enum
    {
        if (Words.Of<T>().TryGetValue(Text, out var value) && allowed.Contains(value))
            return value;

        Fault($"'{Text}' is not a word that stands here.", $"Write one of: {string.Join(", ", allowed.Select(Words.For))}.");
        return null;
    }

    /// <summary>The text of an id; a fault where it is not written like one.</summary>
    public string AsId()
    {
        if (!Identifier.IsSnakeCase(Text))
            Fault($"'{Text}' is not an id.", "Write lowercase words joined by underscores, such as ae_four_hour.");

        return Text;
    }

    /// <summary>The text, a fault where nothing of that name is known; any text will do where the known names could not be read.</summary>
    public string AsNameOf(string what, IReadOnlyCollection<string>? known)
    {
        if (known is not null && !known.Contains(Text))
            Fault($"there is no {what} '{Text}'.", Suggestion.For(Text, known));

        return Text;
    }

    private T? Within<T>(T number, T minimum, T maximum)
        where T : struct, IComparable<T>, IFormattable
    {
        var isBelow = number.CompareTo(minimum) < 0;
        if (!isBelow && number.CompareTo(maximum) <= 0)
            return number;

        var bound = isBelow ? $"{Written(minimum)} or more" : $"{Written(maximum)} or less";
        Fault($"{Text} is out of range.", $"Write {bound}.");
        return null;
    }

    private static string Written<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);

    private T? Unreadable<T>(string what, string example)
        where T : struct
    {
        Fault($"'{Text}' is not {what}{(IsQuoted ? ", because of its quotes" : string.Empty)}.", $"Write {example}.");
        return null;
    }
}
