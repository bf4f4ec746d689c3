using System.Reflection;

namespace PolicySearch.Testing.Generator;

/// <summary>The generator's tables and phrase banks: embedded text files, one record a line, fields parted by tabs, comments behind '#'.</summary>
internal static class DataFile
{
    private const string Folder = "PolicySearch.Testing.Generator.Data.";

    /// <summary>The records of a file, in order.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the test tools");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    /// <summary>The names of the topics' files, in ordinal order.</summary>
    public static IEnumerable<string> Topics() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder + "topics.", StringComparison.Ordinal))
        .Select(name => name[Folder.Length..])
        .Order(StringComparer.Ordinal);
}
