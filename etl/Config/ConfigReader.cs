namespace Stp.Etl.Config;

/// <summary>Reads all of config/ into validated records.</summary>
public static class ConfigReader
{
    /// <exception cref="ConfigException">Something is missing, wrong or not understood; it lists every fault of every file.</exception>
    public static StpConfig Read(string directory)
    {
        var faults = new FaultList();
        var folder = new ConfigFolder(directory, faults);
        if (!folder.Exists(SettingsReader.File))
            throw new ConfigException([NothingThere(directory)]);

        var settings = SettingsReader.Read(folder);
        var organisations = OrganisationReader.Read(folder, settings?.Partnership);
        var feeds = new FeedReader(folder, settings).Read();
        var measures = MeasureReader.Read(folder);
        var kpiNames = KpiReader.Names(folder);
        var groups = GroupReader.Read(folder, kpiNames);
        var groupIds = groups?.Select(group => group.Group.Id).ToList();
        var kpis = new KpiReader(folder, MeasureReader.Names(folder), FeedReader.Names(folder), groupIds).Read();
        GroupReader.CheckMembership(faults, groups ?? [], kpis);
        var soundKpis = kpis.Where(kpi => !faults.AreIn(kpi.File)).Select(kpi => kpi.Current).ToList();
        var planChanges = new PlanChangeReader(folder, kpiNames, soundKpis, organisations).Read();
        folder.FaultUnreadFiles();
        if (faults.Count > 0 || settings is null || organisations is null || groups is null)
            throw new ConfigException(faults.InOrder);

        return new StpConfig(
            Path.GetFullPath(directory),
            settings.Partnership!.Text,
            settings.TimeZone,
            settings.AsOf,
            settings.PlanPeriod,
            settings.Retention,
            settings.PseudonymKey,
            settings.Sample,
            settings.Sources.Select(source => new SourceSettings(source.Key, source.Value!.Value)).ToDictionary(source => source.Name),
            organisations,
            feeds,
            measures,
            soundKpis,
            [.. groups.Select(group => group.Group)],
            planChanges)
        {
            PreviousKpis = [.. kpis.SelectMany(kpi => kpi.Previous)],
            Files = folder.Contents,
        };
    }

    private static ConfigFault NothingThere(string directory)
    {
        var path = Path.GetFullPath(directory);
        var message = Directory.Exists(directory) ? $"is not in {path}." : $"is not there: there is no directory {path}.";
        return new ConfigFault(SettingsReader.File, 0, string.Empty, message, "Name the directory that holds it with --config.");
    }
}
