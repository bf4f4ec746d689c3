using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Indexing;

/// <summary>What a run must know of the documents that are in the index: content hash by source.</summary>
internal static class IndexState
{
    /// <summary>Reads it from the terms of one field, without touching stored documents.</summary>
    public static Dictionary<string, string> Read(IndexReader reader)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (AtomicReaderContext leaf in reader.Leaves)
            ReadSegment(leaf.AtomicReader, hashes);
        return hashes;
    }

    private static void ReadSegment(AtomicReader leaf, Dictionary<string, string> hashes)
    {
        if (leaf.GetTerms(PolicySchema.SourceHash) is not { } terms)
            return;
        TermsEnum each = terms.GetEnumerator();
        DocsEnum? docs = null;
        while (each.MoveNext())
        {
            docs = each.Docs(leaf.LiveDocs, docs, DocsFlags.NONE);
            if (docs?.NextDoc() is null or DocIdSetIterator.NO_MORE_DOCS)
                continue;
            string[] parts = each.Term.Utf8ToString().Split('\t');
            hashes[parts[0]] = parts[^1];
        }
    }
}
