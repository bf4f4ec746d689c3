using System.Text.RegularExpressions;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests;

public sealed partial class RepositoryTests
{
    public static TheoryData<string> Documents() =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Path, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.StartsWith("corpus/samples", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Documents))]
    public void Every_link_of_a_document_leads_somewhere(string document)
    {
        string folder = Path.GetDirectoryName(RepositoryRoot.Combine(document))!;
        string[] dead = Link().Matches(File.ReadAllText(RepositoryRoot.Combine(document)))
            .Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(folder, target)))
            .ToArray();

        Assert.True(dead.Length == 0, $"{document}: dead links: {string.Join(", ", dead)}");
    }

    [GeneratedRegex(@"\]\(([^()\s]+)\)")]
    private static partial Regex Link();
}
