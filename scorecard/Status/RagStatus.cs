namespace Stp.Scorecard.Status;

/// <summary>Green at or better than plan, amber within tolerance, red beyond it; grey where there is no plan or no fresh value.</summary>
public enum RagStatus
{
    Grey,
    Red,
    Amber,
    Green,
}
