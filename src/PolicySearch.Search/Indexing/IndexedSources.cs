using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// What an index holds, as far as a run must know: the content hash of each source, and what it says
/// about the letters of its number. Read from two fields' terms in O(documents), without opening a record.
/// </summary>
internal static class IndexedSources
{
    /// <summary>Content hash by source.</summary>
    public static Dictionary<string, string> Read(IndexReader reader)
    {
        var hashes = new Dictionary<string, string>(reader.NumDocs, StringComparer.Ordinal);
        foreach (AtomicReaderContext leaf in reader.Leaves)
            Read(leaf.AtomicReader, hashes);
        return hashes;
    }

    /// <summary>What each source that has a number says about its letters.</summary>
    public static Dictionary<string, NumberRecord> ReadNumbers(IndexReader reader)
    {
        var numbers = new Dictionary<string, NumberRecord>(StringComparer.Ordinal);
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            foreach ((string source, NumberRecord record) in LiveTerms(leaf.AtomicReader, PolicySchema.NumberLesson).Select(NumberRecord.Read))
                numbers[source] = record;
        }
        return numbers;
    }

    private static void Read(AtomicReader leaf, Dictionary<string, string> hashes)
    {
        foreach ((string source, string hash) in LiveTerms(leaf, PolicySchema.SourceHash).Select(DocumentMapper.ReadSourceHash))
            hashes[source] = hash;
    }

    // The terms of a field that a document which is not deleted has.
    private static IEnumerable<string> LiveTerms(AtomicReader leaf, string field)
    {
        if (leaf.GetTerms(field) is not { } terms)
            yield break;
        TermsEnum each = terms.GetEnumerator();
        DocsEnum? docs = null;
        while (each.MoveNext())
        {
            docs = each.Docs(leaf.LiveDocs, docs!, DocsFlags.NONE);
            if (docs!.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                yield return each.Term.Utf8ToString();
        }
    }
}
