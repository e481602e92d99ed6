namespace Stp.Tests.Support;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class TestTimeProvider(DateTimeOffset now) : TimeProvider
{
    public TestTimeProvider()
        : this(new DateTimeOffset(2019, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
    }

    private DateTimeOffset Now { get; set; } = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public void Advance(TimeSpan by) => Now += by;
}
