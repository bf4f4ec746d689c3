using System.Globalization;
using System.IO;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Index;

/// <summary>
/// What an index says, in exactly the words of <c>oracle dump</c>: segments, then for each field its terms with postings, norms
/// and doc values, then stored fields and term vectors. Deleted documents are included.
/// </summary>
internal sealed class IndexDump(TextWriter output, string? onlyField = null)
{
    /// <summary>The dump of the index in a folder, as read by this engine.</summary>
    public static string Of(string folder, string? onlyField = null)
    {
        using FSDirectory directory = FSDirectory.Open(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        return Of(reader, onlyField);
    }

    /// <inheritdoc cref="Of(string, string)"/>
    public static string Of(DirectoryReader reader, string? onlyField = null)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new IndexDump(text, onlyField).Write(reader);
        return text.ToString();
    }

    public void Write(DirectoryReader reader)
    {
        output.WriteLine($"index segments={reader.Leaves.Count} maxDoc={reader.MaxDoc} deleted={reader.NumDeletedDocs}");
        foreach (AtomicReaderContext leaf in reader.Leaves)
            WriteSegment((SegmentReader)leaf.AtomicReader);
    }

    private void WriteSegment(SegmentReader reader)
    {
        var info = reader.SegmentInfo.Info;
        output.WriteLine($"segment {info.Name} codec=Lucene46 compound={(info.UseCompoundFile ? "true" : "false")} maxDoc={reader.MaxDoc} deleted={reader.NumDeletedDocs}");
        for (int doc = 0; reader.LiveDocs != null && doc < reader.MaxDoc; doc++)
        {
            if (!reader.LiveDocs.Get(doc))
                output.WriteLine($"deleted {doc}");
        }
        FieldInfo[] fields = [.. reader.FieldInfos.Where(field => onlyField == null || field.Name == onlyField).OrderBy(field => field.Name, StringComparer.Ordinal)];
        foreach (FieldInfo field in fields)
            WriteField(reader, field);
        for (int doc = 0; doc < reader.MaxDoc; doc++)
            WriteDocument(reader, fields, doc);
    }

    private void WriteField(SegmentReader reader, FieldInfo field)
    {
        output.WriteLine($"field {field.Name} index={NameOf(field.IndexOptions)} norms={Word(field.HasNorms)} docvalues={NameOf(field.DocValuesType)} payloads={Word(field.HasPayloads)} vectors={Word(field.HasVectors)}");
        if (reader.GetTerms(field.Name) is { } terms)
            WriteTerms(terms, "", field.Name);
        NumericDocValues? norms = reader.GetNormValues(field.Name);
        for (int doc = 0; field.HasNorms && doc < reader.MaxDoc; doc++)
            output.WriteLine($"norm {field.Name} {doc} {norms!.Get(doc)}");
        IBits? present = reader.GetDocsWithField(field.Name);
        for (int doc = 0; field.HasDocValues && doc < reader.MaxDoc; doc++)
        {
            if (present!.Get(doc))
                output.WriteLine($"docvalue {field.Name} {doc} {DocValue(reader, field, doc)}");
        }
    }

    private void WriteDocument(SegmentReader reader, FieldInfo[] fields, int doc)
    {
        var visitor = new StoredLines(fields);
        reader.Document(doc, visitor);
        foreach (string line in visitor.Lines)
            output.WriteLine($"stored {doc} {line}");
        Fields? vectors = reader.GetTermVectors(doc);
        foreach (FieldInfo field in fields)
        {
            if (vectors?.GetTerms(field.Name) is { } terms)
                WriteTerms(terms, $"vector {doc} ", field.Name);
        }
    }

    private void WriteTerms(Terms terms, string prefix, string field)
    {
        output.WriteLine($"{prefix}terms {field} count={terms.Count} docCount={terms.DocCount} sumDocFreq={terms.SumDocFreq} sumTotalTermFreq={terms.SumTotalTermFreq}");
        DocsEnum? docs = null;
        DocsAndPositionsEnum? positions = null;
        TermsEnum terms1 = terms.GetEnumerator();
        while (terms1.MoveNext())
        {
            output.WriteLine($"{prefix}term {field} {Text(terms1.Term)} df={terms1.DocFreq} ttf={terms1.TotalTermFreq}");
            positions = terms1.DocsAndPositions(null, positions);
            if (positions == null)
                docs = terms1.Docs(null, docs);
            WritePostings(positions ?? docs!, positions, terms.HasFreqs, prefix);
        }
    }

    private void WritePostings(DocsEnum docs, DocsAndPositionsEnum? positions, bool hasFreqs, string prefix)
    {
        while (docs.NextDoc() != Lucene.Net.Search.DocIdSetIterator.NO_MORE_DOCS)
        {
            output.Write($"{prefix} {docs.DocID}{(hasFreqs ? $" freq={docs.Freq}" : "")}");
            for (int i = 0; positions != null && i < docs.Freq; i++)
            {
                output.Write($"{(i == 0 ? " pos=" : ",")}{positions.NextPosition()}");
                if (positions.StartOffset >= 0)
                    output.Write($"[{positions.StartOffset}-{positions.EndOffset}]");
                if (positions.GetPayload() is { } payload)
                    output.Write("!" + Text(payload));
            }
            output.WriteLine();
        }
    }

    private static string DocValue(SegmentReader reader, FieldInfo field, int doc)
    {
        var value = new BytesRef();
        switch (field.DocValuesType)
        {
            case DocValuesType.NUMERIC:
                return $"{reader.GetNumericDocValues(field.Name)!.Get(doc)}";
            case DocValuesType.BINARY:
                reader.GetBinaryDocValues(field.Name)!.Get(doc, value);
                return Text(value);
            case DocValuesType.SORTED:
                SortedDocValues sorted = reader.GetSortedDocValues(field.Name)!;
                sorted.Get(doc, value);
                return $"{sorted.GetOrd(doc)} {Text(value)}";
            default:
                return SetValue(reader.GetSortedSetDocValues(field.Name)!, doc);
        }
    }

    private static string SetValue(SortedSetDocValues set, int doc)
    {
        var values = new List<string>();
        var value = new BytesRef();
        set.SetDocument(doc);
        for (long ord = set.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = set.NextOrd())
        {
            set.LookupOrd(ord, value);
            values.Add($"{ord} {Text(value)}");
        }
        return string.Join(", ", values);
    }

    private static string Word(bool value) => value ? "true" : "false";

    private static string NameOf(IndexOptions options) => options == IndexOptions.NONE ? "null" : options.ToString();

    private static string NameOf(DocValuesType type) => type == DocValuesType.NONE ? "null" : type.ToString();

    private static string Text(BytesRef bytes)
    {
        try
        {
            return Escape(new UTF8Encoding(false, true).GetString(bytes.Bytes, bytes.Offset, bytes.Length));
        }
        catch (DecoderFallbackException)
        {
            return "0x" + Convert.ToHexStringLower(bytes.Bytes, bytes.Offset, bytes.Length);
        }
    }

    private static string Escape(string text)
    {
        var result = new StringBuilder();
        foreach (char c in text)
            result.Append(c is < ' ' or '\\' or (char)0x7f ? $"\\u{(int)c:x4}" : c.ToString());
        return result.ToString();
    }

    // Numbers as Java prints them are only those of whole ones here: what the oracle writes has no others.
    private sealed class StoredLines(FieldInfo[] fields) : StoredFieldVisitor
    {
        public List<string> Lines { get; } = [];

        public override Status NeedsField(FieldInfo fieldInfo) => Array.Exists(fields, field => field.Name == fieldInfo.Name) ? Status.YES : Status.NO;

        public override void StringField(FieldInfo fieldInfo, string value) => Lines.Add($"{fieldInfo.Name}={Text(new BytesRef(value))}");

        public override void BinaryField(FieldInfo fieldInfo, byte[] value) => Lines.Add($"{fieldInfo.Name}={Text(new BytesRef(value))}");

        public override void Int32Field(FieldInfo fieldInfo, int value) => Lines.Add($"{fieldInfo.Name}=Integer {value}");

        public override void Int64Field(FieldInfo fieldInfo, long value) => Lines.Add($"{fieldInfo.Name}=Long {value}");

        public override void SingleField(FieldInfo fieldInfo, float value) => Lines.Add($"{fieldInfo.Name}=Float {(value == MathF.Floor(value) ? JavaText(value) : value.ToString("R", CultureInfo.InvariantCulture))}");

        public override void DoubleField(FieldInfo fieldInfo, double value) => Lines.Add($"{fieldInfo.Name}=Double {JavaText(value)}");

        private static string JavaText(double value) => value.ToString(value == Math.Floor(value) && Math.Abs(value) < 1e7 ? "0.0" : "R", CultureInfo.InvariantCulture);
    }
}
