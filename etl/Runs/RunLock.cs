using System.Globalization;

namespace Stp.Etl.Runs;

/// <summary>
/// One run at a time on one data directory. The lock is held by the operating system for the living process, not by the file's
/// existence: it is gone with its owner, however that ended.
/// </summary>
public sealed class RunLock : IDisposable
{
    private const int Attempts = 10;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(30);
    private readonly FileStream _stream;

    private RunLock(FileStream stream) => _stream = stream;

    /// <exception cref="RunException">Another run holds it, or the directory cannot be written.</exception>
    public static RunLock Take(DataFolder data)
    {
        try
        {
            Directory.CreateDirectory(data.Work);
            var stream = Open(data);
            stream.SetLength(0);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            stream.Flush();
            return new RunLock(stream);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new RunException($"The data directory {data.Root} is not writable: {fault.Message}", fault);
        }
        catch (IOException fault)
        {
            throw IsHeldByAnother(data)
                ? new RunException($"Another run is at work on {data.Root} (it holds {data.LockFile}): wait for it, or use another --data.", fault)
                : new RunException($"The data directory {data.Root} cannot be used: {fault.Message}", fault);
        }
    }

    /// <summary>Somebody who asks for the status holds the lock for an instant; a run holds it longer than this waits.</summary>
    private static FileStream Open(DataFolder data)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(data.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < Attempts)
            {
                Task.Delay(BetweenAttempts).Wait();
            }
        }
    }

    /// <summary>Whether a living process holds the lock now.</summary>
    public static bool IsHeldByAnother(DataFolder data)
    {
        if (!File.Exists(data.LockFile))
        {
            return false;
        }

        try
        {
            // Shared, so that those who ask do not take each other for a run.
            using var stream = new FileStream(data.LockFile, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose() => _stream.Dispose();
}

/// <summary>The run cannot go on, for a reason that its operator can understand and act on: the message is meant to be shown.</summary>
public sealed class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
