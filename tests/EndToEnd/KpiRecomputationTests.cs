using Stp.Warehouse.DuckDb;

namespace Stp.Tests.EndToEnd;

/// <summary>
/// The scorecard against a second, naive calculation that shares nothing with the first: from the landed Parquet straight to values, in
/// a query per feed (folder Naive), with the rules of the contract and of the definitions written out again.
/// </summary>
[TestFixture]
public sealed class KpiRecomputationTests
{
    private const string Percentiles = "_percentiles";

    /// <summary>Months made into longer periods, by each KPI's own way of rolling up; a rolling twelve needs its twelve months.</summary>
    private const string RolledUp =
        """
        with period as (
            select
                kind,
                m.month::date as last_month,
                case kind
                    when 'month' then m.month
                    when 'quarter' then date_trunc('quarter', m.month)
                    when 'year_to_date' then make_date(year(m.month) - (month(m.month) < 4)::integer, 4, 1)
                    else m.month - interval 11 month
                end::date as first_month
            from range(date '2015-04-01', date '2019-01-01', interval 1 month) as m (month),
                (values ('month'), ('quarter'), ('year_to_date'), ('rolling_12')) as k (kind)
            where kind <> 'quarter' or month(m.month) % 3 = 0
        ),

        reach as (
            select kpi, max(month) as last_month from naive group by kpi
        ),

        held as (
            select n.*, p.kind, p.last_month, k.roll_up, max(n.month) over (partition by n.kpi, n.level, n.ods, p.kind, p.last_month) as newest
            from naive as n
            inner join period as p on n.month between p.first_month and p.last_month
            inner join published.scorecard.kpi as k on k.kpi = n.kpi
            inner join reach as r on r.kpi = n.kpi
            where p.kind <> 'rolling_12' or p.last_month <= r.last_month
        )

        select
            kpi,
            level,
            ods,
            kind,
            last_month,
            case
                when bool_or(denominator is not null) then
                    sum(numerator) filter (roll_up <> 'last' or month = newest)::double / sum(denominator) filter (roll_up <> 'last' or month = newest)
                else sum(numerator) filter (roll_up <> 'last' or month = newest)::double
            end as value
        from held
        group by all
        having kind <> 'rolling_12' or count(*) = 12
        """;

    private static IEnumerable<string> Files(bool percentiles) => Directory
        .GetFiles(Path.Combine(Workplace.Repository, "tests", "EndToEnd", "Naive"), "*.sql")
        .Where(file => Path.GetFileNameWithoutExtension(file).EndsWith(Percentiles, StringComparison.Ordinal) == percentiles)
        .Order(StringComparer.Ordinal);

    [Test]
    public void EveryKpiValue_EqualsTheNaiveOne()
    {
        using var place = Workplace.OfRefreshWithAllKpis();
        using var session = Opened(place);
        session.Execute("create table naive (kpi text, level text, ods text, month date, numerator decimal(18, 4), denominator decimal(18, 4))");
        foreach (var file in Files(percentiles: false))
        {
            session.Execute($"insert into naive by name select kpi, level, ods, month, numerator, denominator from ({Text(file, place)})");
        }

        session.Execute($"create table rolled_up as {RolledUp}");
        var compared = session.Query<Compared>(
            """
            select
                coalesce(n.kpi, v.kpi) as Kpi,
                coalesce(n.level, v.level) as Level,
                coalesce(n.ods, v.ods_code) || ' ' || coalesce(n.kind, v.period_kind) || ' '
                    || coalesce(n.last_month, v.period_end_date)::text as What,
                n.value as Naive,
                v.value as Value
            from (from rolled_up where value is not null and isfinite(value)) as n
            full join (
                select v.*
                from published.scorecard.kpi_value as v
                inner join published.scorecard.kpi as k on k.kpi = v.kpi
                where v.value is not null and k.percentile_share is null
            ) as v
                on v.kpi = n.kpi
                and v.level = n.level
                and v.ods_code = n.ods
                and v.period_kind = n.kind
                and date_trunc('month', v.period_end_date) = n.last_month
            """);

        Assert.Multiple(() =>
        {
            Assert.That(compared.Where(pair => pair.Differs), Is.Empty);
            Assert.That(
                session.Query<string>("select kpi from published.scorecard.kpi where percentile_share is null except select kpi from naive"),
                Is.Empty, "every KPI is computed again");
            Assert.That(compared, Has.Count.GreaterThan(5000));
        });
    }

    [Test]
    public void EveryPercentile_EqualsTheNaiveOne()
    {
        using var place = Workplace.OfRefreshWithAllKpis();
        using var session = Opened(place);
        session.Execute("create table naive (kpi text, level text, ods text, month date, value double)");
        foreach (var file in Files(percentiles: true))
        {
            session.Execute($"insert into naive by name select kpi, level, ods, month, value from ({Text(file, place)})");
        }

        var compared = session.Query<Compared>(
            """
            select
                coalesce(n.kpi, v.kpi) as Kpi,
                coalesce(n.level, v.level) as Level,
                coalesce(n.ods, v.ods_code) || ' ' || coalesce(n.month, v.period_end_date)::text as What,
                n.value as Naive,
                v.value as Value
            from (from naive where value is not null) as n
            full join (
                select v.*
                from published.scorecard.kpi_value as v
                inner join published.scorecard.kpi as k on k.kpi = v.kpi
                where v.value is not null and k.percentile_share is not null and v.period_kind = 'month'
            ) as v on v.kpi = n.kpi and v.level = n.level and v.ods_code = n.ods and date_trunc('month', v.period_end_date) = n.month
            """);

        Assert.Multiple(() =>
        {
            Assert.That(compared.Where(pair => pair.Differs), Is.Empty);
            Assert.That(
                session.Query<string>("select kpi from published.scorecard.kpi where percentile_share is not null except select kpi from naive"),
                Is.Empty, "every percentile is computed again");
        });
    }

    [Test]
    public void StatusesAgainstTrajectories_EqualTheNaiveOnes()
    {
        using var place = Workplace.OfRefreshWithAllKpis();
        using var session = Opened(place);

        var judged = session.Query<Judged>(
            $"""
            with point as (
                select *
                from read_csv('{place.Config}/plans/changes.csv', all_varchar = true)
                where kind = 'trajectory'
            ),

            judged as (
                select
                    v.kpi,
                    v.ods_code,
                    v.period_end_date as day,
                    v.value,
                    v.status,
                    p.period_date::date as from_day,
                    p.value::double as from_value,
                    lead(p.period_date::date) over points as to_day,
                    lead(p.value::double) over points as to_value
                from published.scorecard.kpi_value as v
                inner join point as p
                    on p.kpi = v.kpi
                    and p.organisation = v.ods_code
                    -- The last change that had begun on that day.
                    and p.change_id = (
                        select max(c.change_id)
                        from point as c
                        where c.kpi = v.kpi and c.organisation = v.ods_code and c.effective_from::date <= v.period_end_date
                    )
                where v.period_kind = 'month'
                    and v.value is not null
                    and v.level <> 'ccg'
                    and v.kpi in ('ae_four_hour', 'ae_four_hour_type_1', 'ae_attendances', 'ae_conversion_to_admission')
                window points as (partition by v.kpi, v.ods_code, v.period_end_date order by p.period_date)
            ),

            planned as (
                select
                    *,
                    coalesce(from_value + (to_value - from_value) * (day - from_day) / (to_day - from_day), from_value) as plan
                from judged
                where day >= from_day and (to_day is null or day < to_day)
            ),

            measured as (
                select
                    *,
                    case when kpi like 'ae_four_hour%' then value - plan else plan - value end as better_by,
                    case kpi when 'ae_attendances' then 0.03 * plan when 'ae_conversion_to_admission' then 0.01 else 0.02 end as tolerance
                from planned
            )

            select
                kpi || ' ' || ods_code || ' ' || day::text as What,
                status as Status,
                case when better_by >= 0 then 'green' when better_by >= -tolerance then 'amber' else 'red' end as Naive
            from measured
            """);

        Assert.Multiple(() =>
        {
            Assert.That(judged, Has.Count.GreaterThan(400));
            Assert.That(judged.Where(value => value.Status != value.Naive), Is.Empty);
            Assert.That(judged.Select(value => value.Status).Distinct().ToList(), Has.Count.EqualTo(3), "all colours");
        });
    }

    private static WarehouseSession Opened(Workplace place)
    {
        var session = WarehouseSession.OpenInMemory(CancellationToken.None);
        session.Execute($"attach '{place.Data.Published.FileOf(place.InService!)}' as published (read_only)");
        return session;
    }

    private static string Text(string file, Workplace place) =>
        File.ReadAllText(file).Replace("{landing}", place.Data.Landing, StringComparison.Ordinal);

    private sealed record Compared(string Kpi, string Level, string What, double? Naive, double? Value)
    {
        public bool Differs => !(Math.Abs(Value - Naive ?? double.NaN) <= 1e-12 * Math.Max(1, Math.Abs(Naive ?? 0)));
    }

    private sealed record Judged(string What, string Status, string Naive);
}
