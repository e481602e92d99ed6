namespace Stp.Tests.Support;

/// <summary>A feed with planted faults: where its rows stand at the source and in the star, and what names them in both.</summary>
/// <param name="Table">The source table, below schema history.</param>
/// <param name="Key">Its column that sample.PlantedFault.RowKey holds.</param>
/// <param name="FactKey">The same column of the fact.</param>
/// <param name="RejectKey">How ops.reject names a row, as SQL over RowKey.</param>
public sealed record PlantedFeed(string Feed, string Table, string Key, string Fact, string FactKey, string RejectKey)
{
    public static readonly IReadOnlyList<PlantedFeed> All =
    [
        Of("ae_attendance", "AeAttendance", "AttendanceId", "fact_ae_attendance", "attendance_id"),
        Of("inpatient_spell", "InpatientSpell", "SpellId", "fact_inpatient_spell", "spell_id"),
        Of("cancer_pathway", "CancerPathway", "PathwayId", "fact_cancer_pathway", "pathway_id"),
        Of("agency_shift", "AgencyShift", "ShiftId", "fact_agency_shift", "shift_id"),
        Of("rtt_clock_stop", "RttClockStop", "PathwayId", "fact_rtt_clock_stop", "pathway_id"),
        // A planted pathway stands in one census alone.
        Of("rtt_open_pathway", "RttOpenPathway", "PathwayId", "fact_rtt_open_pathway", "pathway_id") with
        {
            RejectKey = "(select 'CensusDate=' || min(h.CensusDate) || ', PathwayId=' || f.RowKey from source.history.RttOpenPathway as h where h.PathwayId = f.RowKey)",
        },
    ];

    public static PlantedFeed Of(string feed) => All.Single(planted => planted.Feed == feed);

    /// <summary>A condition on the fact's rows: those that vanish at the source without a trace, which only a full extract sees.</summary>
    /// <param name="source">The schema that the sample is attached under, with a dot; empty where it is the database itself.</param>
    public string Deleted(string source = "") =>
        $"{FactKey} in (select RowKey from {source}sample.PlantedFault where Feed = '{Feed}' and Fault = 'deleted row')";

    public override string ToString() => Feed;

    private static PlantedFeed Of(string feed, string table, string key, string fact, string factKey) =>
        new(feed, table, key, fact, factKey, $"'{key}=' || RowKey");
}
