using System.Data.Common;
using Stp.Etl.Extraction;
using Stp.Etl.Feeds;
using Stp.Warehouse.Loading;

namespace Stp.Etl.Sources;

/// <summary>A place that feeds are read from. Everything it gives goes through an ADO.NET reader, whatever stands behind.</summary>
public interface IFeedSource
{
    /// <summary>What there is to extract now, in order: a window, or each file that is not loaded yet.</summary>
    /// <exception cref="SourceException">The source cannot be asked.</exception>
    IEnumerable<Extract> Plan(Feed feed, FeedProgress progress);

    /// <summary>Starts an extract.</summary>
    /// <exception cref="SourceException">The source is down, or its columns are not the feed's.</exception>
    ExtractReader Open(Feed feed, Extract extract, CancellationToken cancellation);

    /// <summary>Compares the source with the feed's columns, without moving data.</summary>
    /// <returns>What does not fit, in words; empty when all does.</returns>
    IReadOnlyList<string> CheckColumns(Feed feed, CancellationToken cancellation);
}

/// <summary>How far a feed has come.</summary>
/// <param name="Watermark">The end of its last loaded window; null before the first.</param>
/// <param name="LoadedFiles">SHA-256 of the files whose content is loaded, in the order in which they were first loaded.</param>
/// <param name="Now">By the partnership's clocks.</param>
/// <param name="IsFullWanted">Everything is to be read again.</param>
public sealed record FeedProgress(DateTime? Watermark, IReadOnlyList<string> LoadedFiles, DateOnly AsOf, DateTime Now, bool IsFullWanted);

/// <summary>One thing to extract: a window of a table, or a file.</summary>
/// <param name="Description">What a message calls it.</param>
/// <param name="Fault">Why it cannot be opened, where that is known already: it fails alone, and what is planned after it goes on.</param>
public sealed record Extract(string Description, ExtractWindow? Window, SourceFile? File, string? Fault = null);

/// <param name="Path">Absolute.</param>
public sealed record SourceFile(string Path, string Name, string Sha256);

/// <summary>A running extract: rows stream from the reader; what the source noticed besides is known when it is read to its end.</summary>
/// <param name="Query">The query as sent.</param>
/// <param name="Layout">The layout that a file was recognised as.</param>
/// <param name="UnreadLines">Called after the last row: lines of a file that are no rows.</param>
public sealed record ExtractReader(
    DbDataReader Reader,
    string Query,
    string? Layout,
    Func<IReadOnlyList<UnreadLine>> UnreadLines,
    IDisposable Owner) : IDisposable
{
    public void Dispose()
    {
        Reader.Dispose();
        Owner.Dispose();
    }
}

/// <summary>A source is down, or does not hold what the feed asks for. The message is for the operator and holds no row values.</summary>
public sealed class SourceException : Exception
{
    public SourceException(string message)
        : base(message)
    {
    }

    public SourceException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
