using System.Security.Cryptography;

namespace Stp.Etl.Extraction;

/// <summary>
/// Turns NHS numbers into pseudonyms: the first 128 bits of HMAC-SHA-256 under the partnership's key. The same number always has the
/// same pseudonym, so that a patient's attendances can be counted together; without the key nobody can go back.
/// </summary>
/// <remarks>For one thread at a time. 128 bits keep two people apart (a clash among 60 million has a chance of 5e-24) in a column half as wide as the whole hash.</remarks>
public sealed class Pseudonymiser : IDisposable
{
    private const int NhsNumberLength = 10;
    private const int PseudonymLength = 16;
    private readonly IncrementalHash _hmac;

    /// <param name="key">At least 16 bytes.</param>
    public Pseudonymiser(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 16);
        _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
    }

    /// <summary>How many values were no NHS number and became null.</summary>
    public long Invalid { get; private set; }

    /// <summary>The pseudonym; null for no value and for a value that is no NHS number.</summary>
    public Guid? Of(string? nhsNumber)
    {
        if (string.IsNullOrWhiteSpace(nhsNumber))
        {
            return null;
        }

        Span<byte> digits = stackalloc byte[NhsNumberLength];
        if (!NhsNumber.TryRead(nhsNumber, digits))
        {
            Invalid++;
            return null;
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _hmac.AppendData(digits);
        _hmac.GetHashAndReset(hash);
        return new Guid(hash[..PseudonymLength], bigEndian: true);
    }

    public void Dispose() => _hmac.Dispose();
}
