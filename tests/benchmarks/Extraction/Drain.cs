using System.Data.Common;
using Stp.Warehouse.DuckDb;

namespace Stp.Benchmarks.Extraction;

/// <summary>A reader read to its end through its typed getters, and nothing done with what they give.</summary>
internal static class Drain
{
    public static long Rows(DbDataReader reader, IReadOnlyList<LandingColumn> columns)
    {
        long rows = 0;
        while (reader.Read())
        {
            rows++;
            foreach (var column in columns)
            {
                if (column.Ordinal is not { } ordinal)
                    _ = AttendanceSource.Pseudonym(reader);
                else if (!reader.IsDBNull(ordinal))
                    Get(reader, ordinal, column.Type);
            }
        }

        return rows;
    }

    private static void Get(DbDataReader reader, int ordinal, LandingType type)
    {
        switch (type)
        {
            case LandingType.Text:
                reader.GetString(ordinal);
                break;
            case LandingType.Boolean:
                reader.GetBoolean(ordinal);
                break;
            case LandingType.Integer:
                reader.GetInt32(ordinal);
                break;
            case LandingType.BigInt:
                reader.GetInt64(ordinal);
                break;
            case LandingType.Decimal:
                reader.GetDecimal(ordinal);
                break;
            case LandingType.Timestamp:
                reader.GetDateTime(ordinal);
                break;
            default:
                throw new NotSupportedException($"The benchmark's source has no column of type {type}.");
        }
    }
}
