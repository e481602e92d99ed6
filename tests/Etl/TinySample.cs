using Stp.Etl;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>One sample of a hundredth of the true volume for the tests that load it, made when the first of them asks.</summary>
[SetUpFixture]
public sealed class TinySample
{
    private static readonly Lazy<BuiltSample> Lazy = new(() => new BuiltSample(0.01m));

    public static BuiltSample Built => Lazy.Value;

    /// <summary>Puts the sample source, without the files that it drops, where a run of its own finds it.</summary>
    public static void CopyTo(DataFolder data)
    {
        Directory.CreateDirectory(data.Sample);
        foreach (var file in Directory.GetFiles(Built.Data.Sample))
        {
            File.Copy(file, Path.Combine(data.Sample, Path.GetFileName(file)));
        }
    }

    [OneTimeTearDown]
    public void Remove()
    {
        if (Lazy.IsValueCreated)
        {
            Lazy.Value.Dispose();
        }
    }
}
