using Lucene.Net.Analysis;
using Lucene.Net.Codecs;
using Lucene.Net.Documents;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>
/// Documents that are not yet a segment: inverted in memory, their stored fields already on their way to disk. One thread uses
/// it at a time; <see cref="SegmentFlusher"/> makes a segment of it, after which it is thrown away.
/// </summary>
internal sealed class SegmentBuffer
{
    private readonly BytePool _pool;
    private readonly FieldNumbers _numbers;
    private readonly Similarity _similarity;
    private readonly Dictionary<string, FieldBuffer> _fields = new(StringComparer.Ordinal);
    private readonly List<FieldBuffer> _touched = [];
    private readonly List<int> _failed = [];
    private long[] _sequence = new long[64];
    private long _fieldBytes;
    private StoredFieldsWriter? _stored;

    public SegmentBuffer(Directory directory, string segment, int generation, FieldNumbers numbers, Similarity similarity, BlockStock stock)
    {
        Segment = segment;
        Generation = generation;
        Directory = new TrackingDirectoryWrapper(directory);
        _numbers = numbers;
        _similarity = similarity;
        _pool = new BytePool(stock);
    }

    /// <summary>The segment's name.</summary>
    public string Segment { get; }

    /// <summary>The generation of <see cref="DeleteLog"/> in which its documents are dated.</summary>
    public int Generation { get; }

    /// <summary>Where the files go; knows which were created.</summary>
    public TrackingDirectoryWrapper Directory { get; }

    /// <summary>Documents, failed ones too.</summary>
    public int DocCount { get; private set; }

    /// <summary>Why the buffer is of no use any more: its files could not be written. Null while it is.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Documents that failed half-way; they are to be deleted.</summary>
    public IReadOnlyList<int> Failed => _failed;

    public IReadOnlyCollection<FieldBuffer> Fields => _fields.Values;

    /// <summary>Memory in use, roughly.</summary>
    public long RamBytes => _pool.RamBytes + _fieldBytes + 8L * _sequence.Length;

    /// <summary>When each document was added, in the order of the writer's <see cref="DeleteLog"/>; 0 while it is not.</summary>
    public ReadOnlySpan<long> Sequence => _sequence.AsSpan(0, DocCount);

    /// <summary>When the first document was added; <see cref="long.MaxValue"/> while there is none.</summary>
    public long FirstSequence { get; private set; } = long.MaxValue;

    public FieldBuffer? Find(string field) => _fields.GetValueOrDefault(field);

    /// <summary>Adds a document. When that fails the document stays as one to be deleted, and all others are as they were.</summary>
    public void Add(IEnumerable<IIndexableField> document, Analyzer analyzer)
    {
        int doc = DocCount;
        _touched.Clear();
        OpenStored();
        try
        {
            foreach (IIndexableField field in document)
                AddField(field, analyzer, doc);
            foreach (FieldBuffer field in _touched)
                field.FinishDocument();
        }
        catch
        {
            foreach (FieldBuffer field in _touched)
                field.AbandonDocument();
            _stored?.AbandonDocument();
            _failed.Add(doc);
            throw;
        }
        finally
        {
            FinishDocument();
        }
    }

    /// <summary>Dates the documents from <paramref name="from"/> on.</summary>
    public void SetSequence(int from, long sequence)
    {
        _sequence.AsSpan(from, DocCount - from).Fill(sequence);
        FirstSequence = Math.Min(FirstSequence, sequence);
    }

    /// <summary>Marks the documents from <paramref name="from"/> on to be deleted: a block of which one failed.</summary>
    public void Fail(int from)
    {
        _failed.RemoveAll(doc => doc >= from);
        for (int doc = from; doc < DocCount; doc++)
            _failed.Add(doc);
    }

    /// <summary>Completes the stored fields.</summary>
    public void FinishStored()
    {
        _stored!.Finish();
        _stored.Dispose();
        _stored = null;
    }

    /// <summary>Gives back the memory.</summary>
    public void Release() => _pool.Clear();

    /// <summary>Gives back the memory and deletes what was written.</summary>
    public void Abandon()
    {
        Release();
        try
        {
            _stored?.Dispose();
        }
        catch (System.IO.IOException)
        {
            // The file is deleted anyway.
        }
        _stored = null;
        DirectoryFiles.TryDelete(Directory, [.. Directory.CreatedFiles]);
    }

    private void OpenStored()
    {
        try
        {
            _stored ??= new StoredFieldsWriter(Directory, Segment, IOContext.DEFAULT);
        }
        catch (Exception e)
        {
            Failure = e;
            throw;
        }
    }

    private void AddField(IIndexableField field, Analyzer analyzer, int doc)
    {
        IIndexableFieldType type = field.IndexableFieldType;
        FieldBuffer buffer = GetOrAdd(field.Name);
        if (type.DocValueType != DocValuesType.NONE)
            AddDocValue(buffer, field, type.DocValueType, doc);
        if (type.IsStored)
            Store(buffer.Number, field);
        if (!type.IsIndexed)
            return;
        if (!_touched.Contains(buffer))
            _touched.Add(buffer);
        buffer.Invert(field, analyzer, doc);
    }

    private FieldBuffer GetOrAdd(string name)
    {
        if (!_fields.TryGetValue(name, out FieldBuffer? field))
            _fields[name] = field = new FieldBuffer(name, _numbers.GetOrAdd(name), _pool, _similarity);
        return field;
    }

    private void AddDocValue(FieldBuffer buffer, IIndexableField field, DocValuesType type, int doc)
    {
        if (buffer.DocValues?.Type != type)
        {
            _numbers.SetDocValues(field.Name, type);
            buffer.DocValues = DocValuesBuffer.Create(type, _pool);
        }
        buffer.DocValues.Add(doc, field);
    }

    private void Store(int number, IIndexableField field)
    {
        object? value = field is Field own ? own.FieldsData : null;
        switch (value)
        {
            case int number32:
                _stored!.WriteInt32(number, number32);
                break;
            case long number64:
                _stored!.WriteInt64(number, number64);
                break;
            case float single:
                _stored!.WriteSingle(number, single);
                break;
            case double real:
                _stored!.WriteDouble(number, real);
                break;
            default:
                StoreBytesOrText(number, field);
                break;
        }
    }

    private void StoreBytesOrText(int number, IIndexableField field)
    {
        if (field.GetBinaryValue() is { } bytes)
            _stored!.WriteBytes(number, bytes.Span);
        else
            _stored!.WriteString(number, field.GetStringValue() ?? throw new ArgumentException($"field '{field.Name}' is stored but has neither text, bytes nor a number"));
    }

    private void FinishDocument()
    {
        if (DocCount == _sequence.Length)
            Array.Resize(ref _sequence, DocCount * 2);
        _sequence[DocCount] = 0;
        DocCount++;
        try
        {
            _stored!.FinishDocument();
        }
        catch (Exception e)
        {
            Failure = e;
            throw;
        }
        _fieldBytes = 0;
        foreach (FieldBuffer field in _fields.Values)
            _fieldBytes += field.RamBytes;
    }
}
