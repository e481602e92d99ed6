using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Stp.Etl.Config;
using Stp.Etl.Runs;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Sql;

namespace Stp.Etl.Sources;

/// <summary>Writes the embedded sample source by running sql/sample, with the files that it drops and its own pseudonym key.</summary>
public sealed class SampleBuilder(DataFolder data, SqlCatalogue catalogue)
{
    private const int KeyBytes = 32;

    private string SettingsFile => Path.Combine(data.Sample, "sample.json");

    /// <summary>What a sample that is being made is made with.</summary>
    private string BegunFile => Path.Combine(data.Sample, "sample-begun.json");

    /// <summary>What the sample there is was made with; null when there is none, or a killed run left it unfinished.</summary>
    public SampleSettings? Existing() => Read(SettingsFile);

    /// <summary>What the sample there is was made with, or was being made with when a killed run left it; null when nothing tells.</summary>
    public SampleSettings? Known() => Existing() ?? Read(BegunFile);

    private static SampleSettings? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<SampleSettings>(File.ReadAllText(file)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Makes the sample anew. What marks it as finished is written last.</summary>
    /// <returns>Rows of the sample's source tables.</returns>
    /// <exception cref="RunException">What is in landing was extracted from another sample, which would be mixed with this one.</exception>
    public long Build(SampleSettings settings, CancellationToken cancellation)
    {
        if (Known() is { } known && known != settings && Directory.Exists(data.Landing))
        {
            throw new RunException($"{data.Root} holds data loaded from the sample with {known}: give another --data, or remove that directory.");
        }

        Directory.CreateDirectory(data.Sample);
        WriteWhole(BegunFile, JsonSerializer.Serialize(settings));
        File.Delete(SettingsFile);
        var building = data.SampleSource + ".building";
        File.Delete(building);
        File.Delete(building + ".wal");
        long rows;
        using (var session = WarehouseSession.OpenWritable(building, cancellation))
        {
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"set variable seed = {settings.Seed}; set variable scale = cast({settings.Scale} as double)"));
            foreach (var file in catalogue.In("sample"))
            {
                session.Execute(file.Text);
            }

            rows = session.Scalar<long>(
                "select cast(coalesce(sum(estimated_size), 0) as bigint) from duckdb_tables() where schema_name = 'history'");
            WriteFiles(session);
            session.Execute("checkpoint");
        }

        File.Move(building, data.SampleSource, overwrite: true);
        if (!File.Exists(data.SampleKey))
        {
            WriteWhole(data.SampleKey, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)));
        }

        WriteWhole(SettingsFile, JsonSerializer.Serialize(settings));
        File.Delete(BegunFile);
        return rows;
    }

    /// <summary>A kill between making the file and filling it would leave an empty key for good.</summary>
    private static void WriteWhole(string file, string text)
    {
        File.WriteAllText(file + ".next", text);
        File.Move(file + ".next", file, overwrite: true);
    }

    /// <summary>The list of planted faults, and the files that organisations would have dropped.</summary>
    private void WriteFiles(WarehouseSession session)
    {
        CopyTo(session, "sample.PlantedFault", Path.Combine(data.Sample, "planted_faults.csv"));
        foreach (var file in session.Query<DropFile>("select Feed, FileName, TableName from sample.DropFile order by Feed, FileName"))
        {
            Directory.CreateDirectory(data.DropOf(file.Feed));
            CopyTo(session, file.TableName, Path.Combine(data.DropOf(file.Feed), file.FileName));
        }
    }

    private static void CopyTo(WarehouseSession session, string table, string file) =>
        session.Execute($"copy (select * from {table} order by all) to {SqlText.Literal(file)} (format csv, header)");

    private sealed record DropFile(string Feed, string FileName, string TableName);
}
