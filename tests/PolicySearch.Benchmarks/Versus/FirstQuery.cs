using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace PolicySearch.Benchmarks.Versus;

/// <summary>Milliseconds from opening an index to the hits of the first query, in a process that has done nothing before; FirstQuery.java does the same.</summary>
internal static class FirstQuery
{
    /// <summary>The verb that a process of its own is started with; not for people.</summary>
    public const string Verb = "first-query";

    /// <summary>Opens the index and asks for documents with any of the words. Arguments: index, words.</summary>
    public static int Run(string[] args)
    {
        long start = Stopwatch.GetTimestamp();
        using var directory = FSDirectory.Open(args[0]);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var any = new BooleanQuery();
        for (int i = 1; i < args.Length; i++)
            any.Add(new TermQuery(new Term("body", args[i])), Occur.SHOULD);
        IndexSearcher searcher = OwnEngine.NewSearcher(reader);
        TopDocs hits = searcher.Search(any, 10);
        string? first = searcher.Doc(hits.ScoreDocs[0].Doc).Get("id");
        double took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took} {hits.TotalHits} {first}"));
        return 0;
    }

    /// <summary>Ours, in a new process.</summary>
    public static double Ours(string index, string[] words) =>
        Milliseconds(Environment.ProcessPath!, [.. HostArguments(), Verb, index, .. words]);

    /// <summary>Lucene 8's, in a new process.</summary>
    public static double Theirs(string index, string[] words) =>
        Milliseconds("java", ["-Xmx4g", "-Dfile.encoding=UTF-8", "-cp", Lucene8.CompiledFirstQuery() + Path.PathSeparator + Lucene8.ClassPath(), "FirstQuery", index, .. words]);

    // Under "dotnet x.dll" the process is dotnet, and the program its first argument.
    private static string[] HostArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(FirstQuery).Assembly.Location] : [];

    private static double Milliseconds(string program, string[] arguments) =>
        double.Parse(Processes.Output(program, arguments).Split(' ')[0], CultureInfo.InvariantCulture);
}
