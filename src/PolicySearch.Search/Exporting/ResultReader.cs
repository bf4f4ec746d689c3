using Lucene.Net.Documents;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Exporting;

/// <summary>Reads ranked documents one by one.</summary>
internal sealed class ResultReader(PolicySearcher searcher, IReadOnlyList<RankedDoc> ranked, IReadOnlyList<MatchPattern> patterns, SortOrder sort)
{
    /// <summary>How many there are.</summary>
    public int Count => ranked.Count;

    /// <summary>What a person reads for a facet's value; the value itself when the index does not have it.</summary>
    public string LabelOf(FacetField field, string value) =>
        searcher.Facets[field].OrdinalOf(value) is >= 0 and var ordinal ? searcher.Facets[field].LabelOf(ordinal) : value;

    /// <summary>The documents in order.</summary>
    public IEnumerable<ResultDocument> Read() => ranked.Select(One);

    private ResultDocument One(RankedDoc place)
    {
        Document stored = searcher.Doc(place.Doc, StoredDocument.ResultFields);
        PolicyDocument document = StoredDocument.ReadRecord(stored) with { Body = StoredDocument.ReadBody(stored), Figures = StoredDocument.ReadFigures(stored) };
        return new(HitReader.Of(document, place, patterns, sort), document, CitedPolicyLinks.Of(searcher.Policies, document.Citations), Reasons(document));
    }

    private List<MatchReason> Reasons(PolicyDocument document)
    {
        var reasons = new List<MatchReason>();
        if (patterns.Count == 0)
            return reasons;
        int[] title = Occurrences(document.Title), subject = Occurrences(document.Subject), body = Occurrences(document.Body);
        for (int i = 0; i < patterns.Count; i++)
        {
            string text = patterns[i].Number?.Canonical ?? patterns[i].Text;
            if (title[i] + subject[i] + body[i] > 0 && !reasons.Exists(reason => reason.Text == text))
                reasons.Add(new(text, title[i], subject[i], body[i]));
        }
        return reasons;
    }

    private int[] Occurrences(string? text)
    {
        var counts = new int[patterns.Count];
        foreach ((_, int pattern) in MatchPattern.FindAll(CharacterFolding.Fold(text ?? ""), patterns))
            counts[pattern]++;
        return counts;
    }
}
