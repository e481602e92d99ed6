using System.Text;
using Stp.Etl.Extraction;

namespace Stp.Tests.Etl;

/// <summary>NHS numbers and what they become. Every number here is in the 999 range, which is never given to a patient.</summary>
[TestFixture]
public sealed class PseudonymiserTests
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("a key of thirty-two characters..");

    [TestCase("9990000018")]
    [TestCase("999 000 0026")]
    [TestCase("  9990123454 ")]
    [TestCase("9990000050", Description = "a check digit of 11 is written 0")]
    [TestCase("9999999999")]
    public void ValidNumber_IsRead(string text) => Assert.That(IsValid(text), Is.True);

    [TestCase("9990000019", Description = "wrong check digit")]
    [TestCase("999000001")]
    [TestCase("99900000188")]
    [TestCase("999-000-0018")]
    [TestCase("999000001X")]
    [TestCase("")]
    [TestCase("٩٩٩٠٠٠٠٠١٨", Description = "digits, but not ours")]
    public void AnythingElse_IsNot(string text) => Assert.That(IsValid(text), Is.False);

    [Test]
    public void NumberWhoseCheckDigitWouldBe10_IsValidWithNoLastDigit() =>
        Assert.That(Enumerable.Range(0, 10).Where(last => IsValid($"999123456{last}")), Is.Empty);

    [Test]
    public void SameNumberUnderTheSameKey_HasTheSamePseudonym()
    {
        Assert.That(new Pseudonymiser(Key).Of("999 000 0018"), Is.EqualTo(new Pseudonymiser(Key).Of("9990000018")).And.Not.Null);
    }

    [Test]
    public void AnotherKeyOrNumber_HasAnotherPseudonym()
    {
        var pseudonymiser = new Pseudonymiser(Key);
        var other = new Pseudonymiser([.. Key.Reverse()]);

        Assert.That(
            new[] { pseudonymiser.Of("9990000018"), pseudonymiser.Of("9990000026"), other.Of("9990000018") }.Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public void Pseudonym_IsTheBeginningOfTheHash()
    {
        var hash = System.Security.Cryptography.HMACSHA256.HashData(Key, "9990000018"u8);

        Assert.That(new Pseudonymiser(Key).Of("9990000018")!.Value.ToString("N"), Is.EqualTo(Convert.ToHexStringLower(hash)[..32]));
    }

    [Test]
    public void NoNumber_HasNone_AndIsNotCountedAsInvalid()
    {
        var pseudonymiser = new Pseudonymiser(Key);

        Assert.That((pseudonymiser.Of(null), pseudonymiser.Of("  "), pseudonymiser.Invalid), Is.EqualTo(((Guid?)null, (Guid?)null, 0L)));
    }

    [Test]
    public void InvalidNumbers_HaveNone_AndAreCounted()
    {
        var pseudonymiser = new Pseudonymiser(Key);

        Assert.That((pseudonymiser.Of("9990000019"), pseudonymiser.Of("123"), pseudonymiser.Invalid), Is.EqualTo(((Guid?)null, (Guid?)null, 2L)));
    }

    [Test]
    public void KeyThatIsTooShort_IsRefused() =>
        Assert.That(() => new Pseudonymiser(new byte[15]), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static bool IsValid(string text)
    {
        Span<byte> digits = stackalloc byte[10];
        return NhsNumber.TryRead(text, digits);
    }
}
