using Stp.Scorecard.Kpis;
using Stp.Tests.Support;

namespace Stp.Tests.Scorecard;

[TestFixture]
public sealed class ValueFormatTests
{
    [Test]
    public void ValueAndVariance_AreWrittenByUnit()
    {
        var rows = DrawnTable.Rows("""
            unit    | number    | value      | variance
            percent | 0.83      | 83.0%      | +83.0 pts
            percent | 0.0205    | 2.1%       | +2.1 pts
            percent | -0.082    | −8.2%      | −8.2 pts
            percent | 0.0004    | 0.0%       | 0.0 pts
            percent | -0.0004   | 0.0%       | 0.0 pts
            percent | -0.0005   | −0.1%      | −0.1 pts
            percent | 1.2345    | 123.5%     | +123.5 pts
            count   | 2214.4    | 2,214      | +2,214
            count   | 2214.5    | 2,215      | +2,215
            count   | -64       | −64        | −64
            count   | 0         | 0          | 0
            count   | -0.4      | 0          | 0
            count   | 1234567   | 1,234,567  | +1,234,567
            number  | 1234.56   | 1,234.6    | +1,234.6
            days    | 4.85      | 4.9        | +4.9
            days    | -0.1      | −0.1       | −0.1
            weeks   | 18        | 18.0       | +18.0
            minutes | 143.2     | 143        | +143
            gbp     | 12345.6   | £12k    | +£12k
            gbp     | -500      | −£500      | −£500
            gbp     | 999999.4  | £1.0m   | +£1.0m
            gbp     | 999999.6  | £1.0m      | +£1.0m
            gbp     | -21449999 | −£21.4m    | −£21.4m
            gbp     | 1934000000 | £1,934.0m | +£1,934.0m
            """);

        Assert.Multiple(() =>
        {
            foreach (var row in rows)
            {
                var unit = Enum.Parse<Unit>(row["unit"], ignoreCase: true);
                Assert.That(
                    (ValueFormat.Value(row.Number("number"), unit), ValueFormat.Variance(row.Number("number"), unit)),
                    Is.EqualTo((row["value"], row["variance"])),
                    $"{row["unit"]} {row["number"]}");
            }
        });
    }

    [Test]
    public void NoValue_IsADash() =>
        Assert.That((ValueFormat.Value(null, Unit.Count), ValueFormat.Variance(null, Unit.Percent)), Is.EqualTo(("–", "–")));

    [TestCase(0.95, "", "95.0%")]
    [TestCase(0.95, "TBC", "95.0%")]
    [TestCase(null, "TBC", "TBC")]
    [TestCase(null, "", "–")]
    [TestCase(null, null, "–")]
    public void Plan_IsItsNumberOrItsWords(double? value, string? words, string expected) =>
        Assert.That(ValueFormat.Plan((decimal?)value, words, Unit.Percent), Is.EqualTo(expected));

    [Test]
    public void ValueInASentence_SaysItsUnit()
    {
        var rows = DrawnTable.Rows("""
            unit    | per    | number | value       | distance
            percent | period | 0.761  | 76.1%       | 76.1 points
            percent | period | 0.01   | 1.0%        | 1.0 point
            percent | period | -0.082 | −8.2%       | 8.2 points
            count   | day    | 2214   | 2,214 a day | 2,214 a day
            count   | period | -412   | −412        | 412
            days    | period | 4.9    | 4.9 days    | 4.9 days
            days    | period | 1      | 1.0 day     | 1.0 day
            weeks   | period | 18.2   | 18.2 weeks  | 18.2 weeks
            minutes | period | 1      | 1 minute    | 1 minute
            minutes | period | 143    | 143 minutes | 143 minutes
            gbp     | period | -500   | −£500       | £500
            """);

        Assert.Multiple(() =>
        {
            foreach (var row in rows)
            {
                var kpi = Given.Share with
                {
                    Unit = Enum.Parse<Unit>(row["unit"], ignoreCase: true),
                    Per = Enum.Parse<Per>(row["per"], ignoreCase: true),
                };
                var number = row.Number("number")!.Value;
                Assert.That(
                    (ValueFormat.InWords(number, kpi), ValueFormat.DistanceInWords(number, kpi)),
                    Is.EqualTo((row["value"], row["distance"])),
                    $"{row["unit"]} {row["number"]}");
            }
        });
    }
}
