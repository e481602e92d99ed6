namespace Stp.Etl.Config;

/// <summary>One thing wrong in config/: where it stands, what is wrong, and what to write instead.</summary>
/// <param name="File">Relative to the config directory, with forward slashes.</param>
/// <param name="Line">Counted from 1; 0 where the fault is the whole file.</param>
/// <param name="Field">The property or column, such as <c>columns[3].type</c>; empty for the whole line or file.</param>
/// <param name="Remedy">What to write instead; empty where the message already says it.</param>
public sealed record ConfigFault(string File, int Line, string Field, string Message, string Remedy)
{
    public override string ToString()
    {
        var where = Line > 0 ? $"config/{File}:{Line}" : $"config/{File}";
        var field = Field.Length > 0 ? $" {Field}:" : ":";
        var remedy = Remedy.Length > 0 ? $" {Remedy}" : string.Empty;
        return $"{where}{field} {Message}{remedy}";
    }
}
