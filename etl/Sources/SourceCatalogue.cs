using Stp.Etl.Config;

namespace Stp.Etl.Sources;

/// <summary>The configured sources by name.</summary>
public static class SourceCatalogue
{
    public static IReadOnlyDictionary<string, IFeedSource> Of(StpConfig config, DataFolder data) => config.Sources.ToDictionary(
        source => source.Key,
        source => source.Value.Kind switch
        {
            SourceKind.Sample => (IFeedSource)new SampleSource(data.SampleSource),
            SourceKind.Files => new FileSource(data.DropOf),
            _ => throw new InvalidOperationException($"No such kind of source: {source.Value.Kind}."),
        },
        StringComparer.Ordinal);
}
