using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Which documents have a value in a field.</summary>
internal static class DocsWithField
{
    /// <summary>By doc values where the field has them, else by its terms; null when it has neither.</summary>
    public static IBits? Of(AtomicReader reader, string field) => reader.GetDocsWithField(field) ?? ByTerms(reader, field);

    private static FixedBitSet? ByTerms(AtomicReader reader, string field)
    {
        if (reader.GetTerms(field) is not { } ofField)
            return null;
        var bits = new FixedBitSet(reader.MaxDoc);
        DocsEnum? docs = null;
        TermsEnum terms = ofField.GetEnumerator(null);
        while (terms.MoveNext())
        {
            docs = terms.Docs(null, docs, DocsFlags.NONE)!;
            bits.Or(docs);
        }
        return bits;
    }
}
