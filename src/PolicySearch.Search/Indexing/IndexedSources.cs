using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// What an index holds, as far as a run must know: the content hash of each source. Read from one field's terms in O(documents), without opening a record.
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

    private static void Read(AtomicReader leaf, Dictionary<string, string> hashes)
    {
        if (leaf.GetTerms(PolicySchema.SourceHash) is not { } terms)
            return;
        TermsEnum each = terms.GetEnumerator();
        DocsEnum? docs = null;
        while (each.MoveNext())
        {
            docs = each.Docs(leaf.LiveDocs, docs!, DocsFlags.NONE);
            if (docs!.NextDoc() == DocIdSetIterator.NO_MORE_DOCS)
                continue;
            (string source, string hash) = DocumentMapper.ReadSourceHash(each.Term.Utf8ToString());
            hashes[source] = hash;
        }
    }
}
