using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>One sample of a hundredth of the true volume for the tests that load it, made when the first of them asks.</summary>
[SetUpFixture]
public sealed class TinySample
{
    private static readonly Lazy<BuiltSample> Lazy = new(() => new BuiltSample(0.01m));

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
