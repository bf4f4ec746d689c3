using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Index;

/// <summary>
/// What a reader says about the documents that are not deleted, numbered anew from 0: postings, norms, doc values and stored fields as lines. Two indexes
/// of the same documents say the same, however many segments they have and whatever was deleted.
/// </summary>
internal sealed class LiveContent
{
    private readonly AtomicReader reader;
    private readonly int[] numbers;
    private readonly List<string> lines = [];

    private LiveContent(AtomicReader reader)
    {
        this.reader = reader;
        numbers = new int[reader.MaxDoc];
        for (int doc = 0, next = 0; doc < reader.MaxDoc; doc++)
            numbers[doc] = reader.LiveDocs?.Get(doc) == false ? -1 : next++;
    }

    public static List<string> Of(AtomicReader reader)
    {
        var content = new LiveContent(reader);
        foreach (FieldInfo field in reader.FieldInfos.OrderBy(field => field.Name, StringComparer.Ordinal))
            content.AddField(field);
        foreach (int doc in content.Live())
            content.lines.Add($"stored {content.numbers[doc]} {string.Join(", ", reader.Document(doc).Fields.Select(field => $"{field.Name}={field}"))}");
        return content.lines;
    }

    private IEnumerable<int> Live() => Enumerable.Range(0, reader.MaxDoc).Where(doc => numbers[doc] >= 0);

    private void AddField(FieldInfo field)
    {
        lines.Add($"field {field.Name} {field.IndexOptions} norms={field.HasNorms} payloads={field.HasPayloads} {field.DocValuesType}");
        if (reader.GetTerms(field.Name) is { } terms)
            AddTerms(field.Name, terms);
        NumericDocValues? norms = reader.GetNormValues(field.Name);
        IBits? with = reader.GetDocsWithField(field.Name);
        Assert.Equal((field.HasNorms, field.HasDocValues), (norms != null, with != null));
        if (norms != null)
            lines.AddRange(Live().Select(doc => $"norm {numbers[doc]} {norms.Get(doc)}"));
        Func<int, string> value = ValueOf(field);
        if (with != null)
            lines.AddRange(Live().Where(with.Get).Select(doc => $"value {numbers[doc]} {value(doc)}"));
    }

    private void AddTerms(string field, Terms terms)
    {
        DocsEnum? docs = null;
        DocsAndPositionsEnum? positions = null;
        foreach (TermsEnum term in terms)
        {
            docs = terms.HasPositions ? positions = term.DocsAndPositions(reader.LiveDocs, positions) : term.Docs(reader.LiveDocs, docs);
            int before = lines.Count;
            while (docs!.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                lines.Add($"posting {field} {term.Term} {numbers[docs.DocID]} {(terms.HasFreqs ? docs.Freq : 1)} {(terms.HasPositions ? Positions(positions!, terms.HasOffsets) : "")}");
            Assert.True(lines.Count - before <= term.DocFreq && (!terms.HasFreqs || term.TotalTermFreq >= term.DocFreq));
        }
    }

    private static string Positions(DocsAndPositionsEnum each, bool offsets) => string.Join(' ', Enumerable.Range(0, each.Freq)
        .Select(_ => $"{each.NextPosition()}{(offsets ? $"[{each.StartOffset}-{each.EndOffset}]" : "")}{each.GetPayload()}"));

    private Func<int, string> ValueOf(FieldInfo field)
    {
        var bytes = new BytesRef();
        switch (field.DocValuesType)
        {
            case DocValuesType.NUMERIC:
                NumericDocValues numbers = reader.GetNumericDocValues(field.Name)!;
                return doc => $"{numbers.Get(doc)}";
            case DocValuesType.BINARY:
                BinaryDocValues binary = reader.GetBinaryDocValues(field.Name)!;
                return doc =>
                {
                    binary.Get(doc, bytes);
                    return bytes.ToString();
                };
            case DocValuesType.SORTED:
                SortedDocValues sorted = reader.GetSortedDocValues(field.Name)!;
                return doc =>
                {
                    sorted.LookupOrd(sorted.GetOrd(doc), bytes);
                    Assert.Equal(sorted.GetOrd(doc), sorted.LookupTerm(bytes));
                    return bytes.ToString();
                };
            case DocValuesType.SORTED_SET:
                SortedSetDocValues set = reader.GetSortedSetDocValues(field.Name)!;
                return doc => string.Join(' ', Ordinals(set, doc).Select(ord =>
                {
                    set.LookupOrd(ord, bytes);
                    return bytes.ToString();
                }));
            default:
                return _ => "";
        }
    }

    private static List<long> Ordinals(SortedSetDocValues set, int doc)
    {
        var ordinals = new List<long>();
        set.SetDocument(doc);
        for (long ord = set.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = set.NextOrd())
            ordinals.Add(ord);
        Assert.Equal(ordinals.Distinct().Order(), ordinals);
        return ordinals;
    }
}
