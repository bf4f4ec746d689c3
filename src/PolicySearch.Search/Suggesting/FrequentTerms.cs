using Lucene.Net.Index;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Suggesting;

/// <summary>The words of the main index that are worth suggesting: those of subjects and titles, and longer ones of the texts.</summary>
internal static class FrequentTerms
{
    private const int MaxLength = 12;

    // Shortest word taken from titles, and from texts, where short words are many and say little.
    private const int MinTitleLength = 2, MinBodyLength = 3;

    // A word of so many documents is part of how offices write; with few documents that cannot be told.
    private const double CommonShare = 0.3;
    private const int EnoughDocuments = 100;

    /// <summary>Words that at least <paramref name="least"/> documents hold, the most frequent first, at most <paramref name="most"/>.</summary>
    public static List<(string Term, int Count)> Read(IndexReader reader, int least, int most)
    {
        // The rarest of the kept stands on top and goes first.
        var kept = new PriorityQueue<string, (int, string)>(Comparer<(int Count, string Term)>.Create(static (a, b) =>
            a.Count != b.Count ? a.Count.CompareTo(b.Count) : string.CompareOrdinal(b.Term, a.Term)));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string field, int shortest) in new[] { (PolicySchema.Subject, MinTitleLength), (PolicySchema.Title, MinTitleLength), (PolicySchema.Body, MinBodyLength) })
            Collect(reader, field, shortest, least, most, kept, seen);
        return [.. kept.UnorderedItems.Select(item => (item.Element, item.Priority.Item1)).OrderByDescending(item => item.Item2).ThenBy(item => item.Element, StringComparer.Ordinal)];
    }

    private static void Collect(
        IndexReader reader, string field, int shortest, int least, int most, PriorityQueue<string, (int, string)> kept, HashSet<string> seen)
    {
        if (MultiFields.GetTerms(reader, field) is not { } terms)
            return;
        TermsEnum each = terms.GetEnumerator();
        while (each.MoveNext())
        {
            string term = each.Term.Utf8ToString();
            if (term.Length < shortest || term.Length > MaxLength || !term.All(IsHanzi) || PhraseCounter.IsEdgeWord(term) || seen.Contains(term))
                continue;
            int count = field == PolicySchema.Body ? each.DocFreq : reader.DocFreq(new Term(PolicySchema.Body, term));
            if (count < least || reader.NumDocs >= EnoughDocuments && count > CommonShare * reader.NumDocs || kept.Count == most && kept.TryPeek(out _, out (int Count, string) rarest) && count <= rarest.Count)
                continue;
            seen.Add(term);
            kept.Enqueue(term, (count, term));
            if (kept.Count > most)
                seen.Remove(kept.Dequeue());
        }
    }

    private static bool IsHanzi(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
