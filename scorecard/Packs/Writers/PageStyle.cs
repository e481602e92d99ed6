namespace Stp.Scorecard.Packs.Writers;

/// <summary>How the HTML page looks: on a screen, on a telephone and on paper.</summary>
internal static class PageStyle
{
    public const string Css =
        """
        :root { color-scheme: light; }
        body { margin: 0 auto; max-width: 1200px; padding: 0 1rem 3rem; color: #212b32; background: #fff;
          font: 1rem/1.5 "Open Sans", Frutiger, Arial, sans-serif; }
        header { margin: 0 -1rem 1rem; padding: 1rem; background: #005eb8; color: #fff; }
        h1 { margin: 0; font-size: 1.75rem; }
        header p { margin: .25rem 0 0; }
        h2 { margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 2px solid #aeb7bd; font-size: 1.4rem; }
        h3 { margin: 1.75rem 0 .25rem; font-size: 1.05rem; }
        a { color: #005eb8; }
        a:focus, summary:focus { outline: 3px solid #ffb81c; outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: 1rem; padding: .5rem; background: #fff; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
        .summary { padding: .75rem 1rem; background: #e8edee; }
        .summary dt { font-weight: 700; }
        .summary dd { margin: 0 0 .5rem; }
        .notices { padding: 0 1rem; border-left: 5px solid #4c6272; }
        .picture { margin: .5rem 0; }
        img { display: block; width: 100%; height: auto; }
        details { margin: .25rem 0 1rem; }
        summary { cursor: pointer; color: #005eb8; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .9rem; }
        th, td { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #e3e8eb; text-align: left; vertical-align: top; }
        tbody th { font-weight: 400; }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        footer { margin-top: 3rem; border-top: 2px solid #aeb7bd; color: #4c6272; font-size: .875rem; }
        @media print {
          nav, .skip, details { display: none; }
          section { break-before: page; }
          #scorecard { break-before: auto; }
          h3 { break-after: avoid; }
          .picture { break-inside: avoid; }
        }
        """;
}
