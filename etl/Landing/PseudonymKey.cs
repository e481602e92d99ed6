using System.Text;
using Stp.Etl.Config;
using Stp.Etl.Runs;

namespace Stp.Etl.Landing;

/// <summary>Finds the key that NHS numbers are replaced under. Without a key nothing personal is extracted.</summary>
public static class PseudonymKey
{
    /// <summary>256 bits in hexadecimal are 64 characters; fewer than 32 of anything are too few to be a key.</summary>
    private const int ShortestKey = 32;

    /// <param name="sampleKeyFile">The sample's own key; null for any other source.</param>
    /// <exception cref="RunException">There is no key, or it is too short. The message never holds it.</exception>
    public static byte[] Read(PseudonymKeySettings settings, string? sampleKeyFile)
    {
        var (key, place) = (sampleKeyFile ?? settings.File) is { } file
            ? (ReadFile(file), $"the file {file}")
            : (Environment.GetEnvironmentVariable(settings.Variable ?? string.Empty), $"the environment variable {settings.Variable}");
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new RunException($"The pseudonym key is missing: put it into {place}. Without it no personal column is extracted.");
        }

        if (key.Trim().Length < ShortestKey)
        {
            throw new RunException($"The pseudonym key in {place} is shorter than {ShortestKey} characters.");
        }

        return Encoding.UTF8.GetBytes(key.Trim());
    }

    private static string? ReadFile(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"The pseudonym key cannot be read: {fault.Message}", fault);
        }
    }
}
