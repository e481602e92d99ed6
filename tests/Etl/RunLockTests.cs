using System.Diagnostics;
using Stp.Etl;
using Stp.Etl.Runs;
using Stp.Tests.Support;

namespace Stp.Tests.Etl;

/// <summary>One run at a time on one data directory, and none after its process is gone.</summary>
[TestFixture]
public sealed class RunLockTests
{
    private TempFolder _folder = null!;

    private DataFolder Data => new(_folder.Path);

    [SetUp]
    public void Make() => _folder = new TempFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void SecondTaker_IsRefused_AndToldWhy()
    {
        using var first = RunLock.Take(Data);

        Assert.Multiple(() =>
        {
            Assert.That(RunLock.IsHeldByAnother(Data), Is.True);
            Assert.That(() => RunLock.Take(Data), Throws.TypeOf<RunException>().With.Message.EqualTo(
                $"Another run is at work on {_folder.Path} (it holds {Data.LockFile}): wait for it, or use another --data."));
        });
    }

    [Test]
    public void Disposed_IsFreeForTheNext()
    {
        RunLock.Take(Data).Dispose();

        Assert.That(RunLock.IsHeldByAnother(Data), Is.False);
        Assert.That(() => RunLock.Take(Data).Dispose(), Throws.Nothing);
    }

    [Test]
    public void FileThatAKilledRunLeft_HoldsNothing()
    {
        _folder.Write("work/stp.lock", "12345");

        Assert.That(RunLock.IsHeldByAnother(Data), Is.False);
        Assert.That(() => RunLock.Take(Data).Dispose(), Throws.Nothing);
    }

    [Test]
    public void AnotherDataDirectory_HasALockOfItsOwn()
    {
        using var first = RunLock.Take(Data);

        Assert.That(() => RunLock.Take(new DataFolder(_folder["other"])).Dispose(), Throws.Nothing);
    }

    [Test]
    public void OwnerThatIsKilled_LosesTheLock()
    {
        _folder.Write("work/stp.lock", string.Empty);
        using var owner = StartOwner(Data.LockFile);
        try
        {
            Assert.That(() => RunLock.IsHeldByAnother(Data), Is.True.After(10_000, 20), "the other process holds it");
            Assert.That(() => RunLock.Take(Data), Throws.TypeOf<RunException>());
        }
        finally
        {
            owner.Kill();
            owner.WaitForExit();
        }

        Assert.That(RunLock.IsHeldByAnother(Data), Is.False);
        Assert.That(() => RunLock.Take(Data).Dispose(), Throws.Nothing);
    }

    /// <summary>Another process that holds the lock as .NET does on Unix, by flock.</summary>
    private static Process StartOwner(string file)
    {
        if (!File.Exists("/usr/bin/flock"))
        {
            Assert.Ignore("There is no flock command on this machine to hold a lock from another process.");
        }

        return Process.Start("/usr/bin/flock", ["--no-fork", file, "sleep", "60"]);
    }
}
