namespace Stp.Scorecard.Charts;

/// <summary>A chart could not be drawn; the message names it, or says what is missing on this machine.</summary>
public sealed class ChartException : Exception
{
    public ChartException()
    {
    }

    public ChartException(string message)
        : base(message)
    {
    }

    public ChartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
