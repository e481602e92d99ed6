namespace Stp.Etl.Commands;

/// <summary>The command line asks for something that is not there: exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);
