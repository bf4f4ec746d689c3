using System.Globalization;
using System.Text.RegularExpressions;
using PolicySearch.Testing;

namespace PolicySearch.Benchmarks.Versus;

/// <summary>
/// Lucene 8's side. Debian's package of it cannot be installed beside 4.10's, which <c>oracle</c> needs: where LUCENE8_JARS names no folder, the package is
/// fetched with apt-get and unpacked in the cache.
/// </summary>
internal static partial class Lucene8
{
    private const string Variable = "LUCENE8_JARS", Package = "liblucene8-java";

    private static readonly string[] Modules = ["core", "analyzers-common", "analyzers-smartcn", "queries", "facet"];

    private static readonly string Cache = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "policysearch-versus");

    /// <summary>Finds or fetches the jars. Returns what is missing and how to get it, or null.</summary>
    public static string? Prepare()
    {
        if (Requirement.Missing(Requirement.Oracle) is { } missing)
            return missing;
        if (Environment.GetEnvironmentVariable(Variable) == null && !HasJars(Folder()))
            Environment.SetEnvironmentVariable(Variable, Path.Combine(Cache, Package, "usr", "share", "java"));
        if (HasJars(Folder()) || TryFetch())
            return null;
        return $"needs Lucene 8 for Java, five jars lucene-*-8.*.jar: apt-get download {Package} && dpkg -x {Package}_*.deb FOLDER, and {Variable}=FOLDER/usr/share/java";
    }

    /// <summary>The release that is measured.</summary>
    public static string Release() => ReleaseInName().Match(Jar("core")).Groups[1].Value;

    /// <summary>The jars, as java wants them.</summary>
    public static string ClassPath() => string.Join(Path.PathSeparator, Modules.Select(Jar));

    /// <summary>Folder of the class FirstQuery, compiled against the jars.</summary>
    public static string CompiledFirstQuery()
    {
        string classes = Path.Combine(Cache, "first-query-" + Release());
        string source = RepositoryRoot.Combine("tests", "PolicySearch.Benchmarks", "Versus", "FirstQuery.java");
        var compiled = new FileInfo(Path.Combine(classes, "FirstQuery.class"));
        if (!compiled.Exists || compiled.LastWriteTimeUtc < File.GetLastWriteTimeUtc(source))
            Processes.Output("javac", ["-encoding", "UTF-8", "-cp", ClassPath(), "-d", classes, source]);
        return classes;
    }

    /// <summary>Characters a second of the bare tokenizer over the lines of a file.</summary>
    public static double TokenSpeed(string lines) => Number(Oracle.Run8("tokens", "--time", lines).Split(' ')[0]);

    /// <summary>
    /// Runs <c>oracle8 bench</c>. Rows: index-1 and index-2 (MB/s); search-TYPE-p50 and -p95, facets-TYPE-p50 and -p95 (milliseconds).
    /// </summary>
    public static Dictionary<string, double> Bench(string folder, BenchCorpus corpus)
    {
        var rows = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string line in Oracle.Run8("bench", folder, corpus.Jsonl, corpus.Queries).Split('\n'))
        {
            if (IndexLine().Match(line) is { Success: true } index)
                rows["index-" + index.Groups[1].Value] = Number(index.Groups[2].Value);
            if (LatencyLine().Match(line) is { Success: true } latency)
                AddLatency(rows, latency);
        }
        return rows;
    }

    private static void AddLatency(Dictionary<string, double> rows, Match line)
    {
        string row = (line.Groups[1].Value == "facets" ? "facets-" : "search-") + line.Groups[2].Value;
        rows[row + "-p50"] = Number(line.Groups[3].Value);
        rows[row + "-p95"] = Number(line.Groups[4].Value);
    }

    private static string Folder() => Environment.GetEnvironmentVariable(Variable) ?? Environment.GetEnvironmentVariable("LUCENE_JARS") ?? "/usr/share/java";

    private static bool HasJars(string folder) =>
        Directory.Exists(folder) && Modules.All(module => Directory.EnumerateFiles(folder, $"lucene-{module}-8.*.jar").Any());

    private static string Jar(string module) => Directory.EnumerateFiles(Folder(), $"lucene-{module}-8.*.jar").Order(StringComparer.Ordinal).Last();

    private static bool TryFetch()
    {
        if (Requirement.Program("apt-get") == null || Requirement.Program("dpkg") == null)
            return false;
        string folder = Path.Combine(Cache, Package);
        Directory.CreateDirectory(folder);
        try
        {
            Console.Error.WriteLine($"fetching {Package} into {folder}");
            Processes.Output("apt-get", ["download", "-q", Package], folder);
            Processes.Output("dpkg", ["-x", Directory.EnumerateFiles(folder, Package + "_*.deb").Order(StringComparer.Ordinal).Last(), folder]);
        }
        catch (InvalidOperationException error)
        {
            Console.Error.WriteLine(error.Message);
        }
        return HasJars(Folder());
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"lucene-core-(.+)\.jar$")]
    private static partial Regex ReleaseInName();

    [GeneratedRegex(@"^index threads=(\d): .*MB/s=([\d.]+)")]
    private static partial Regex IndexLine();

    [GeneratedRegex(@"^top 10 and (exact count|facets) (\w+): .*p50=([\d.]+)ms p95=([\d.]+)ms")]
    private static partial Regex LatencyLine();
}
