using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// The fields of several segments as if they were one segment's: terms are merged while they are gone through, documents have the numbers of the whole reader.
/// To search, go from segment to segment instead: it is faster. Any number of threads may use it.
/// </summary>
public sealed class MultiFields : Fields
{
    private readonly Fields[] parts;
    private readonly ReaderSlice[] slices;

    internal MultiFields(Fields[] parts, ReaderSlice[] slices)
    {
        this.parts = parts;
        this.slices = slices;
    }

    /// <inheritdoc/>
    public override int Count => -1;

    /// <summary>The fields of a reader, or null when none is indexed.</summary>
    public static Fields? GetFields(IndexReader reader)
    {
        IList<AtomicReaderContext> leaves = reader.Leaves;
        if (leaves.Count == 1)
            return leaves[0].AtomicReader.Fields;
        (Fields[] parts, ReaderSlice[] slices) = Gather(leaves, leaf => leaf.Fields);
        return parts.Length == 0 ? null : new MultiFields(parts, slices);
    }

    /// <summary>The names of the fields that can be searched.</summary>
    public static ICollection<string> GetIndexedFields(IndexReader reader) =>
        [.. GetMergedFieldInfos(reader).Where(field => field.IsIndexed).Select(field => field.Name)];

    /// <summary>The documents of a reader that are not deleted; null when all are there.</summary>
    public static IBits? GetLiveDocs(IndexReader reader)
    {
        if (!reader.HasDeletions)
            return null;
        IList<AtomicReaderContext> leaves = reader.Leaves;
        return leaves.Count == 1 ? leaves[0].AtomicReader.LiveDocs : new MultiBits(leaves, [.. leaves.Select(leaf => leaf.AtomicReader.LiveDocs)]);
    }

    /// <summary>What the segments know about their fields, as a segment merged of them would know it.</summary>
    public static FieldInfos GetMergedFieldInfos(IndexReader reader) =>
        FieldInfosMerger.Merge(reader.Leaves.Select(leaf => leaf.AtomicReader.FieldInfos), new FieldNumbers(), keepVectors: true);

    /// <summary>As the overload, with frequencies.</summary>
    public static DocsEnum? GetTermDocsEnum(IndexReader r, IBits? liveDocs, string field, BytesRef term) => GetTermDocsEnum(r, liveDocs, field, term, DocsFlags.FREQS);

    /// <summary>The documents of a term, or null when there is no such term.</summary>
    /// <param name="r">The reader.</param>
    /// <param name="liveDocs">Documents to return; null for all.</param>
    /// <param name="field">The field.</param>
    /// <param name="term">The term.</param>
    /// <param name="flags">What will be asked for.</param>
    public static DocsEnum? GetTermDocsEnum(IndexReader r, IBits? liveDocs, string field, BytesRef term, DocsFlags flags) =>
        Seek(r, field, term)?.Docs(liveDocs, null, flags);

    /// <summary>As the overload, with offsets and payloads.</summary>
    public static DocsAndPositionsEnum? GetTermPositionsEnum(IndexReader r, IBits? liveDocs, string field, BytesRef term) =>
        GetTermPositionsEnum(r, liveDocs, field, term, DocsAndPositionsFlags.OFFSETS | DocsAndPositionsFlags.PAYLOADS);

    /// <summary>The documents and positions of a term, or null when there is no such term or no positions.</summary>
    /// <inheritdoc cref="GetTermDocsEnum(IndexReader, IBits, string, BytesRef, DocsFlags)"/>
    public static DocsAndPositionsEnum? GetTermPositionsEnum(IndexReader r, IBits? liveDocs, string field, BytesRef term, DocsAndPositionsFlags flags) =>
        Seek(r, field, term)?.DocsAndPositions(liveDocs, null, flags);

    /// <summary>The terms of a reader's field, or null when it has none.</summary>
    public static Terms? GetTerms(IndexReader r, string field) => GetFields(r)?.GetTerms(field);

    /// <inheritdoc/>
    public override IEnumerator<string> GetEnumerator() =>
        parts.SelectMany(part => part).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).GetEnumerator();

    /// <inheritdoc/>
    public override Terms? GetTerms(string field)
    {
        var found = new List<(Terms Terms, ReaderSlice Slice)>();
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i].GetTerms(field) is { } terms)
                found.Add((terms, slices[i]));
        }
        return found.Count == 0 ? null : new MultiTerms([.. found.Select(part => part.Terms)], [.. found.Select(part => part.Slice)]);
    }

    private static TermsEnum? Seek(IndexReader reader, string field, BytesRef term)
    {
        TermsEnum? terms = GetTerms(reader, field)?.GetEnumerator();
        return terms != null && terms.SeekExact(term) ? terms : null;
    }

    private static (T[] Parts, ReaderSlice[] Slices) Gather<T>(IList<AtomicReaderContext> leaves, Func<AtomicReader, T?> part) where T : class
    {
        var found = leaves.Select(leaf => (Part: part(leaf.AtomicReader), Slice: ReaderSlice.Of(leaf))).Where(one => one.Part != null).ToList();
        return ([.. found.Select(one => one.Part!)], [.. found.Select(one => one.Slice)]);
    }
}
