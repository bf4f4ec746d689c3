using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>A document of the model: the tokens of each field, a number, and a text to sort by.</summary>
internal sealed record ModelDocument(Dictionary<string, string[]> Fields, long? Number, string? Key, bool Deleted);

/// <summary>A segment that is nothing but dictionaries, so that searching is tested apart from any file format.</summary>
internal sealed class ModelReader : AtomicReader
{
    private readonly Dictionary<string, ModelTerms> fields = [];

    public ModelReader(IReadOnlyList<ModelDocument> documents)
    {
        Documents = documents;
        foreach (string field in documents.SelectMany(d => d.Fields.Keys).Distinct())
            fields[field] = new ModelTerms(documents, field);
        if (documents.Any(d => d.Deleted))
            LiveDocs = new ModelBits(documents.Select(d => !d.Deleted).ToArray());
    }

    public IReadOnlyList<ModelDocument> Documents { get; }

    public override FieldInfos FieldInfos => new([.. fields.Keys.Select((name, number) => new FieldInfo(name, true, number, false, false, false,
        IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, DocValuesType.NONE, DocValuesType.NUMERIC, null))]);

    public override Fields Fields => new ModelFields(fields);

    public override IBits? LiveDocs { get; }

    public override int MaxDoc => Documents.Count;

    public override int NumDocs => Documents.Count(d => !d.Deleted);

    public override void CheckIntegrity()
    {
    }

    public override void Document(int docID, StoredFieldVisitor visitor)
    {
    }

    public override Fields? GetTermVectors(int docID) => null;

    public override BinaryDocValues? GetBinaryDocValues(string field) => null;

    public override SortedSetDocValues? GetSortedSetDocValues(string field) => null;

    public override IBits? GetDocsWithField(string field) => field switch
    {
        "number" => new ModelBits(Documents.Select(d => d.Number != null).ToArray()),
        "key" => new ModelBits(Documents.Select(d => d.Key != null).ToArray()),
        _ => null,
    };

    public override NumericDocValues? GetNormValues(string field) => fields.TryGetValue(field, out ModelTerms? terms) ? terms.Norms : null;

    public override NumericDocValues? GetNumericDocValues(string field) => field == "number" ? new ModelNumbers(Documents.Select(d => d.Number ?? 0).ToArray()) : null;

    public override SortedDocValues? GetSortedDocValues(string field) => field == "key" ? new ModelKeys(Documents.Select(d => d.Key).ToArray()) : null;

    protected internal override void DoClose()
    {
    }

    private sealed class ModelFields(Dictionary<string, ModelTerms> fields) : Fields
    {
        public override int Count => fields.Count;

        public override IEnumerator<string> GetEnumerator() => fields.Keys.Order(StringComparer.Ordinal).GetEnumerator();

        public override Terms? GetTerms(string field) => fields.GetValueOrDefault(field);
    }

    private sealed class ModelBits(bool[] bits) : IBits
    {
        public int Length => bits.Length;

        public bool Get(int index) => bits[index];
    }

    private sealed class ModelKeys : SortedDocValues
    {
        private readonly BytesRef[] values;
        private readonly int[] ords;

        public ModelKeys(string?[] keys)
        {
            values = keys.OfType<string>().Distinct().Select(k => new BytesRef(k)).Order().ToArray();
            ords = Array.ConvertAll(keys, k => k == null ? -1 : Array.BinarySearch(values, new BytesRef(k)));
        }

        public override int ValueCount => values.Length;

        public override int GetOrd(int docID) => ords[docID];

        public override void LookupOrd(int ord, BytesRef result) => result.CopyBytes(values[ord]);
    }
}

internal sealed class ModelNumbers(long[] values) : NumericDocValues
{
    public override long Get(int docID) => values[docID];
}

/// <summary>The terms of a field of the model.</summary>
internal sealed class ModelTerms : Terms
{
    private readonly SortedDictionary<BytesRef, List<(int Doc, int[] Positions)>> postings = [];

    public ModelTerms(IReadOnlyList<ModelDocument> documents, string field)
    {
        var norms = new long[documents.Count];
        for (int doc = 0; doc < documents.Count; doc++)
        {
            if (!documents[doc].Fields.TryGetValue(field, out string[]? tokens))
                continue;
            DocCount++;
            SumTotalTermFreq += tokens.Length;
            norms[doc] = new BM25Similarity().ComputeNorm(new FieldInvertState(field, 0, tokens.Length, 0, 0, 1f));
            foreach (var term in tokens.Select((t, i) => (Token: t, Position: i)).GroupBy(t => t.Token))
                Add(term.Key, doc, term.Select(t => t.Position).ToArray());
        }
        Norms = new ModelNumbers(norms);
    }

    public NumericDocValues Norms { get; }

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override long Count => postings.Count;

    public override int DocCount { get; }

    public override bool HasFreqs => true;

    public override bool HasOffsets => false;

    public override bool HasPayloads => false;

    public override bool HasPositions => true;

    public override long SumDocFreq => postings.Values.Sum(p => p.Count);

    public override long SumTotalTermFreq { get; }

    public override TermsEnum GetEnumerator() => new ModelTermsEnum(postings.Keys.ToArray(), postings.Values.ToArray());

    private void Add(string token, int doc, int[] positions)
    {
        var key = new BytesRef(token);
        if (!postings.TryGetValue(key, out List<(int Doc, int[] Positions)>? list))
            postings[key] = list = [];
        list.Add((doc, positions));
    }
}

internal sealed class ModelTermsEnum(BytesRef[] terms, List<(int Doc, int[] Positions)>[] postings) : TermsEnum
{
    private int at = -1;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override int DocFreq => postings[at].Count;

    public override long Ord => at;

    public override BytesRef Term => terms[at];

    public override long TotalTermFreq => postings[at].Sum(p => p.Positions.Length);

    public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) => new ModelPostings(postings[at], liveDocs);

    public override DocsAndPositionsEnum DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) => new ModelPostings(postings[at], liveDocs);

    public override bool MoveNext() => ++at < terms.Length;

    public override SeekStatus SeekCeil(BytesRef text)
    {
        at = Array.BinarySearch(terms, text);
        if (at >= 0)
            return SeekStatus.FOUND;
        at = ~at;
        return at == terms.Length ? SeekStatus.END : SeekStatus.NOT_FOUND;
    }

    public override void SeekExact(long ord) => at = (int)ord;
}

internal sealed class ModelPostings(List<(int Doc, int[] Positions)> postings, IBits? liveDocs) : DocsAndPositionsEnum
{
    private int at = -1, position;

    public override int DocID => at < 0 ? -1 : at < postings.Count ? postings[at].Doc : NO_MORE_DOCS;

    public override int Freq => postings[at].Positions.Length;

    public override int StartOffset => -1;

    public override int EndOffset => -1;

    public override BytesRef? GetPayload() => null;

    public override long GetCost() => postings.Count;

    public override int NextPosition() => postings[at].Positions[position++];

    public override int Advance(int target) => SlowAdvance(target);

    public override int NextDoc()
    {
        position = 0;
        do
        {
            at++;
        }
        while (at < postings.Count && liveDocs != null && !liveDocs.Get(postings[at].Doc));
        return DocID;
    }
}
