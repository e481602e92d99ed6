using Stp.Etl.Config;
using Stp.Etl.Feeds;

namespace Stp.Tests.Support;

/// <summary>The product's own folders, found from where the tests run.</summary>
internal static class Repository
{
    private static readonly Lazy<StpConfig> ReadConfig = new(() => ConfigReader.Read(ConfigFolder));

    public static string Root { get; } = Find();

    public static string ConfigFolder => Path.Combine(Root, "config");

    /// <summary>The configuration as it is delivered.</summary>
    public static StpConfig Config => ReadConfig.Value;

    public static Feed Feed(string id) => Config.Feeds.Single(feed => feed.Id == id);

    /// <summary>A file of the folder of shared data beside the repository; the test is skipped where that is absent.</summary>
    public static string Shared(string name)
    {
        var file = Path.Combine(Root, "..", "shared", name);
        if (!File.Exists(file))
        {
            Assert.Ignore($"../shared/{name} is not on this machine.");
        }

        return Path.GetFullPath(file);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Stp.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"Stp.sln stands in no folder above {AppContext.BaseDirectory}.");
    }
}
