using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>The bare handles of an array of values, kept alive until disposed of.</summary>
internal readonly ref struct LentHandles
{
    private readonly SafeHandle[] owners;
    private readonly int lent;

    public LentHandles(SafeHandle[] owners, int count)
    {
        this.owners = owners;
        Handles = new nint[count];
        for (lent = 0; lent < count; lent++)
        {
            var added = false;
            owners[lent].DangerousAddRef(ref added);
            Handles[lent] = owners[lent].DangerousGetHandle();
        }
    }

    public nint[] Handles { get; }

    public void Dispose()
    {
        for (var i = 0; i < lent; i++)
            owners[i].DangerousRelease();
    }
}
