namespace Stp.Warehouse;

/// <summary>Something about the warehouse that its operator can understand and act on: the message is meant to be shown.</summary>
public sealed class WarehouseException : Exception
{
    public WarehouseException(string message)
        : base(message)
    {
    }

    public WarehouseException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
