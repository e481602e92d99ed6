namespace Stp.Warehouse.DuckDb;

/// <summary>One landed file: its name within its directory, the rows in it and its size.</summary>
public sealed record ParquetPart(string FileName, long Rows, long Bytes);
