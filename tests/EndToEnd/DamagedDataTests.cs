using System.Globalization;
using System.Runtime.Versioning;
using Stp.Etl;
using Stp.Etl.Runs;
using Stp.Tests.Support;

namespace Stp.Tests.EndToEnd;

/// <summary>Damage to the data directory: said in words, never published, and mended by what the message says.</summary>
[TestFixture]
public sealed class DamagedDataTests
{
    [Test]
    public void DamagedWorkFile_IsBuiltAgainFromLandingOnceDeleted()
    {
        using var place = Workplace.OfRefresh();
        var (facts, inService) = (place.FactsInService(), place.InService);
        Damage(place.Data.WorkFile, 0);

        BadConfigTests.AssertPlain(place.Stp("refresh"), ExitCode.Failed, "delete it and its .wal");
        Assert.That(place.InService, Is.EqualTo(inService));

        File.Delete(place.Data.WorkFile);
        Directory.Delete(place.Data.Published.Directory, recursive: true);
        var rebuilt = place.Stp("refresh", "--feed", "ae_monthly_return", "--feed", "ae_attendance");
        Assert.Multiple(() =>
        {
            Assert.That(rebuilt.ExitCode, Is.Zero, rebuilt.ToString());
            Assert.That(rebuilt.Output, Does.Not.Contain("extract  ae_attendance: 28,"), "the rows come from landing");
            Assert.That(place.FactsInService(), Is.EqualTo(facts));
        });
    }

    [Test]
    public void DamagedBatchOfThePast_LeavesNoGapInARebuild()
    {
        using var place = Workplace.OfSample();
        foreach (var night in new[] { "2018-12-10", "2018-12-20", Workplace.LastNight })
        {
            Assert.That(place.Stp("refresh", "--as-of", night).ExitCode, Is.Zero);
        }

        using var whole = Workplace.OfRefresh();
        File.Delete(place.Data.WorkFile);
        Damage(Batches(place)[0], 1000);

        var rebuilt = place.Stp("refresh");

        Assert.Multiple(() =>
        {
            Assert.That(rebuilt.ExitCode, Is.Zero, rebuilt.ToString());
            Assert.That(rebuilt.Output, Does.Contain("is damaged (part-001.parquet): it is set aside and extracted again"));
            Assert.That(place.FactsInService(), Is.EqualTo(whole.FactsInService()));
        });
    }

    [Test]
    public async Task DamagedWaitingBatch_IsExtractedAgain()
    {
        using var whole = Workplace.OfRefresh();
        using var place = Workplace.OfSample();
        using var killed = place.Start("refresh");
        await killed.WaitForLine("extract  ae_attendance", TimeSpan.FromMinutes(1));
        killed.Kill();
        killed.Result();
        Damage(Batches(place)[0], 1000);

        var healed = place.Stp("refresh");

        Assert.Multiple(() =>
        {
            Assert.That(healed.ExitCode, Is.Zero, healed.ToString());
            Assert.That(place.FactsInService(), Is.EqualTo(whole.FactsInService()));
        });
    }

    [Test]
    public void DamagedSource_FailsItsFeedOnly()
    {
        using var place = Workplace.OfRefresh();
        var facts = place.FactsInService();
        Damage(place.Data.SampleSource, 0);

        var result = place.Stp("refresh");

        BadConfigTests.AssertPlain(result, ExitCode.DoneWithWarnings, "sample/source.duckdb cannot be read");
        Assert.That(place.FactsInService(), Is.EqualTo(facts));
        Assert.That(place.Stp("sample").ExitCode, Is.Zero);
        var healed = place.Stp("refresh");
        Assert.Multiple(() =>
        {
            Assert.That(healed.ExitCode, Is.Zero, healed.ToString());
            Assert.That(place.FactsInService(), Is.EqualTo(facts));
        });
    }

    [Test]
    public void UnfinishedSample_IsMadeAgain()
    {
        using var place = Workplace.OfSample();
        File.WriteAllText(Path.Combine(place.Data.Sample, "sample.json"), string.Empty);

        var result = place.Stp("refresh");

        Assert.That(result.ExitCode, Is.Zero, result.ToString());
    }

    [TestCase("warehouse.duckdb")]
    [TestCase("")]
    public void PublishedLinkOrFolderDeletedByHand_IsPublishedAgain(string what)
    {
        using var place = Workplace.OfRefresh();
        var facts = place.FactsInService();
        var path = Path.Combine(place.Data.Published.Directory, what);
        if (what.Length > 0)
        {
            File.Delete(path);
        }
        else
        {
            Directory.Delete(path, recursive: true);
        }

        BadConfigTests.AssertPlain(place.Stp("query", "select 1"), ExitCode.Failed, "run stp refresh");
        var result = place.Stp("refresh");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.ToString());
            Assert.That(place.FactsInService(), Is.EqualTo(facts));
        });
    }

    [Test]
    public void SecondRefresh_WaitsForNothingAndSaysWhoIsThere()
    {
        using var place = Workplace.OfRefresh();
        using var held = RunLock.Take(place.Data);

        BadConfigTests.AssertPlain(place.Stp("refresh"), ExitCode.Failed, "Another run is at work");
        Assert.That(place.Stp("status").Output, Does.StartWith("A run is on."));
    }

    [Test]
    public async Task StatusAskedAtTheWrongInstant_DoesNotStopARun()
    {
        using var place = Workplace.OfRefresh();
        var asking = new FileStream(place.Data.LockFile, FileMode.Open, FileAccess.Read, FileShare.Read);
        var done = Task.Run(async () =>
        {
            await Task.Delay(100);
            await asking.DisposeAsync();
        });

        Assert.That(() => RunLock.Take(place.Data).Dispose(), Throws.Nothing);
        await done;
    }

    [Test]
    [Platform("Linux", Reason = "Another user is needed to meet permissions.")]
    [UnsupportedOSPlatform("windows")]
    public void DataDirectoryOfAnother_IsSaidSo()
    {
        Assume.That(Environment.UserName, Is.EqualTo("root"), "Only root can become another user.");
        using var place = Workplace.OfRefresh();
        var inService = place.InService;
        File.SetUnixFileMode(place.Root, (UnixFileMode)0b111_101_101);

        using var other = StpProcess.StartOther("su", place.Root, ["nobody", "-s", "/bin/sh", "-c", $"cd {place.Root} && {StpProcess.PathOfProgram} refresh"]);
        var result = other.Result();

        BadConfigTests.AssertPlain(result, ExitCode.Failed, "is not writable");
        Assert.That(place.InService, Is.EqualTo(inService));
    }

    /// <summary>Bytes that the sample leaves free: enough to begin with, too few for the warehouse.</summary>
    private const int RoomForAPart = 3_000_000;

    [Test]
    [Platform("Linux", Reason = "A small file system is mounted.")]
    public void FullDisk_IsSaidSoAndHealsWithSpace()
    {
        using var whole = Workplace.OfRefresh();
        using var place = Workplace.Empty();
        using var sample = Workplace.OfSample();
        Directory.CreateDirectory(place.Data.Root);
        var taken = new DirectoryInfo(sample.Data.Root).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Assume.That(
            Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={taken + RoomForAPart}"), "tmpfs", place.Data.Root),
            Is.Zero, "No file system can be mounted here.");
        try
        {
            Assert.That(Run("cp", "-a", sample.Data.Root + "/.", place.Data.Root), Is.Zero);

            var full = place.Stp("refresh");
            Assert.That(full.ExitCode, Is.AnyOf(ExitCode.Failed, ExitCode.DoneWithWarnings), full.ToString());
            Assert.That(full.Text, Does.Match("(?i)no space left|disk|out of space").And.Not.Contain("   at "), full.ToString());
            Assert.That(place.InService is null || place.FactsInService() == whole.FactsInService(), Is.True);

            Assert.That(Run("mount", "-o", "remount,size=100m", place.Data.Root), Is.Zero);
            var healed = place.Stp("refresh");
            Assert.That(healed.ExitCode, Is.Zero, healed.ToString());
            Assert.That(place.FactsInService(), Is.EqualTo(whole.FactsInService()));
        }
        finally
        {
            Run("umount", place.Data.Root);
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = StpProcess.StartOther(program, "/", arguments);
        return process.Result().ExitCode;
    }

    private static List<string> Batches(Workplace place) =>
    [
        .. Directory.GetDirectories(Path.Combine(place.Data.Landing, "ae_attendance"))
            .Order(StringComparer.Ordinal)
            .Select(batch => Path.Combine(batch, "part-001.parquet")),
    ];

    private static void Damage(string file, long from)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = from;
        stream.Write(Enumerable.Repeat((byte)0xA5, 5000).ToArray());
    }
}
