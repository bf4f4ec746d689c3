namespace PolicySearch.Benchmarks.Versus;

/// <summary>What one row of the comparison measures, and the ratio ours / Lucene's that it has to reach.</summary>
/// <param name="Key">Names the row in the samples.</param>
/// <param name="Work">For people, with the unit.</param>
/// <param name="Limit">The ratio to reach; without Lucene's figure, ours itself.</param>
/// <param name="AtLeast">Whether the ratio must be that or more; else that or less.</param>
/// <param name="Alone">Whether the limit is for our own figure.</param>
internal sealed record Mark(string Key, string Work, double Limit, bool AtLeast = false, bool Alone = false)
{
    private static readonly string[] Types = ["term", "and", "or", "phrase", "prefix"];

    /// <summary>The groups of rows that can be asked for one by one.</summary>
    public static readonly string[] Groups = ["tokens", "index", "search", "facets", "size", "open", "garbage"];

    /// <summary>Every row, in the order of the table.</summary>
    public static IReadOnlyList<Mark> All { get; } =
    [
        new("tokens", "SmartCn, one thread, M characters/s", 5, AtLeast: true),
        new("index-1", "indexing, one thread, MB/s", 4, AtLeast: true),
        new("index-2", "indexing, two threads, MB/s", 4, AtLeast: true),
        .. Latencies("search", "top 10 and exact count", 0.6),
        .. Latencies("facets", "top 10, exact count and facets", 0.4),
        new("size", "index size, MB (against Lucene 4.10)", 1.02),
        new("open", "opening and the first query, ms", 1),
        new("garbage-token", "garbage, bytes per token", 0, Alone: true),
        .. Types.Select(type => new Mark($"garbage-{type}", $"garbage, KB per {type} query", 10, Alone: true)),
    ];

    /// <summary>The group of rows that this one belongs to.</summary>
    public string Group => Key.Split('-')[0];

    /// <summary>Whether the limit is reached.</summary>
    public bool Reached(double value) => AtLeast ? value >= Limit : value <= Limit;

    private static IEnumerable<Mark> Latencies(string group, string work, double limit) =>
        from type in Types
        from share in new[] { "p50", "p95" }
        select new Mark($"{group}-{type}-{share}", $"{work}, {type}, {share}, ms", limit);
}
