using System.Collections;
using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>A value of each type that a warehouse stores, written by SQL into a table and read back through the bindings.</summary>
[TestFixture]
public sealed class TypeRoundTripTests
{
    private static readonly TestCaseData[] Scalars =
    [
        new("boolean", "true", true),
        new("tinyint", "-128", sbyte.MinValue),
        new("smallint", "-32768", short.MinValue),
        new("integer", "-2147483648", int.MinValue),
        new("bigint", "-9223372036854775808", long.MinValue),
        new("utinyint", "255", byte.MaxValue),
        new("usmallint", "65535", ushort.MaxValue),
        new("uinteger", "4294967295", uint.MaxValue),
        new("ubigint", "18446744073709551615", ulong.MaxValue),
        new("hugeint", "-170141183460469231731687303715884105728", (BigInteger)Int128.MinValue),
        new("hugeint", "170141183460469231731687303715884105727", (BigInteger)Int128.MaxValue),
        new("hugeint", "-1", BigInteger.MinusOne),
        new("uhugeint", "340282366920938463463374607431768211455", (BigInteger)UInt128.MaxValue),
        new("float", "1.5", 1.5f),
        new("double", "0.1", 0.1d),
        new("double", "'infinity'", double.PositiveInfinity),
        new("double", "'nan'", double.NaN),
        new("decimal(4, 2)", "-99.99", -99.99m),
        new("decimal(9, 4)", "12345.6789", 12345.6789m),
        new("decimal(18, 3)", "-123456789012345.678", -123456789012345.678m),
        new("decimal(28, 10)", "123456789012345678.0123456789", 123456789012345678.0123456789m),
        new("decimal(38, 0)", "-79228162514264337593543950335", decimal.MinValue),
        new("varchar", "'St Thomas'' – København ☃'", "St Thomas' – København ☃"),
        new("date", "'2016-02-29'", new DateOnly(2016, 2, 29)),
        new("date", "'0001-01-01'", DateOnly.MinValue),
        new("date", "'9999-12-31'", DateOnly.MaxValue),
        new("time", "'23:59:59.999999'", new TimeOnly(23, 59, 59).Add(TimeSpan.FromMicroseconds(999_999))),
        new("timestamp", "'1969-12-31 23:59:59.999999'", At("1969-12-31 23:59:59.999999")),
        new("timestamp", "'2018-10-28 01:30:00.000001'", At("2018-10-28 01:30:00.000001")),
        new("timestamp_s", "'2018-10-28 01:30:15'", At("2018-10-28 01:30:15")),
        new("timestamp_ms", "'2018-10-28 01:30:15.123'", At("2018-10-28 01:30:15.123")),
        new("timestamp_ns", "'2018-10-28 01:30:15.123456700'", At("2018-10-28 01:30:15.1234567")),
        new("interval", "'2 days 03:04:05.000006'", new TimeSpan(2, 3, 4, 5) + TimeSpan.FromMicroseconds(6)),
        new("uuid", "'ffffffff-ffff-4fff-bfff-ffffffffffff'", Guid.Parse("ffffffff-ffff-4fff-bfff-ffffffffffff")),
        new("uuid", "'00112233-4455-6677-8899-aabbccddeeff'", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")),
        new("enum ('green', 'amber', 'red')", "'amber'", "amber"),
    ];

    [TestCaseSource(nameof(Scalars))]
    public void Scalar_ReadsAsWritten(string type, string literal, object expected)
    {
        using var reader = Stored(type, $"cast({literal} as {type})");

        Assert.Multiple(() =>
        {
            Assert.That(reader.Read(), Is.True);
            Assert.That(reader.GetValue(0), Is.EqualTo(expected));
            Assert.That(reader.Read(), Is.True);
            Assert.That(reader.IsDBNull(0), Is.True);
            Assert.That(reader.GetValue(0), Is.EqualTo(DBNull.Value));
            Assert.That(reader.Read(), Is.False);
        });
    }

    [Test]
    public void TimestampWithTimeZone_ReadsAsUtc()
    {
        using var reader = Stored("timestamptz", "'2018-07-01 12:00:00+01'::timestamptz");
        reader.Read();

        Assert.That(reader.GetFieldValue<DateTime>(0), Is.EqualTo(At("2018-07-01 11:00:00")));
    }

    [Test]
    public void Blob_ReadsEveryByte()
    {
        using var reader = Stored("blob", @"'\x00\xFF\x7F'::blob || repeat('\xAA'::blob, 1000)");
        reader.Read();
        var bytes = new byte[1003];
        using var stream = reader.GetStream(0);
        stream.ReadExactly(bytes);

        Assert.That(bytes, Is.EqualTo(new byte[] { 0x00, 0xFF, 0x7F }.Concat(Enumerable.Repeat((byte)0xAA, 1000))));
    }

    [Test]
    public void List_ReadsElementsAndNulls()
    {
        using var reader = Stored("integer[]", "[1, null, 3]");
        reader.Read();

        Assert.That(reader.GetFieldValue<List<int?>>(0), Is.EqualTo(new int?[] { 1, null, 3 }));
    }

    [Test]
    public void ListOfLists_ReadsNestedElements()
    {
        using var reader = Stored("varchar[][]", "[['a', 'longer than twelve bytes'], [], ['z']]");
        reader.Read();

        Assert.That(
            reader.GetFieldValue<List<List<string>>>(0),
            Is.EqualTo(new List<List<string>> { new() { "a", "longer than twelve bytes" }, new(), new() { "z" } }));
    }

    [Test]
    public void Array_ReadsElements()
    {
        using var reader = Stored("double[3]", "[0.5, 1.5, 2.5]::double[3]");
        reader.Read();

        Assert.That(reader.GetFieldValue<List<double>>(0), Is.EqualTo(new[] { 0.5, 1.5, 2.5 }));
    }

    [Test]
    public void Struct_ReadsFieldsByName()
    {
        using var reader = Stored("struct(code varchar, beds integer)", "{'code': 'RJ1', 'beds': 1100}");
        reader.Read();

        Assert.That(reader.GetValue(0), Is.EquivalentTo(new Dictionary<string, object> { ["code"] = "RJ1", ["beds"] = 1100 }));
    }

    [Test]
    public void Map_ReadsKeysAndValues()
    {
        using var reader = Stored("map(varchar, integer)", "map {'green': 3, 'red': 0}");
        reader.Read();
        var map = (IDictionary)reader.GetValue(0);

        Assert.Multiple(() =>
        {
            Assert.That(map["green"], Is.EqualTo(3));
            Assert.That(map["red"], Is.Zero);
        });
    }

    [Test]
    public void SumOfBigints_IsAHugeintThatReads()
    {
        using var reader = Query("select sum(n), count(*) from (select 9223372036854775807 as n from range(3))");
        reader.Read();

        Assert.That(reader.GetValue(0), Is.EqualTo(new BigInteger(long.MaxValue) * 3));
    }

    /// <summary>One row with the value and one with null, as a table holds them; the reader owns its connection.</summary>
    private static DuckDBDataReader Stored(string type, string expression) =>
        Query($"create table t (v {type}); insert into t select {expression} union all select null; select v from t");

    private static DuckDBDataReader Query(string sql)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader(System.Data.CommandBehavior.CloseConnection);
    }

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
