using System.Diagnostics.CodeAnalysis;

namespace Stp.Etl.Config.Text;

/// <summary>Time zones by their IANA names, on every platform.</summary>
internal static class TimeZones
{
    /// <summary>
    /// The zones that a partnership of the NHS can lie in, by the names that Windows has for them: without the ICU
    /// library (the program runs culture-invariant) .NET cannot translate IANA names there.
    /// </summary>
    private static readonly Dictionary<string, string> WindowsNames = new(StringComparer.Ordinal)
    {
        ["Europe/London"] = "GMT Standard Time",
    };

    public static IEnumerable<string> Known => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id);

    public static bool TryFind(string ianaName, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(ianaName, out zone))
            return true;

        var isKnownToWindows = TimeZoneInfo.TryConvertIanaIdToWindowsId(ianaName, out var windowsName)
            || WindowsNames.TryGetValue(ianaName, out windowsName);
        return isKnownToWindows && TimeZoneInfo.TryFindSystemTimeZoneById(windowsName!, out zone);
    }
}
