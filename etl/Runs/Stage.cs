namespace Stp.Etl.Runs;

/// <summary>The stages of a run, as progress and run records name them.</summary>
public static class Stage
{
    public const string Sample = "sample";
    public const string Extract = "extract";
    public const string Load = "load";
    public const string Test = "test";
    public const string Score = "score";
    public const string Publish = "publish";
    public const string Packs = "packs";
}
