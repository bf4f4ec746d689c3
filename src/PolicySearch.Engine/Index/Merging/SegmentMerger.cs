using Lucene.Net.Codecs;
using Lucene.Net.Documents;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>
/// Writes one segment out of several readers. Streams: memory does not grow with postings or stored fields, only with the number of
/// documents and of distinct sorted doc values (four bytes each).
/// </summary>
internal sealed class SegmentMerger
{
    private readonly Directory _directory;
    private readonly string _segment;
    private readonly List<MergeSource> _sources;
    private readonly FieldInfos _fields;
    private readonly Action _checkAborted;
    private readonly IOContext _context;

    /// <param name="directory">Where the new segment goes.</param>
    /// <param name="segment">Its name.</param>
    /// <param name="sources">What is merged.</param>
    /// <param name="numbers">Numbers of fields.</param>
    /// <param name="context">For the directory.</param>
    /// <param name="checkAborted">Throws when the merge is not wanted any more; called now and then.</param>
    public SegmentMerger(Directory directory, string segment, List<MergeSource> sources, FieldNumbers numbers, IOContext context, Action checkAborted)
    {
        _directory = directory;
        _segment = segment;
        _sources = sources;
        _context = context;
        _checkAborted = checkAborted;
        _fields = FieldInfosMerger.Merge(sources.Select(source => source.Reader.FieldInfos), numbers, keepVectors: false);
        DocCount = sources.Sum(source => source.LiveCount);
    }

    /// <summary>Documents of the new segment.</summary>
    public int DocCount { get; }

    /// <summary>Writes all files but .si; <see cref="DocCount"/> is above 0.</summary>
    public void Merge()
    {
        MergeStored();
        if (_fields.Any(field => field.IsIndexed))
            MergePostings();
        if (_fields.HasNorms)
            MergeNorms();
        if (_fields.HasDocValues)
            MergeDocValues();
        FieldInfosWriter.Write(_directory, _segment, _fields, _context);
    }

    private void MergeStored()
    {
        using var writer = new StoredFieldsWriter(_directory, _segment, _context);
        var copier = new StoredFieldsCopier(writer, _fields);
        foreach (MergeSource source in _sources)
        {
            for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
            {
                if ((doc & 0x3FF) == 0)
                    _checkAborted();
                if (source.Map(doc) < 0)
                    continue;
                source.Reader.Document(doc, copier);
                writer.FinishDocument();
            }
        }
        writer.Finish();
    }

    private void MergePostings()
    {
        using var postings = new PostingsWriter(_directory, _segment, FieldInfosWriter.PostingsSuffix, _fields, _context);
        using var blocks = new TermBlocksWriter(_directory, _segment, FieldInfosWriter.PostingsSuffix, postings, _context);
        var merger = new PostingsMerger(_sources, postings, blocks, DocCount, _checkAborted);
        foreach (FieldInfo field in _fields.Where(field => field.IsIndexed).OrderBy(field => field.Name, StringComparer.Ordinal))
            merger.Merge(field);
        blocks.Finish();
        postings.Finish();
    }

    private void MergeNorms()
    {
        using var writer = new NormsWriter(_directory, _segment, _context);
        foreach (FieldInfo field in _fields.Where(field => field.HasNorms))
        {
            _checkAborted();
            writer.StartField(field);
            foreach (MergeSource source in _sources)
            {
                NumericDocValues? norms = source.Reader.GetNormValues(field.Name);
                for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
                {
                    if (source.Map(doc) >= 0)
                        writer.Add((byte)(norms?.Get(doc) ?? 0));
                }
            }
        }
        writer.Finish();
    }

    private void MergeDocValues()
    {
        using var writer = new DocValuesWriter(_directory, _segment, FieldInfosWriter.DocValuesSuffix, _context);
        var merger = new DocValuesMerger(_sources, writer);
        foreach (FieldInfo field in _fields.Where(field => field.HasDocValues))
        {
            _checkAborted();
            merger.Merge(field);
        }
        writer.Finish();
    }
}

/// <summary>Adds the fields that it visits to the document being written.</summary>
internal sealed class StoredFieldsCopier(StoredFieldsWriter writer, FieldInfos fields) : StoredFieldVisitor
{
    public override Status NeedsField(FieldInfo fieldInfo) => Status.YES;

    public override void StringField(FieldInfo fieldInfo, string value) => writer.WriteString(Number(fieldInfo), value);

    public override void BinaryField(FieldInfo fieldInfo, byte[] value) => writer.WriteBytes(Number(fieldInfo), value);

    public override void Int32Field(FieldInfo fieldInfo, int value) => writer.WriteInt32(Number(fieldInfo), value);

    public override void Int64Field(FieldInfo fieldInfo, long value) => writer.WriteInt64(Number(fieldInfo), value);

    public override void SingleField(FieldInfo fieldInfo, float value) => writer.WriteSingle(Number(fieldInfo), value);

    public override void DoubleField(FieldInfo fieldInfo, double value) => writer.WriteDouble(Number(fieldInfo), value);

    private int Number(FieldInfo field) => fields.FieldInfo(field.Name)!.Number;
}

/// <summary>The fields of a merged segment: of each setting what all sources can give.</summary>
internal static class FieldInfosMerger
{
    /// <param name="sources">The fields of each source.</param>
    /// <param name="numbers">Gives the numbers.</param>
    /// <param name="keepVectors">Whether a field with term vectors in some source is one with term vectors.</param>
    public static FieldInfos Merge(IEnumerable<FieldInfos> sources, FieldNumbers numbers, bool keepVectors) =>
        new([.. sources.SelectMany(fields => fields).GroupBy(field => field.Name, StringComparer.Ordinal).Select(group => Merge([.. group], numbers, keepVectors))]);

    private static FieldInfo Merge(FieldInfo[] same, FieldNumbers numbers, bool keepVectors)
    {
        FieldInfo[] indexed = Array.FindAll(same, field => field.IsIndexed);
        bool omitNorms = Array.Exists(indexed, field => field.OmitsNorms);
        bool norms = !omitNorms && Array.Exists(indexed, field => field.HasNorms);
        DocValuesType values = same.Select(field => field.DocValuesType).FirstOrDefault(type => type != DocValuesType.NONE);
        string name = same[0].Name;
        if (values != DocValuesType.NONE)
            numbers.SetDocValues(name, values);
        return new FieldInfo(
            name,
            indexed.Length > 0,
            numbers.GetOrAdd(name, same[0].Number),
            keepVectors && Array.Exists(indexed, field => field.HasVectors),
            omitNorms,
            Array.Exists(indexed, field => field.HasPayloads),
            indexed.Length == 0 ? IndexOptions.NONE : indexed.Min(field => field.IndexOptions),
            values,
            norms ? DocValuesType.NUMERIC : DocValuesType.NONE,
            null);
    }
}
