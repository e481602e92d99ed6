namespace Stp.Tests.EndToEnd;

/// <summary>Cleans up behind all end-to-end tests.</summary>
[SetUpFixture]
public sealed class EndToEndSetUp
{
    [OneTimeTearDown]
    public void RemoveShared() => Workplace.RemoveShared();
}
