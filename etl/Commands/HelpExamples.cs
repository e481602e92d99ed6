using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Stp.Etl.Commands;

/// <summary>Examples under the help of each command.</summary>
public static class HelpExamples
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["stp"] = ["stp refresh", "stp status", "stp query \"select * from mart.kpi_month where month_label = '2018-12'\""],
        ["refresh"] = ["stp refresh", "stp refresh --feed ae_attendance --as-of 2018-11-30", "stp refresh --full --data /srv/stp"],
        ["query"] =
        [
            "stp query \"select title, short_name, value, plan, status from mart.kpi_month where month_label = '2018-12'\"",
            "stp query \"from mart.ae_return_reconciliation\" --format csv > reconciliation.csv",
            "stp query \"select kpi, value from scorecard.kpi_value\" --as-published 2018-12-31 --json",
        ],
        ["status"] = ["stp status", "stp status --json"],
        ["check"] = ["stp check", "stp check --config /etc/stp/config"],
        ["spc"] =
        [
            "stp spc four-hour.csv --target 0.95 --png four-hour.png",
            "stp spc breaches.csv --direction decrease --rebase 2017-04-01 --rebase 2018-04-01",
            "stp spc attendances.csv --direction neutral --fix-after 12 --json",
        ],
        ["sample"] = ["stp sample --scale 0.1 --data trial", "stp sample --seed 7 --data trial"],
    };

    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new WithExamples((SynchronousCommandLineAction)help.Action!, root);
    }

    private sealed class WithExamples(SynchronousCommandLineAction help, RootCommand root) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var result = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            var command = parseResult.CommandResult.Command;
            foreach (var example in Examples[command == root ? "stp" : command.Name])
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
            return result;
        }
    }
}
