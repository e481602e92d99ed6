using Stp.Warehouse.Publishing;
using Stp.Warehouse.Reading;

namespace Stp.Etl;

/// <summary>Where everything stands in one data directory. A partnership and the sample never share one.</summary>
/// <param name="Root">Absolute.</param>
public sealed record DataFolder(string Root)
{
    public string Sample => Path.Combine(Root, "sample");

    public string SampleSource => Path.Combine(Sample, "source.duckdb");

    public string SampleKey => Path.Combine(Sample, "pseudonym.key");

    public string Landing => Path.Combine(Root, "landing");

    public string Work => Path.Combine(Root, "work");

    public string WorkFile => Path.Combine(Work, "stp.duckdb");

    public string LockFile => Path.Combine(Work, "stp.lock");

    public string Packs => Path.Combine(Root, "packs");

    public string Runs => Path.Combine(Root, "runs");

    public PublishedFolder Published => new(Path.Combine(Root, "published"));

    public PublicationFolder Publications => new(Path.Combine(Root, "publications"));

    public PublishedWarehouse PublishedWarehouse => new(Published, Publications);

    public string DropOf(string feed) => Path.Combine(Root, "drop", feed);
}
