using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>A term that a query with many terms stands for, its place in each segment, and its own boost.</summary>
internal sealed record ExpandedTerm(Term Term, TermContext States, float Boost);

/// <summary>Terms that differ in how well they fit; others count 1.</summary>
internal interface IBoostedTerms
{
    /// <summary>The boost of the current term.</summary>
    float Boost { get; }
}

/// <summary>Looks up the terms that a query with many terms stands for, over all segments.</summary>
internal static class TermExpansion
{
    /// <summary>All terms, in order.</summary>
    /// <exception cref="BooleanQuery.TooManyClausesException">There are more than <paramref name="most"/>.</exception>
    public static IEnumerable<ExpandedTerm> All(IndexReader reader, MultiTermQuery query, int most)
    {
        SortedDictionary<BytesRef, ExpandedTerm> found = Gather(reader, query, expanded =>
        {
            if (expanded.Count > most)
                throw new BooleanQuery.TooManyClausesException();
        });
        return found.Values;
    }

    /// <summary>The terms with the highest boosts, among equals the first; in order.</summary>
    public static IEnumerable<ExpandedTerm> Best(IndexReader reader, MultiTermQuery query, int most)
    {
        SortedDictionary<BytesRef, ExpandedTerm> found = Gather(reader, query, _ => { });
        return found.Values.OrderByDescending(t => t.Boost).ThenBy(t => t.Term.Bytes).Take(most).OrderBy(t => t.Term.Bytes);
    }

    private static SortedDictionary<BytesRef, ExpandedTerm> Gather(IndexReader reader, MultiTermQuery query, Action<SortedDictionary<BytesRef, ExpandedTerm>> check)
    {
        var found = new SortedDictionary<BytesRef, ExpandedTerm>();
        IndexReaderContext top = reader.Context;
        foreach (AtomicReaderContext leaf in top.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(query.Field) is not { } ofField)
                continue;
            TermsEnum terms = query.GetTermsEnum(ofField);
            while (terms.MoveNext())
            {
                Add(found, query.Field, terms, top, leaf.Ord);
                check(found);
            }
        }
        return found;
    }

    private static void Add(SortedDictionary<BytesRef, ExpandedTerm> found, string field, TermsEnum terms, IndexReaderContext top, int leafOrd)
    {
        if (!found.TryGetValue(terms.Term, out ExpandedTerm? term))
        {
            var text = BytesRef.DeepCopyOf(terms.Term);
            term = new ExpandedTerm(new Term(field, text), new TermContext(top), (terms as IBoostedTerms)?.Boost ?? 1f);
            found.Add(text, term);
        }
        term.States.Register(terms.GetTermState(), leafOrd, terms.DocFreq, terms.TotalTermFreq);
    }
}
