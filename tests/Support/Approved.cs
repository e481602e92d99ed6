using System.Runtime.CompilerServices;

namespace Stp.Tests.Support;

/// <summary>
/// Compares a text with the approved one beside the test, in <c>Approved/&lt;name&gt;.txt</c>. Where they differ it writes what it got to
/// <c>&lt;name&gt;.received.txt</c> next to it; to approve that, look at it (and at the picture it makes) and rename it.
/// </summary>
internal static class Approved
{
    public static void Match(string received, string name, [CallerFilePath] string testFile = "")
    {
        var directory = Path.Combine(Path.GetDirectoryName(testFile)!, "Approved");
        var approvedFile = Path.Combine(directory, name + ".txt");
        var receivedFile = Path.Combine(directory, name + ".received.txt");
        var normal = received.ReplaceLineEndings("\n");
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : null;
        if (normal == approved)
        {
            File.Delete(receivedFile);
            return;
        }

        Directory.CreateDirectory(directory);
        File.WriteAllText(receivedFile, normal);
        Assert.Fail($"{FirstDifference(normal, approved)}\nreceived: {receivedFile}\napproved: {approvedFile}");
    }

    private static string FirstDifference(string received, string? approved)
    {
        if (approved is null)
            return "Nothing is approved yet.";

        var (got, wanted) = (received.Split('\n'), approved.Split('\n'));
        var line = got.Zip(wanted).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1} is '{got.ElementAtOrDefault(line)}', approved is '{wanted.ElementAtOrDefault(line)}'.";
    }
}
