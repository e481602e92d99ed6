namespace Stp.Warehouse.Sql;

/// <summary>The .sql files that stand beside the program, by folder and name, in the order of their names.</summary>
public sealed class SqlCatalogue
{
    private readonly string _root;

    public SqlCatalogue(string root) => _root = root;

    /// <summary>The files that were built with the program.</summary>
    public static SqlCatalogue OfProgram() => new(Path.Combine(AppContext.BaseDirectory, "sql"));

    /// <exception cref="WarehouseException">The folder is missing: the program was not installed whole.</exception>
    public IReadOnlyList<SqlFile> In(string folder)
    {
        var directory = Path.Combine(_root, folder);
        if (!Directory.Exists(directory))
        {
            throw new WarehouseException($"The program's folder {directory} is missing: install the program again.");
        }

        return [.. Directory.GetFiles(directory, "*.sql")
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(file => SqlFile.Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];
    }

    /// <exception cref="WarehouseException">There is no such file.</exception>
    public SqlFile Named(string folder, string name) => In(folder).FirstOrDefault(file => file.Name == name)
        ?? throw new WarehouseException($"The program has no {folder}/{name}.sql.");
}
