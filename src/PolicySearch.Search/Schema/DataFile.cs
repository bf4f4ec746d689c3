namespace PolicySearch.Search.Schema;

/// <summary>Text files that travel inside the assembly: UTF-8, one entry a line, lines that begin with # are comments.</summary>
internal static class DataFile
{
    /// <summary>The entries of the embedded file <c>Schema/Data/</c><paramref name="name"/>.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        Stream stream = typeof(DataFile).Assembly.GetManifestResourceStream("PolicySearch.Search.Data." + name)
            ?? throw new InvalidOperationException($"the assembly lacks its data file {name}");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (IsEntry(line))
                yield return line;
        }
    }

    /// <summary>Whether a line holds an entry: not blank, not a comment.</summary>
    public static bool IsEntry(string line) => line.Length > 0 && line[0] != '#' && !string.IsNullOrWhiteSpace(line);
}
