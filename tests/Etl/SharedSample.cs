using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>One sample of a twentieth of the true volume for all tests that only read it, made when the first of them asks.</summary>
[SetUpFixture]
public sealed class SharedSample
{
    public const double Scale = 0.05;

    private static readonly Lazy<BuiltSample> Lazy = new(() => new BuiltSample((decimal)Scale));

    public static BuiltSample Built => Lazy.Value;

    [OneTimeTearDown]
    public void Remove()
    {
        if (Lazy.IsValueCreated)
        {
            Lazy.Value.Dispose();
        }
    }
}
