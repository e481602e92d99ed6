using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Stp.Scorecard.Kpis;
using Stp.Scorecard.Status;
using Stp.Tests.Support;

namespace Stp.Tests.Scorecard;

[TestFixture]
public sealed class StatusRuleTests
{
    private static Verdict Judge(
        decimal? value,
        decimal? plan = 0.90m,
        decimal? tolerance = 0.02m,
        Direction direction = Direction.Increase,
        string? reservation = null,
        string? words = null) =>
        StatusRule.Judge(value, plan, tolerance, direction, reservation, words);

    [Test]
    public void ValueBesideItsPlan_HasTheStatusDrawn()
    {
        var rows = DrawnTable.Rows("""
            direction | value   | plan | tolerance | status
            increase  | 0.91    | 0.90 | 0.02      | green
            increase  | 0.90    | 0.90 | 0.02      | green
            increase  | 0.89999 | 0.90 | 0.02      | amber
            increase  | 0.88    | 0.90 | 0.02      | amber
            increase  | 0.87999 | 0.90 | 0.02      | red
            decrease  | 99      | 100  | 3         | green
            decrease  | 100     | 100  | 3         | green
            decrease  | 100.001 | 100  | 3         | amber
            decrease  | 103     | 100  | 3         | amber
            decrease  | 103.001 | 100  | 3         | red
            increase  | 0.90    | 0.90 | 0         | green
            increase  | 0.89999 | 0.90 | 0         | red
            increase  | 0.89999 | 0.90 |           | red
            """);

        Assert.Multiple(() =>
        {
            foreach (var row in rows)
            {
                var direction = Enum.Parse<Direction>(row["direction"], ignoreCase: true);
                var verdict = Judge(row.Number("value"), row.Number("plan"), row.Number("tolerance"), direction);
                Assert.That(
                    verdict,
                    Is.EqualTo(new Verdict(Enum.Parse<RagStatus>(row["status"], ignoreCase: true), null)),
                    $"{row["direction"]} {row["value"]} of {row["plan"]}");
            }
        });
    }

    [Test]
    public void NoValue_IsGrey() => Assert.That(Judge(null), Is.EqualTo(new Verdict(RagStatus.Grey, "No data")));

    [Test]
    public void NoPlan_IsGrey() => Assert.That(Judge(0.9m, plan: null), Is.EqualTo(new Verdict(RagStatus.Grey, "No plan")));

    [Test]
    public void PlanNotAgreed_IsGreyInThePlansWords() =>
        Assert.That(Judge(0.9m, plan: null, words: "TBC"), Is.EqualTo(new Verdict(RagStatus.Grey, "Plan not agreed: TBC")));

    [Test]
    public void NeutralDirection_IsGrey() =>
        Assert.That(Judge(0.9m, direction: Direction.Neutral), Is.EqualTo(new Verdict(RagStatus.Grey, "No direction is better")));

    [TestCase("0.5")]
    [TestCase("0.99")]
    public void Reservation_IsGreyWhateverTheValue(string value) =>
        Assert.That(
            Judge(decimal.Parse(value, CultureInfo.InvariantCulture), reservation: "Not fresh"),
            Is.EqualTo(new Verdict(RagStatus.Grey, "Not fresh")));

    [TestCase(Direction.Increase, -0.05)]
    [TestCase(Direction.Decrease, 0.05)]
    [TestCase(Direction.Neutral, -0.05)]
    public void Variance_IsPositiveWhereBetter(Direction direction, decimal expected) =>
        Assert.That(StatusRule.Variance(0.85m, 0.90m, direction), Is.EqualTo(expected));

    [Test]
    public void VarianceWithoutValueOrPlan_IsNull()
    {
        Assert.Multiple(() =>
        {
            Assert.That(StatusRule.Variance(null, 0.9m, Direction.Increase), Is.Null);
            Assert.That(StatusRule.Variance(0.9m, null, Direction.Decrease), Is.Null);
        });
    }

    [Test]
    public void BetterValue_NeverHasAWorseStatus()
    {
        var numbers = ArbMap.Default.ArbFor<(short A, short B, short Plan)>();
        Prop.ForAll(numbers, ArbMap.Default.ArbFor<(byte Tolerance, bool Up)>(), (drawn, rule) =>
        {
            var direction = rule.Up ? Direction.Increase : Direction.Decrease;
            var (worse, better) = rule.Up == drawn.A < drawn.B ? (drawn.A, drawn.B) : (drawn.B, drawn.A);
            RagStatus Of(short value) => Judge(value, drawn.Plan, rule.Tolerance, direction).Status;
            return Of(better) >= Of(worse);
        }).QuickCheckThrowOnFailure();
    }
}
