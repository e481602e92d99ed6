using Stp.Warehouse.Periods;

namespace Stp.Scorecard.Kpis;

/// <summary>An additive number: one measure for one month, basis and organisation (and band, where the measure has bands).</summary>
/// <param name="Organisation">The ODS code of the provider or of the CCG, as the basis says.</param>
/// <param name="Band">A week of wait or a day of stay; null for a measure without bands.</param>
public sealed record MeasureValue(string Measure, ReportingMonth Month, Basis Basis, string Organisation, int? Band, decimal Value);
