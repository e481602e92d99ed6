using System.Reflection;

namespace Stp.Etl;

public static class ProgramVersion
{
    /// <summary>The version of the program that runs, such as 0.1.0.</summary>
    public static string Current { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
