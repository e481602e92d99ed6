using System.Numerics;
using DuckDB.NET.Data;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>A parameter reaches the engine as the type and value that .NET holds.</summary>
[TestFixture]
public sealed class ParameterTests
{
    private static readonly TestCaseData[] Values =
    [
        new(true, "BOOLEAN", "true"),
        new(sbyte.MinValue, "TINYINT", "-128"),
        new(short.MinValue, "SMALLINT", "-32768"),
        new(int.MinValue, "INTEGER", "-2147483648"),
        new(long.MinValue, "BIGINT", "-9223372036854775808"),
        new(byte.MaxValue, "UTINYINT", "255"),
        new(ushort.MaxValue, "USMALLINT", "65535"),
        new(uint.MaxValue, "UINTEGER", "4294967295"),
        new(ulong.MaxValue, "UBIGINT", "18446744073709551615"),
        new((BigInteger)Int128.MinValue, "HUGEINT", "-170141183460469231731687303715884105728"),
        new(0.5f, "FLOAT", "0.5"),
        new(0.1d, "DOUBLE", "0.1"),
        new(-12345.6789m, "DECIMAL(9,4)", "-12345.6789"),
        new(79228162514264337593543950335m, "DECIMAL(29,0)", "79228162514264337593543950335"),
        new("København ☃", "VARCHAR", "København ☃"),
        new("", "VARCHAR", ""),
        new(new DateOnly(2016, 2, 29), "DATE", "2016-02-29"),
        new(new TimeOnly(23, 59, 59, 999), "TIME", "23:59:59.999"),
        new(new DateTime(2018, 10, 28, 1, 30, 15, 123), "TIMESTAMP", "2018-10-28 01:30:15.123"),
        new(new DateTime(1899, 12, 31, 23, 59, 59), "TIMESTAMP", "1899-12-31 23:59:59"),
        new(new TimeSpan(2, 3, 4, 5), "INTERVAL", "2 days 03:04:05"),
        new(Guid.Parse("f0112233-4455-6677-8899-aabbccddeeff"), "UUID", "f0112233-4455-6677-8899-aabbccddeeff"),
        new(new byte[] { 0, 255, 65 }, "BLOB", @"\x00\xFFA"),
        new(new List<int> { 1, 2, 3 }, "INTEGER[]", "[1, 2, 3]"),
        new(new List<string> { "a", "longer than twelve bytes" }, "VARCHAR[]", "[a, longer than twelve bytes]"),
    ];

    [TestCaseSource(nameof(Values))]
    public void Parameter_ArrivesWithTypeAndValue(object value, string type, string text)
    {
        using var connection = InMemory.Open();

        Assert.That(
            connection.Scalar<string>("select typeof(v) || ' ' || cast(v as varchar) from (select $1 as v)", value),
            Is.EqualTo($"{type} {text}"));
    }

    [Test]
    public void NullParameter_IsNull()
    {
        using var connection = InMemory.Open();

        Assert.That(connection.Scalar<bool>("select $1 is null", [null]), Is.True);
    }

    [Test]
    public void NamedParameters_BindByNameInAnyOrder()
    {
        using var connection = InMemory.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select $first || $second || $first";
        command.Parameters.Add(new DuckDBParameter("second", "b"));
        command.Parameters.Add(new DuckDBParameter("first", "a"));

        Assert.That(command.ExecuteScalar(), Is.EqualTo("aba"));
    }

    [Test]
    public void PreparedStatement_RunsAgainWithNewValues()
    {
        using var connection = InMemory.Open();
        connection.Run("create table t (n integer, s varchar)");
        using var command = connection.CreateCommand();
        command.CommandText = "insert into t values ($n, $s)";
        command.Parameters.Add(new DuckDBParameter("n", 0));
        command.Parameters.Add(new DuckDBParameter("s", ""));
        command.Prepare();
        for (var n = 0; n < 500; n++)
        {
            command.Parameters["n"].Value = n;
            command.Parameters["s"].Value = n % 7 == 0 ? null : $"text of row {n}";
            command.ExecuteNonQuery();
        }

        Assert.That(connection.Scalar<string>("select concat_ws(' ', count(*), sum(n), count(s)) from t"), Is.EqualTo("500 124750 428"));
    }
}
