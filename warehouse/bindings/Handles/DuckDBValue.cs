using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

/// <summary>One value of any type: a statement's parameter, or an argument of a table function.</summary>
public sealed class DuckDBValue() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true), IDuckDBValueReader
{
    public bool IsNull() => NativeMethods.Value.DuckDBIsNullValue(this);

    /// <summary>The value as <typeparamref name="T"/>, converted where the types differ; the default of T for null.</summary>
    /// <exception cref="InvalidCastException">The value does not convert to T.</exception>
    public T GetValue<T>()
    {
        if (IsNull())
            return default!;
        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        var value = DuckDBValueContent.Read(this, target);
        return value is T same ? same : (T)Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.Value.DuckDBDestroyValue(ref handle);
        return true;
    }
}
