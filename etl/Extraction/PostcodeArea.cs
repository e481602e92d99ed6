namespace Stp.Etl.Extraction;

/// <summary>The area of a postcode: the one or two letters that it begins with.</summary>
public static class PostcodeArea
{
    /// <summary>SE of "SE1 9ZZ"; null for a text that begins like no postcode.</summary>
    public static string? Of(string? postcode)
    {
        var text = postcode.AsSpan().Trim();
        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters]))
        {
            letters++;
        }

        var isPostcode = letters is 1 or 2 && letters < text.Length && char.IsAsciiDigit(text[letters]);
        return isPostcode ? text[..letters].ToString().ToUpperInvariant() : null;
    }
}
