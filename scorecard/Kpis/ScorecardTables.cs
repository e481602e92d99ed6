using Stp.Scorecard.Packs;
using Stp.Scorecard.Plans;
using Stp.Scorecard.Status;
using Stp.Warehouse;
using Stp.Warehouse.DuckDb;
using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>Carries the scorecard's records to and from the tables scorecard.*; decides nothing.</summary>
public sealed class ScorecardTables(WarehouseSession session)
{
    /// <summary>
    /// What a measure's rows may break that their columns' types cannot say; a row without a value is refused by its column.
    /// </summary>
    private const string FaultsOfMeasure =
        """
        with kept as (
            select month_date, basis, ods_code, band
            from scorecard.measure_value
            where measure = $measure
        )

        select 'a basis is "' || basis || '", neither provider nor commissioner'
        from kept
        where basis not in ('provider', 'commissioner')
        union all
        select 'a month_date is ' || month_date || ', not the first day of a month'
        from kept
        where extract(day from month_date) <> 1
        union all
        select
            'there are ' || count(*) || ' rows for ' || month_date || ', ' || basis || ', ' || ods_code
            || coalesce(', band ' || band, '') || ', where a measure has one'
        from kept
        group by month_date, basis, ods_code, band
        having count(*) > 1
        """;

    /// <summary>Computes a measure by its SQL and keeps it in place of its last values.</summary>
    /// <param name="sql">Selects month_date, basis, organisation_key, value and, where the measure has bands, band.</param>
    /// <exception cref="WarehouseException">The SQL does not run, or what it selects is no measure.</exception>
    public void Measure(string measure, string sql)
    {
        session.Execute("delete from scorecard.measure_value where measure = $measure", new { measure });
        session.Execute(
            $"""
            insert into scorecard.measure_value by name
            select $measure as measure, o.ods_code, m.*
            from ({sql}) as m
            inner join star.dim_organisation as o on o.organisation_key = m.organisation_key
            """,
            new { measure });
        if (session.Query<string>(FaultsOfMeasure, new { measure }) is [var fault, ..])
            throw new WarehouseException(fault);
    }

    /// <summary>Removes measures that config no longer has.</summary>
    public void KeepMeasures(IEnumerable<string> measures) => session.Execute(
        $"delete from scorecard.measure_value where measure not in ({SqlText.Literals(measures.Append(string.Empty))})");

    public IReadOnlyList<MeasureValue> ReadMeasures() =>
    [
        .. session.Query<MeasureRow>(
            """
            select measure as Measure, month_date as MonthDate, basis as Basis, ods_code as OdsCode, band as Band, value as Value
            from scorecard.measure_value
            """).Select(row => new MeasureValue(
                row.Measure, ReportingMonth.Of(row.MonthDate), Words.Of<Basis>()[row.Basis], row.OdsCode, row.Band, row.Value)),
    ];

    public void ReplaceKpis(IEnumerable<KpiDefinition> kpis) => Replace("kpi", kpis.Select(kpi => (IReadOnlyList<object?>)
    [
        kpi.Id, kpi.Version, kpi.Title, Words.For(kpi.Perspective), kpi.Owner, kpi.Intervention, kpi.Numerator, kpi.Denominator,
        kpi.Multiplier, Words.For(kpi.Per), Words.For(kpi.Unit), Words.For(kpi.Direction), Words.For(kpi.RollUp), Words.For(kpi.Basis),
        kpi.DefinitionSource, kpi.Percentile?.Share,
    ]));

    public void ReplaceValues(IEnumerable<KpiValue> values) => Replace("kpi_value", values.Select(value => (IReadOnlyList<object?>)
    [
        value.Kpi, value.Version, Words.For(value.Level), value.Organisation, Words.For(value.Period.Kind), value.Period.FirstDay,
        value.Period.LastDay, value.Numerator, value.Denominator, (double?)value.Value, (double?)value.Baseline, (double?)value.Trajectory,
        (double?)value.Target, value.TargetDate, (double?)value.Standard, (double?)value.Plan,
        value.PlanKind is { } kind ? Words.For(kind) : null, value.PlanChangeId, (double?)value.Variance, (double?)value.Tolerance,
        Words.For(value.Status), value.StatusReason, value.IsPartial, value.IsStale, value.DataTo, (double?)value.Progress,
        (double?)value.RequiredRunRate,
    ]));

    public void ReplacePlanChanges(IEnumerable<PlanChange> changes) => Replace("plan_change", changes.Select(change => (IReadOnlyList<object?>)
    [
        change.ChangeId, change.Kpi, Words.For(change.Kind), Words.For(change.Level), change.Organisation, change.PeriodDate,
        (double?)change.Value, change.ValueText, Words.For(change.Shape), change.EffectiveFrom, change.RecordedAt, change.ProposedBy,
        change.ApprovedBy, change.Reason,
    ]));

    public IReadOnlyList<KpiValue> ReadValues() =>
    [
        .. session.Query<KpiValueRow>(
            """
            select
                kpi as Kpi, version as Version, level as Level, ods_code as OdsCode, period_kind as PeriodKind,
                period_end_date as PeriodEndDate, numerator as Numerator, denominator as Denominator, value as Value, baseline as Baseline,
                trajectory as Trajectory, target as Target, target_date as TargetDate, standard as Standard, plan as Plan,
                plan_kind as PlanKind, plan_change_id as PlanChangeId, variance as Variance, tolerance as Tolerance, status as Status,
                status_reason as StatusReason, is_partial as IsPartial, is_stale as IsStale, data_to_date as DataToDate,
                progress as Progress, required_run_rate as RequiredRunRate
            from scorecard.kpi_value
            """).Select(row => row.ToValue()),
    ];

    /// <summary>Which publication these tables are.</summary>
    public PublicationStamp ReadPublication() => session.Query<PublicationStamp>(
        """
        select publication_id as PublicationId, published_at as PublishedAt, as_of_date as DataAsAt, program_version as ProgramVersion
        from scorecard.publication
        """).Single();

    private void Replace(string table, IEnumerable<IReadOnlyList<object?>> rows)
    {
        session.Execute($"delete from scorecard.{table}");
        session.Append("scorecard", table, rows);
    }

    private sealed class MeasureRow
    {
        public required string Measure { get; init; }

        public required DateOnly MonthDate { get; init; }

        public required string Basis { get; init; }

        public required string OdsCode { get; init; }

        public int? Band { get; init; }

        public required decimal Value { get; init; }
    }

    private sealed class KpiValueRow
    {
        public required string Kpi { get; init; }

        public required int Version { get; init; }

        public required string Level { get; init; }

        public required string OdsCode { get; init; }

        public required string PeriodKind { get; init; }

        public required DateOnly PeriodEndDate { get; init; }

        public decimal? Numerator { get; init; }

        public decimal? Denominator { get; init; }

        public double? Value { get; init; }

        public double? Baseline { get; init; }

        public double? Trajectory { get; init; }

        public double? Target { get; init; }

        public DateOnly? TargetDate { get; init; }

        public double? Standard { get; init; }

        public double? Plan { get; init; }

        public string? PlanKind { get; init; }

        public string? PlanChangeId { get; init; }

        public double? Variance { get; init; }

        public double? Tolerance { get; init; }

        public required string Status { get; init; }

        public string? StatusReason { get; init; }

        public bool IsPartial { get; init; }

        public bool IsStale { get; init; }

        public DateOnly? DataToDate { get; init; }

        public double? Progress { get; init; }

        public double? RequiredRunRate { get; init; }

        public KpiValue ToValue() => new(
            Kpi,
            Version,
            Words.Of<Level>()[Level],
            OdsCode,
            new Period(Words.Of<PeriodKind>()[PeriodKind], ReportingMonth.Of(PeriodEndDate)),
            Numerator,
            Denominator,
            (decimal?)Value,
            (decimal?)Baseline,
            (decimal?)Trajectory,
            (decimal?)Target,
            TargetDate,
            (decimal?)Standard,
            (decimal?)Plan,
            PlanKind is null ? null : Words.Of<PlanKind>()[PlanKind],
            PlanChangeId,
            (decimal?)Variance,
            (decimal?)Tolerance,
            Words.Of<RagStatus>()[Status],
            StatusReason,
            IsPartial,
            IsStale,
            DataToDate,
            (decimal?)Progress,
            (decimal?)RequiredRunRate);
    }
}
