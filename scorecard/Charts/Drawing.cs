namespace Stp.Scorecard.Charts;

/// <summary>What a <see cref="Drawing"/> is written in.</summary>
public enum DrawingForm
{
    /// <summary>An ECharts option as JSON, without functions.</summary>
    Option,

    /// <summary>A finished SVG document.</summary>
    Svg,
}

/// <summary>A picture as text, ready for the <see cref="ChartWorker"/>.</summary>
/// <param name="Width">In pixels of the SVG.</param>
/// <param name="Height">In pixels of the SVG.</param>
public sealed record Drawing(DrawingForm Form, string Text, int Width, int Height);

/// <summary>A drawing and the files it becomes.</summary>
/// <param name="Name">What errors call it.</param>
/// <param name="SvgPath">Null where no SVG is wanted.</param>
/// <param name="PngPath">Null where no PNG is wanted.</param>
/// <param name="Scale">Pixels of the PNG per pixel of the SVG.</param>
public sealed record ChartRequest(string Name, Drawing Drawing, string? SvgPath, string? PngPath, double Scale = 2);
