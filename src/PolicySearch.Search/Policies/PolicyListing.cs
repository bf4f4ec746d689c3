using Lucene.Net.Search;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Querying.Facets;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Policies;

/// <summary>Lists policies of one reader.</summary>
internal static class PolicyListing
{
    /// <summary>A page of the policies that match, the most cited first.</summary>
    public static CitedPolicyPage Run(PolicySearcher searcher, CitedPolicyRequest request, CancellationToken cancellation)
    {
        PolicyCatalog catalog = searcher.Policies;
        if (request.Filters.Count == 0)
            return List(catalog, request, catalog.Documents);
        var search = new SearchRequest { Filters = request.Filters, Size = 0, FacetSize = 1 };
        return SearchPass.CountValues(searcher, new MatchAllDocsQuery(), search, FacetField.Policy, counts => List(catalog, request, counts), cancellation);
    }

    private static CitedPolicyPage List(PolicyCatalog catalog, CitedPolicyRequest request, ReadOnlySpan<int> counts)
    {
        var pattern = new PolicyPattern(request.Query);
        int skip = (int)Math.Min((request.Page - 1L) * request.Size, catalog.All.Count);
        var top = new TopHits(Math.Min(skip + request.Size, Math.Max(1, catalog.All.Count)));
        int total = 0;
        for (int ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            int documents = counts[ordinal];
            if (documents == 0 || !pattern.Matches(catalog, ordinal))
                continue;
            total++;
            if (top.MayTake(documents))
                top.Add(new(documents, (ulong)PolicySchema.IdNumber(catalog[ordinal].Id), ordinal));
        }
        return new(total, [.. top.Drain(skip).Select(hit => catalog[hit.Doc] with { Documents = (int)hit.Key })]);
    }
}

/// <summary>What a reader types to find a policy: words that one of its spellings contains, or a 文号.</summary>
internal sealed class PolicyPattern
{
    private readonly string[] words;
    private readonly List<string> numbers = [];

    /// <summary>Reads a query; text that is too much of it counts no further.</summary>
    public PolicyPattern(string query)
    {
        string folded = CharacterFolding.Fold(query.Length > SearchRequest.MaxQueryLength ? query[..SearchRequest.MaxQueryLength] : query);
        foreach (DocumentNumberMatch match in DocumentNumberRecognizer.Find(folded, loose: true).ToList())
        {
            numbers.Add(match.Number.Canonical);
            folded = folded.Replace(folded[match.Start..match.End], " ", StringComparison.Ordinal);
        }
        words = folded.Split([' ', '\t', '《', '》', '〈', '〉', '"', '“', '”', '（', '）', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Whether a policy matches.</summary>
    public bool Matches(PolicyCatalog catalog, int ordinal)
    {
        if (words.Length == 0 && numbers.Count == 0)
            return true;
        foreach (int spelling in catalog.SpellingsOf(ordinal))
        {
            if (Matches(catalog.Spelling(spelling)))
                return true;
        }
        return false;
    }

    private bool Matches(PolicySpelling spelling)
    {
        foreach (string number in numbers)
        {
            if (spelling.NumberKey?.Contains(number, StringComparison.Ordinal) != true)
                return false;
        }
        foreach (string word in words)
        {
            if (spelling.Parts?.Full.Contains(word, StringComparison.Ordinal) != true && spelling.NumberKey?.Contains(word, StringComparison.Ordinal) != true)
                return false;
        }
        return true;
    }
}
