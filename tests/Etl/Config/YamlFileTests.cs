using System.Globalization;
using Stp.Etl.Config;
using Stp.Tests.Support;

namespace Stp.Tests.Etl.Config;

public sealed class YamlFileTests
{
    private const string Kpi = "kpis/ae_four_hour.yaml";

    [TestCase("unit: percent ", "unit: 'percent ", "is not YAML")]
    [TestCase("unit: percent ", "\tunit: percent ", "YAML takes no tabs")]
    [TestCase("owner: Urgent", "owner: &urgent Urgent", "anchors (&) and aliases (*) are not used here")]
    [TestCase(
        "owner: Urgent and emergency care clinical leadership group",
        "owner: *urgent", "anchors (&) and aliases (*) are not used here")]
    [TestCase("version: 1", "version: !!str 1", "tags (!) are not used here")]
    [TestCase("version: 1", "? [version]\n: 1", "a property's name is a single word")]
    public void SyntaxOutsideConfig_IsTheOnlyFaultOfTheFile(string old, string replacement, string message)
    {
        using var config = new BrokenConfig();
        config.Replace(Kpi, old, replacement);
        var faults = config.Faults();
        Assert.That(faults, Has.Count.EqualTo(1), string.Join('\n', faults));
        Assert.That((faults[0].File, faults[0].Field), Is.EqualTo((Kpi, string.Empty)));
        Assert.That(faults[0].Line, Is.Positive);
        Assert.That(faults[0].ToString(), Does.Contain(message));
    }

    [TestCase("", 0, "is empty")]
    [TestCase("# only a comment\n", 0, "is empty")]
    [TestCase("- id: ae_four_hour\n", 1, "is a list, not properties")]
    [TestCase("ae_four_hour\n", 1, "is a single value, not properties")]
    [TestCase("id: ae_four_hour\n---\nid: other\n", 2, "a second document begins here")]
    [TestCase("id: [[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]\n", 1, "nest too deeply")]
    public void FileThatIsNoMap_IsTheOnlyFault(string text, int line, string message)
    {
        using var config = new BrokenConfig();
        config.Write(Kpi, text);
        config.HasOnlyFault(Kpi, line, string.Empty, message);
    }

    /// <summary>Whatever becomes of one line, the answer is a configuration or a list of its faults: never another exception.</summary>
    [Test]
    public void AnyLineDeleted_IsReadOrFaulted()
    {
        using var config = WithoutPlan();
        foreach (var file in YamlFiles)
        {
            var lines = config.ReadText(file).Split('\n');
            for (var i = 0; i < Math.Min(lines.Length, LinesOfAFile); i++)
            {
                config.Write(file, string.Join('\n', lines.Where((_, index) => index != i)));
                AssertReadOrFaulted(config, $"{file} without line {i + 1}");
            }

            config.Write(file, string.Join('\n', lines));
        }

        Assert.That(config.Faults(), Is.Empty, "every file is as it was");
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void AnyLineGarbled_IsReadOrFaulted(int seed)
    {
        var random = new Random(seed);
        using var config = WithoutPlan();
        foreach (var file in YamlFiles)
        {
            var lines = config.ReadText(file).Split('\n');
            for (var i = 0; i < Math.Min(lines.Length, LinesOfAFile); i++)
            {
                var garbled = Garble(lines[i], random);
                config.Write(file, string.Join('\n', lines.Select((line, index) => index == i ? garbled : line)));
                AssertReadOrFaulted(config, string.Create(CultureInfo.InvariantCulture, $"{file} line {i + 1}: {garbled}"));
            }

            config.Write(file, string.Join('\n', lines));
        }
    }

    /// <summary>Of each kind of file one that has most of its properties: the others hold no other words.</summary>
    private static readonly string[] YamlFiles =
        ["stp.yaml", "groups.yaml", "feeds/ae_attendance.yaml", "feeds/ae_monthly_return.yaml", "feeds/rtt_open_pathway.yaml", "kpis/ae_four_hour.yaml", "kpis/rtt_median_wait.yaml"];

    /// <summary>A long list repeats itself from here on.</summary>
    private const int LinesOfAFile = 45;

    /// <summary>Without the plan, whose thousands of lines would be read again for each.</summary>
    private static BrokenConfig WithoutPlan()
    {
        var config = new BrokenConfig();
        config.Write("plans/changes.csv", config.ReadText("plans/changes.csv").Split('\n')[0] + "\n");
        return config;
    }

    private static void AssertReadOrFaulted(BrokenConfig config, string what)
    {
        try
        {
            config.Read();
        }
        catch (ConfigException e)
        {
            Assert.That(e.Faults, Is.Not.Empty.And.All.Matches<ConfigFault>(fault => fault is { Line: >= 0, Message.Length: > 0 }), what);
        }
        catch (Exception e)
        {
            Assert.Fail($"{what}\n{e}");
        }
    }

    private static string Garble(string line, Random random)
    {
        const string Mischief = "[]{}:,'\"#&*!|>%@`-?\t\\ 0Z~\u0001é";
        var at = random.Next(line.Length + 1);
        var garbage = new string([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Mischief[random.Next(Mischief.Length)])]);
        return random.Next(3) switch
        {
            0 => line.Insert(at, garbage),
            1 => line[..at] + garbage,
            _ => garbage + line[at..],
        };
    }
}
