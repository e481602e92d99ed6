using Stp.Etl;
using Stp.Etl.Commands;
using Stp.Etl.Runs;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>Commands in this process, on data folders as a killed or a busy run leaves them.</summary>
[TestFixture]
public sealed class CommandTests
{
    private TempFolder _folder = null!;
    private StringWriter _errors = null!;

    private DataFolder Data => new(_folder.Path);

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        _errors = new StringWriter();
    }

    [TearDown]
    public void Remove()
    {
        _errors.Dispose();
        _folder.Dispose();
    }

    [TestCase("", "a sample that is no longer known")]
    [TestCase("""{"Seed":2016,"Scale":0.001}""", "the sample with")]
    public void AnotherSample_IsRefused_WhereAKilledOneWasLoaded(string begun, string why)
    {
        Begin(begun);

        Assert.That(Stp(TimeProvider.System, "sample", "--seed", "7", "--scale", "0.001"), Is.EqualTo(ExitCode.Failed));
        Assert.That(_errors.ToString(), Does.Contain(why).And.Contain("give another --data, or remove that directory"));
        Assert.That(File.Exists(Data.SampleSource), Is.False);
    }

    [Test]
    public void SameSample_IsFinished_WhereAKilledOneWasLoaded()
    {
        Begin("""{"Seed":7,"Scale":0.001}""");

        Assert.That(Stp(TimeProvider.System, "sample", "--seed", "7", "--scale", "0.001"), Is.EqualTo(ExitCode.Done), _errors.ToString());
        Assert.That(Stp(TimeProvider.System, "sample", "--seed", "8", "--scale", "0.001"), Is.EqualTo(ExitCode.Failed));
        Assert.That(Directory.GetFiles(Data.Sample).Select(Path.GetFileName), Does.Contain("sample.json").And.Not.Contain("sample-begun.json"));
    }

    [Test]
    public void Refresh_TakesItsIdOnlyWithTheLock()
    {
        using var held = RunLock.Take(Data);
        var clock = new AskedTime();

        Assert.That(Stp(clock, "refresh"), Is.EqualTo(ExitCode.Failed));
        Assert.That(_errors.ToString(), Does.Contain("Another run is at work"));
        Assert.That(clock.WasAsked, Is.False, "an id taken before the lock may be that of the run that holds it");
    }

    private void Begin(string settings)
    {
        _folder.Write("landing/ae_attendance/b1/manifest.json", "{}");
        _folder.Write("sample/sample-begun.json", settings);
    }

    private int Stp(TimeProvider time, params string[] arguments) => StpProgram.Run(
        [.. arguments, "--config", BrokenConfig.RepositoryConfig, "--data", _folder.Path],
        new Surroundings(TextWriter.Null, _errors, time, false, CancellationToken.None));

    private sealed class AskedTime : TimeProvider
    {
        public bool WasAsked { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            WasAsked = true;
            return base.GetUtcNow();
        }
    }
}
