using Stp.Tests.Warehouse.Bindings;
using Stp.Warehouse.DuckDb;

namespace Stp.Tests.Warehouse;

/// <summary>What a value of each type becomes in a landed file, and which values are refused.</summary>
[TestFixture]
public sealed class ParquetPartTypesTests : LandingFixture
{
    [Test]
    public void EveryType_LandsAsItWasWithItsNulls()
    {
        const string table = """
            select * from (values
                ('RJ1 – København ☃ 🏥', true, 7, 9223372036854775807, 0.1::double, 12.50::decimal(4, 2),
                    -1234567.891::decimal(18, 3), -12345678901234567890.12::decimal(24, 2), date '1899-12-31', timestamp '1969-12-31 23:59:59.999999',
                    uuid 'f0112233-4455-6677-8899-aabbccddeeff', '\x00\xFFA'::blob),
                (null, null, null, null, null, null, null, null, null, null, null, null),
                ('', false, -2147483648, -1, -0.5, -99.99, 0, 0, date '2016-02-29', timestamp '2018-10-28 01:30:00.000001',
                    uuid '00112233-4455-6677-8899-aabbccddeeff', ''::blob))
            as t(a_text, b_boolean, c_integer, d_bigint, e_double, f_decimal, g_decimal, h_decimal, i_date, j_timestamp, k_uuid, l_blob)
            """;
        Source.Run($"create table t as {table}");

        Land("select * from t");

        Assert.Multiple(() =>
        {
            Assert.That(DifferencesFrom("select * from t"), Is.Zero);
            Assert.That(
                Source.Scalar<string>($"select string_agg(column_type, ' ') from (describe {Landed()})"),
                Is.EqualTo("VARCHAR BOOLEAN INTEGER BIGINT DOUBLE DECIMAL(4,2) DECIMAL(18,3) DECIMAL(24,2) DATE TIMESTAMP UUID BLOB"));
        });
    }

    [Test]
    public void NoRows_KeepTheSchema()
    {
        LandingColumn[] columns = [new("n", LandingType.Integer), new("s", LandingType.Text), new("d", LandingType.Decimal, 6, 2)];

        Land("select 1 as n, 'x' as s, 1.5::decimal(6, 2) as d where false", columns);

        Assert.That(
            Source.Scalar<string>($"select string_agg(column_name || ' ' || column_type, ', ') from (describe {Landed()})"),
            Is.EqualTo("n INTEGER, s VARCHAR, d DECIMAL(6,2)"));
    }

    [Test]
    public void TextsOfEveryLengthAndScript_LandUnchanged()
    {
        const string query = """
            select n, repeat(unnest(['x', 'é', '☃', '🏥', 'a' || chr(0)]), n) as s
            from (select unnest(range(0, 15) || [100, 255, 256, 257, 5000, 100000]) as n)
            """;

        Land(query);

        Assert.That(DifferencesFrom(query), Is.Zero);
    }

    [Test]
    public void WideRows_TakeNoMoreMemoryThanDuckDbIsAllowed()
    {
        const string query = "select n, repeat(chr(65 + cast(n % 26 as integer)), 20000) as letter from range(30000) as r(n)";

        Land(query);

        Assert.That(
            Source.Scalar<long>($"select count(*) from ({Landed()}) where letter = repeat(chr(65 + cast(n % 26 as integer)), 20000)"),
            Is.EqualTo(30_000));
    }

    [Test]
    public void TwoColumnsOfOneName_AreRefused() =>
        Assert.That(
            () => Land("select 1 as n", [new LandingColumn("n", LandingType.Integer), new LandingColumn("N", LandingType.Integer)]),
            Throws.TypeOf<LandingValueException>());

    [Test]
    public void ComputedColumns_AreWrittenInPlaceOfWhatTheyHide()
    {
        Source.Run("""
            create table t as
            select n, 9990000000 + n as nhs_number, date '1950-01-01' + cast(n as integer) as born from range(3000) as r(n)
            """);
        LandingColumn[] columns =
        [
            new("n", LandingType.BigInt),
            LandingColumn.Uuid("patient", row => new Guid((int)(row.GetInt64(1) - 9_990_000_000), 0, 0, new byte[8])),
            LandingColumn.Text("age_band", row => row.GetFieldValue<DateOnly>(2).Year < 1955 ? "under 65" : null),
            LandingColumn.Boolean("is_even", row => row.GetInt64(0) % 2 == 0),
            LandingColumn.Integer("half", row => (int)(row.GetInt64(0) / 2)),
            LandingColumn.BigInt("square", row => row.GetInt64(0) * row.GetInt64(0)),
            LandingColumn.Double("third", row => row.GetInt64(0) % 3 == 0 ? null : 0.25),
            LandingColumn.Decimal("tariff_gbp", 9, 2, row => row.GetInt64(0) + 0.5m),
            LandingColumn.Date("month", row => new DateOnly(row.GetFieldValue<DateOnly>(2).Year, 1, 1)),
            LandingColumn.Timestamp("noon", row => row.GetFieldValue<DateOnly>(2).ToDateTime(new TimeOnly(12, 0))),
            LandingColumn.Blob("bytes", row => [(byte)(row.GetInt64(0) % 256)]),
        ];

        Land("select * from t order by n", columns);

        Assert.That(
            DifferencesFrom("""
                select n, cast(format('{:08x}-0000-0000-0000-000000000000', n) as uuid), case when year(born) < 1955 then 'under 65' end,
                    n % 2 = 0, cast(n // 2 as integer), n * n, case when n % 3 <> 0 then 0.25::double end, cast(n + 0.5 as decimal(9, 2)),
                    cast(date_trunc('year', born) as date), born + interval 12 hour, unhex(format('{:02x}', n % 256))
                from t
                """),
            Is.Zero);
    }

    [TestCase("7::integer", LandingType.BigInt, "7::bigint")]
    [TestCase("7::smallint", LandingType.Integer, "7::integer")]
    [TestCase("7::bigint", LandingType.Integer, "7::integer")]
    [TestCase("7::utinyint", LandingType.Double, "7::double")]
    [TestCase("7::bigint", LandingType.Text, "'7'")]
    [TestCase("-7.50::decimal(9,2)", LandingType.Text, "'-7.50'")]
    [TestCase("-7.50::decimal(9,2)", LandingType.Decimal, "-7.5000::decimal(12,4)")]
    [TestCase("7.00::decimal(9,2)", LandingType.BigInt, "7::bigint")]
    [TestCase("7::integer", LandingType.Decimal, "7::decimal(12,4)")]
    [TestCase("0.1::decimal(9,2)", LandingType.Double, "0.1::double")]
    [TestCase("timestamp '2018-12-31'", LandingType.Date, "date '2018-12-31'")]
    [TestCase("date '2018-12-31'", LandingType.Timestamp, "timestamp '2018-12-31'")]
    [TestCase("'f0112233-4455-6677-8899-aabbccddeeff'", LandingType.Uuid, "uuid 'f0112233-4455-6677-8899-aabbccddeeff'")]
    [TestCase("uuid 'f0112233-4455-6677-8899-aabbccddeeff'", LandingType.Text, "'f0112233-4455-6677-8899-aabbccddeeff'")]
    public void AnotherTypeThatLosesNothing_IsTaken(string handedOver, LandingType type, string landed)
    {
        var column = type == LandingType.Decimal ? new LandingColumn("v", type, 12, 4) : new LandingColumn("v", type);

        Land($"select {handedOver} as v", [column]);

        Assert.That(DifferencesFrom($"select {landed} as v"), Is.Zero);
    }

    [TestCase("2147483648::bigint", LandingType.Integer)]
    [TestCase("7.7123::decimal(9,4)", LandingType.BigInt)]
    [TestCase("9007199254740993::bigint", LandingType.Double)]
    [TestCase("71.234::decimal(9,3)", LandingType.Decimal)]
    [TestCase("712345.6::decimal(9,1)", LandingType.Decimal)]
    [TestCase("timestamp '2018-12-31 07:00:00'", LandingType.Date)]
    [TestCase("'7 not a uuid'", LandingType.Uuid)]
    [TestCase("'7'", LandingType.BigInt)]
    [TestCase("interval '7 days'", LandingType.Text)]
    public void ValueThatWouldLoseSomething_IsRefusedByColumnWithoutBeingShown(string handedOver, LandingType type)
    {
        var column = type == LandingType.Decimal ? new LandingColumn("patient", type, 6, 2) : new LandingColumn("patient", type);

        var refused = Assert.Throws<LandingValueException>(() => Land($"select {handedOver} as patient", [column]));

        Assert.Multiple(() =>
        {
            Assert.That(refused?.Column, Is.EqualTo("patient"));
            Assert.That(refused?.Message, Does.StartWith("Column patient: ").And.Not.Contain("7"));
        });
    }

    [Test]
    public void ColumnTheReaderDoesNotHave_IsNamed() =>
        Assert.That(
            () => Land("select 1 as n", [new LandingColumn("arrived_at", LandingType.Timestamp)]),
            Throws.TypeOf<LandingValueException>().With.Message.Contains("arrived_at"));
}
