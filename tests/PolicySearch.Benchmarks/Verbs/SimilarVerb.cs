using System.Diagnostics;
using System.Globalization;
using PolicySearch.Documents;
using PolicySearch.Search;
using PolicySearch.Search.Querying;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>
/// Times similar documents for texts of 3,000 characters, and reused wording for their first paragraphs, against ordinary searches of the same index: the
/// median of each, and how many ordinary searches one comparison costs. Rounds alternate, so that other work on the machine weighs on all alike.
/// </summary>
internal static class SimilarVerb
{
    public const string Usage = "similar INDEX [ROUNDS]  times of similar documents and reused wording, as multiples of an ordinary search";

    private const int TextLength = 3000;
    private const int WarmUp = 3;

    public static int Run(string[] args)
    {
        int rounds = 30;
        if (args.Length is not (1 or 2) || (args.Length == 2 && (!int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out rounds) || rounds == 0)))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        using var search = new EmbeddedPolicySearch(args[0]);
        SimilarSpeed speed = SimilarSpeed.Measure(search, rounds, WarmUp, TextLength);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{speed.Documents} documents, medians of {rounds}: search {speed.Search.TotalMilliseconds:0.00} ms, similar {speed.Similar.TotalMilliseconds:0.00} ms = {speed.SimilarRatio:0.0} searches, "
            + $"passages {speed.Passages.TotalMilliseconds:0.00} ms = {speed.Passages / speed.Search:0.0} searches"));
        return 0;
    }
}

/// <summary>What was measured.</summary>
/// <param name="Documents">Documents of the index.</param>
/// <param name="Search">Median of an ordinary search with ten hits and all facets.</param>
/// <param name="Similar">Median of similar documents for a draft.</param>
/// <param name="Passages">Median of reused wording for a paragraph.</param>
internal sealed record SimilarSpeed(int Documents, TimeSpan Search, TimeSpan Similar, TimeSpan Passages)
{
    /// <summary>How many ordinary searches a comparison costs.</summary>
    public double SimilarRatio => Similar / Search;

    /// <summary>Measures.</summary>
    public static SimilarSpeed Measure(EmbeddedPolicySearch search, int rounds, int warmUp, int textLength)
    {
        IndexStatus status = search.StatusAsync().GetAwaiter().GetResult();
        List<PolicyDocument> drafts = Drafts(search, rounds + warmUp, textLength);
        var searches = new List<TimeSpan>();
        var similar = new List<TimeSpan>();
        var passages = new List<TimeSpan>();
        for (int i = 0; i < drafts.Count; i++)
        {
            PolicyDocument draft = drafts[i];
            string query = draft.Subject ?? draft.Title ?? "";
            TimeSpan one = Time(() => search.SearchAsync(new() { Query = query }).GetAwaiter().GetResult());
            TimeSpan two = Time(() => search.SimilarToAsync(draft, new()).GetAwaiter().GetResult());
            TimeSpan three = Time(() => search.PassagesAsync(draft.Body[..Math.Min(400, draft.Body.Length)], 20).GetAwaiter().GetResult());
            if (i < warmUp)
                continue;
            searches.Add(one);
            similar.Add(two);
            passages.Add(three);
        }
        return new(status.Documents, Median(searches), Median(similar), Median(passages));
    }

    /// <summary>Bodies of found documents put together to the wanted length, their words as query.</summary>
    private static List<PolicyDocument> Drafts(EmbeddedPolicySearch search, int count, int length)
    {
        var drafts = new List<PolicyDocument>();
        IReadOnlyList<SearchHit> hits = [.. Enumerable.Range(1, count).Select(page => search.SearchAsync(new() { Page = page, Size = 7 }).GetAwaiter().GetResult()).SelectMany(page => page.Hits)];
        for (int i = 0; drafts.Count < count && i < hits.Count; i++)
            drafts.Add(Lengthened(search, hits, i, length));
        return drafts;
    }

    private static PolicyDocument Lengthened(EmbeddedPolicySearch search, IReadOnlyList<SearchHit> hits, int first, int length)
    {
        PolicyDocument draft = search.FindAsync(hits[first].Id).GetAwaiter().GetResult()!;
        for (int next = first + 1; draft.Body.Length < length && next < hits.Count; next++)
        {
            PolicyDocument more = search.FindAsync(hits[next].Id).GetAwaiter().GetResult()!;
            int shift = draft.Body.Length + 1;
            draft = draft with
            {
                Body = draft.Body + "\n" + more.Body,
                Paragraphs = [.. draft.Paragraphs, .. more.Paragraphs.Select(paragraph => paragraph with { Start = paragraph.Start + shift, End = paragraph.End + shift })],
            };
        }
        return draft with { Body = draft.Body[..Math.Min(length, draft.Body.Length)], Paragraphs = [.. draft.Paragraphs.Where(paragraph => paragraph.End <= length)] };
    }

    private static TimeSpan Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
