using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace PolicySearch.Search.Suggesting;

/// <summary>
/// Walks the suggestions of one segment that hold given terms, best first. Reads doc values only, so looking at one costs about a microsecond.
/// For one thread, one request.
/// </summary>
internal sealed class SuggestionReader(AtomicReader leaf)
{
    private readonly BinaryDocValues? texts = leaf.GetBinaryDocValues(SuggestSchema.Text);
    private readonly NumericDocValues? counts = leaf.GetNumericDocValues(SuggestSchema.Count);
    private readonly BytesRef bytes = new();

    /// <summary>Documents that hold all the terms, ascending, which is best first within a kind.</summary>
    public IEnumerable<int> All(string field, IReadOnlyList<string> terms)
    {
        var each = new DocsEnum[terms.Count];
        for (int i = 0; i < each.Length; i++)
        {
            if (DocsOf(field, terms[i]) is not { } docs)
                yield break;
            each[i] = docs;
        }
        for (int doc = Next(each, 0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = Next(each, doc + 1))
            yield return doc;
    }

    /// <summary>The suggestion's text and its count.</summary>
    public (string Text, int Count) Read(int doc)
    {
        texts!.Get(doc, bytes);
        return (bytes.Utf8ToString(), (int)counts!.Get(doc));
    }

    /// <summary>The first document from <paramref name="target"/> on that all have.</summary>
    private static int Next(DocsEnum[] each, int target)
    {
        int doc = Advance(each[0], target);
        for (int i = 1; i < each.Length && doc != DocIdSetIterator.NO_MORE_DOCS;)
        {
            int other = Advance(each[i], doc);
            if (other == doc)
            {
                i++;
                continue;
            }
            doc = Advance(each[0], other);
            i = 1;
        }
        return doc;
    }

    private static int Advance(DocsEnum docs, int target) => docs.DocID >= target ? docs.DocID : docs.Advance(target);

    private DocsEnum? DocsOf(string field, string term)
    {
        if (leaf.GetTerms(field) is not { } terms)
            return null;
        TermsEnum each = terms.GetEnumerator();
        return each.SeekExact(new BytesRef(term)) ? each.Docs(leaf.LiveDocs, null!, DocsFlags.NONE) : null;
    }
}
