using Stp.Etl;
using Stp.Tests.Support;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>
/// A folder with config and data as a partnership has them, on a sample of a hundredth of the true volume, in which the program is run.
/// The sample and a first refresh are made once; every test works on a copy. Drawing takes longer than all the rest, and many feeds
/// longer than few, so config is cut down to the A&E feeds with one KPI of each at partnership level, but where a test asks for more.
/// </summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>The newest data of the sample: its last night.</summary>
    public const string LastNight = "2018-12-31";

    private static readonly Lazy<Workplace> WithSample = new(() => Made(new Workplace(), "sample"));
    private static readonly Lazy<Workplace> WithRefresh = new(() => Made(OfSample(), "refresh"));
    private static readonly Lazy<Workplace> WithAllFeeds = new(() => Made(OfSampleWithAllFeeds(), "refresh"));
    private static readonly Lazy<Workplace> WithAllKpis = new(() => Made(CopyOf(WithSample.Value, Extent.Whole), "refresh"));

    private static readonly string[] FeedsKept = ["ae_attendance", "ae_monthly_return"];
    private static readonly string[] KpisKept = ["ae_attendances", "ae_four_hour_as_published"];

    private static readonly string[] MeasuresKept =
        ["ae_attendances", "ae_attendances_within_four_hours", "ae_return_attendances", "ae_return_attendances_within_four_hours"];

    private readonly Extent _extent;

    private Workplace(Extent extent = Extent.Small)
    {
        _extent = extent;
        Root = Directory.CreateTempSubdirectory("stp-e2e-").FullName;
        CopyDirectory(Path.Combine(Repository, "config"), Config);
        Change("stp.yaml", "scale: 1 ", "scale: 0.01 ");
        if (extent != Extent.Whole)
        {
            CutDownKpis();
        }

        if (extent == Extent.Small)
        {
            CutDownFeeds();
        }
    }

    private enum Extent
    {
        /// <summary>The A&E feeds, a KPI each.</summary>
        Small,

        /// <summary>All feeds, and the same KPIs.</summary>
        AllFeeds,

        /// <summary>Config as it is delivered, but for the sample's size.</summary>
        Whole,
    }

    public string Root { get; }

    public string Config => Path.Combine(Root, "config");

    public DataFolder Data => new(Path.Combine(Root, "data"));

    public static string Repository
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "Stp.sln")))
            {
                root = root.Parent ?? throw new DirectoryNotFoundException("The tests do not stand below the repository's root.");
            }

            return root.FullName;
        }
    }

    /// <summary>Config only: no data directory yet.</summary>
    public static Workplace Empty() => new();

    /// <summary>Config as it is delivered, but for the sample's size.</summary>
    public static Workplace EmptyWithAllKpis() => new(Extent.Whole);

    public static Workplace OfSample() => CopyOf(WithSample.Value);

    public static Workplace OfSampleWithAllFeeds() => CopyOf(WithSample.Value, Extent.AllFeeds);

    public static Workplace OfRefresh() => CopyOf(WithRefresh.Value);

    public static Workplace OfRefreshWithAllFeeds() => CopyOf(WithAllFeeds.Value);

    public static Workplace OfRefreshWithAllKpis() => CopyOf(WithAllKpis.Value);

    public static Workplace CopyOf(Workplace other) => CopyOf(other, other._extent);

    private static Workplace CopyOf(Workplace other, Extent extent)
    {
        var copy = new Workplace(extent);
        if (Directory.Exists(other.Data.Root))
        {
            CopyDirectory(other.Data.Root, copy.Data.Root);
        }

        return copy;
    }

    /// <summary>Removes what was made for copying.</summary>
    public static void RemoveShared()
    {
        foreach (var shared in new[] { WithSample, WithRefresh, WithAllFeeds, WithAllKpis }.Where(each => each.IsValueCreated))
        {
            shared.Value.Dispose();
        }
    }

    /// <summary>Runs the program here, to its end.</summary>
    public StpResult Stp(params string[] arguments)
    {
        using var process = StpProcess.Start(Root, arguments);
        return process.Result();
    }

    public StpProcess Start(params string[] arguments) => StpProcess.Start(Root, arguments);

    /// <summary>Changes a file of config.</summary>
    public void Change(string file, string old, string replacement)
    {
        var path = Path.Combine(Config, file);
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(old), $"{file} is not what the test takes it for.");
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Config, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Config, file), text);

    /// <summary>Puts a file into the drop folder of the monthly return.</summary>
    public string Drop(string name, string text)
    {
        var path = Path.Combine(Data.DropOf("ae_monthly_return"), name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The snapshot in service.</summary>
    public WarehouseSession Published() => Data.PublishedWarehouse.Open(CancellationToken.None);

    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var session = Published();
        return session.Query<T>(sql);
    }

    public string? InService => Data.Published.IdInService();

    public string FactsInService()
    {
        using var session = Published();
        return Facts.HashOf(session);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void CutDownKpis()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Config, "kpis")))
        {
            if (KpisKept.Contains(Path.GetFileNameWithoutExtension(file)))
            {
                File.WriteAllLines(file, File.ReadLines(file).Select(line => line.Split(':')[0] switch
                {
                    "levels" => "levels: [partnership]",
                    "groups" => "groups: [urgent_and_emergency_care]",
                    _ => line,
                }).ToList());
            }
            else
            {
                File.Delete(file);
            }
        }

        foreach (var file in Directory.GetFiles(Path.Combine(Config, "measures")).Where(file => !MeasuresKept.Contains(Path.GetFileNameWithoutExtension(file))))
        {
            File.Delete(file);
        }

        Write("groups.yaml", $"""
            groups:
              - id: urgent_and_emergency_care
                title: Urgent and emergency care
                lead: Senior responsible officer
                kpis: [{string.Join(", ", KpisKept)}]

            """);
        var plans = Path.Combine(Config, "plans", "changes.csv");
        File.WriteAllLines(plans, File.ReadLines(plans)
            .Where((line, number) => number == 0 || (line.Contains(",partnership,", StringComparison.Ordinal) && KpisKept.Contains(line.Split(',')[1])))
            .ToList());
    }

    private void CutDownFeeds()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Config, "feeds")).Where(file => !FeedsKept.Contains(Path.GetFileName(file).Split('.')[0])))
        {
            File.Delete(file);
        }
    }

    private static Workplace Made(Workplace workplace, string command)
    {
        var result = workplace.Stp(command);
        Assert.That(result.ExitCode, Is.Zero, result.ToString());
        return workplace;
    }

    private static void CopyDirectory(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(target, link);
            }
            else if (entry is DirectoryInfo)
            {
                CopyDirectory(entry.FullName, target);
            }
            else
            {
                File.Copy(entry.FullName, target);
            }
        }
    }
}
