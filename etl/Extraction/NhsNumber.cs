namespace Stp.Etl.Extraction;

/// <summary>The ten-digit NHS number and its modulus-11 check digit (NHS Data Dictionary, NHS NUMBER).</summary>
public static class NhsNumber
{
    private const int Digits = 10;

    /// <summary>True for ten digits, spaces aside, whose last is the check digit of the others.</summary>
    /// <param name="digits">Receives the ten digits as ASCII; at least 10 long.</param>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> digits)
    {
        var count = 0;
        foreach (var character in text)
        {
            if (character == ' ')
            {
                continue;
            }

            if (!char.IsAsciiDigit(character) || count == Digits)
            {
                return false;
            }

            digits[count++] = (byte)character;
        }

        return count == Digits && CheckDigit(digits) == digits[Digits - 1] - '0';
    }

    /// <summary>The weights run from 10 down to 2; a result of 11 is written 0, and 10 can be no check digit.</summary>
    private static int CheckDigit(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var place = 0; place < Digits - 1; place++)
        {
            sum += (digits[place] - '0') * (Digits - place);
        }

        var check = 11 - (sum % 11);
        return check == 11 ? 0 : check;
    }
}
