using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// One field of the documents in a <see cref="SegmentBuffer"/>: inverts tokens into postings, and keeps norms and doc values until
/// the flush. Steady state allocates nothing per token. Not thread-safe.
/// </summary>
internal sealed class FieldBuffer(string name, int number, BytePool pool, Similarity similarity)
{
    private readonly FieldInvertState _state = new(name);
    private TokenAttributesOf _attributes;
    private byte[] _utf8 = new byte[256];
    private byte[] _norms = [];
    private int _currentDoc = -1;
    private int _values, _lastStart;

    public string Name { get; } = name;

    public int Number { get; } = number;

    /// <summary>What the buffer holds: the options of the first value. NONE while nothing was indexed.</summary>
    public IndexOptions Layout { get; private set; }

    /// <summary>What the segment will hold: the least of all values' options.</summary>
    public IndexOptions Options { get; private set; }

    public bool OmitNorms { get; private set; }

    public bool HasPayloads { get; private set; }

    /// <summary>True when a document has a norm.</summary>
    public bool HasNorms { get; private set; }

    /// <summary>Documents with at least one term.</summary>
    public int DocCount { get; private set; }

    public PostingsBuffer? Postings { get; private set; }

    public DocValuesBuffer? DocValues { get; set; }

    public bool IsIndexed => Layout != IndexOptions.NONE;

    /// <summary>Bytes held beside the pool's.</summary>
    public long RamBytes => (Postings?.RamBytes ?? 0) + (DocValues?.RamBytes ?? 0) + _norms.Length + 512;

    /// <summary>The norm of each document in [0, <paramref name="docCount"/>); 0 for none.</summary>
    public ReadOnlySpan<byte> Norms(int docCount)
    {
        if (_norms.Length < docCount)
            Array.Resize(ref _norms, docCount);
        return _norms.AsSpan(0, docCount);
    }

    /// <summary>Adds a value to the current document.</summary>
    /// <exception cref="ArgumentException">The tokens break a rule; the message says which.</exception>
    public void Invert(IIndexableField field, Analyzer analyzer, int doc)
    {
        IIndexableFieldType type = field.IndexableFieldType;
        Prepare(type);
        Begin(doc);
        if (field.Boost != 1f && OmitNorms)
            throw new ArgumentException($"field '{Name}': an index-time boost needs norms");
        _state.Boost *= field.Boost;
        if (_values++ > 0 && type.IsTokenized)
            _state.Position += analyzer.GetPositionIncrementGap(Name);
        if (!type.IsTokenized && field is Documents.Field { FieldType.NumericType: Documents.NumericType.NONE } && field.GetStringValue() is { } text)
            InvertWhole(text);
        else
            InvertTokens(field, analyzer, type);
        if (type.IsTokenized)
            _state.Offset += analyzer.GetOffsetGap(Name);
    }

    /// <summary>Ends the current document: computes its norm.</summary>
    public void FinishDocument()
    {
        int doc = _currentDoc;
        _currentDoc = -1;
        if (doc < 0 || OmitNorms)
            return;
        long norm = similarity.ComputeNorm(_state);
        if (norm is < sbyte.MinValue or > sbyte.MaxValue)
            throw new ArgumentException($"field '{Name}': the similarity computed the norm {norm}, which does not fit into a signed byte");
        if (doc >= _norms.Length)
            Array.Resize(ref _norms, Math.Max(64, doc * 2));
        _norms[doc] = (byte)norm;
        HasNorms = true;
    }

    /// <summary>Forgets that a document was begun; what it added stays, and the caller deletes the document.</summary>
    public void AbandonDocument()
    {
        _currentDoc = -1;
        _attributes = default;
    }

    private void Prepare(IIndexableFieldType type)
    {
        IndexOptions options = type.IndexOptions == IndexOptions.NONE ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : type.IndexOptions;
        if (type.StoreTermVectors)
            throw new ArgumentException($"field '{Name}': term vectors are not written; set StoreTermVectors to false");
        OmitNorms |= type.OmitNorms;
        if (Postings is null)
        {
            Layout = Options = options;
            Postings = new PostingsBuffer(pool, options);
        }
        Options = (IndexOptions)Math.Min((int)Options, (int)options);
    }

    private void Begin(int doc)
    {
        if (_currentDoc == doc)
            return;
        _currentDoc = doc;
        _values = _lastStart = 0;
        _state.Boost = 1f;
        _state.Position = _state.Offset = _state.Length = _state.NumOverlap = 0;
        _state.MaxTermFrequency = _state.UniqueTermCount = 0;
    }

    private void InvertWhole(string text)
    {
        int term = Intern(Encode(text), out bool isNew);
        CountDocument();
        Postings!.Add(term, isNew, _currentDoc, _state, _state.Offset, _state.Offset + text.Length, default);
        _state.Length++;
        _state.Position++;
        _state.Offset += text.Length;
    }

    private void InvertTokens(IIndexableField field, Analyzer analyzer, IIndexableFieldType type)
    {
        using TokenStream stream = field.GetTokenStream(analyzer)
            ?? throw new ArgumentException($"field '{Name}': an indexed field must give tokens");
        stream.Reset();
        if (!ReferenceEquals(stream, _attributes.Stream))
            _attributes = new TokenAttributesOf(stream);
        while (stream.IncrementToken())
            AddToken();
        stream.End();
        _state.Position += _attributes.Increment.PositionIncrement;
        _state.Offset += _attributes.Offset.EndOffset;
    }

    private void AddToken()
    {
        int increment = _attributes.Increment.PositionIncrement;
        int position = _state.Position + increment - 1;
        if (position < 0)
            throw new ArgumentException(increment == 0 ? $"field '{Name}': the first position increment must be > 0" : $"field '{Name}': positions overflow; cut the text into several documents");
        int start = _state.Offset + _attributes.Offset.StartOffset, end = _state.Offset + _attributes.Offset.EndOffset;
        if (Layout == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS)
            CheckOffsets(start, end);
        int term = Intern(EncodeToken(), out bool isNew);
        CountDocument();
        _state.Position = position;
        ReadOnlySpan<byte> payload = _attributes.Payload?.Payload is { Length: > 0 } bytes ? bytes.Span : default;
        HasPayloads |= payload.Length > 0 && Layout >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        Postings!.Add(term, isNew, _currentDoc, _state, start, end, payload);
        if (increment == 0)
            _state.NumOverlap++;
        _state.Length++;
        _state.Position++;
    }

    private void CountDocument()
    {
        if (_state.Length == 0)
            DocCount++;
    }

    private void CheckOffsets(int start, int end)
    {
        if (start < _lastStart || end < start)
            throw new ArgumentException($"field '{Name}': offsets must not go backwards and the start must not be behind the end: start {start}, end {end}, last start {_lastStart}");
        _lastStart = start;
    }

    private int Intern(int length, out bool isNew)
    {
        if (length > TermTable.MaxLength)
        {
            string start = Encoding.UTF8.GetString(_utf8, 0, 30);
            throw new ArgumentException($"field '{Name}': a term of {length} bytes in UTF-8 is longer than {TermTable.MaxLength}, the most that the index holds; it starts with '{start}'");
        }
        return Postings!.Terms.GetOrAdd(_utf8.AsSpan(0, length), out isNew);
    }

    private int EncodeToken()
    {
        if (_attributes.Chars is { } chars)
            return Encode(chars.Span);
        _attributes.Bytes.FillBytesRef();
        BytesRef bytes = _attributes.Bytes.BytesRef;
        Reserve(bytes.Length);
        bytes.Span.CopyTo(_utf8);
        return bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Encode(ReadOnlySpan<char> text)
    {
        Reserve(text.Length * 3);
        byte[] target = _utf8;
        int at = 0;
        foreach (char c in text)
        {
            if (c < 0x80)
            {
                target[at++] = (byte)c;
            }
            else if (c is >= '\u0800' and not (>= '\uD800' and <= '\uDFFF'))
            {
                target[at + 2] = (byte)(0x80 | (c & 0x3F));
                target[at + 1] = (byte)(0x80 | ((c >> 6) & 0x3F));
                target[at] = (byte)(0xE0 | (c >> 12));
                at += 3;
            }
            else
            {
                return Encoding.UTF8.GetBytes(text, target);
            }
        }
        return at;
    }

    private void Reserve(int bytes)
    {
        if (_utf8.Length < bytes)
            _utf8 = new byte[bytes + bytes / 2];
    }

    /// <summary>The attributes of a stream, looked up once for as long as the same stream comes back.</summary>
    private readonly struct TokenAttributesOf(TokenStream stream)
    {
        public readonly TokenStream Stream = stream;
        public readonly ITermToBytesRefAttribute Bytes = stream.GetAttribute<ITermToBytesRefAttribute>();
        public readonly IPositionIncrementAttribute Increment = stream.AddAttribute<IPositionIncrementAttribute>();
        public readonly IOffsetAttribute Offset = stream.AddAttribute<IOffsetAttribute>();
        public readonly IPayloadAttribute? Payload = stream.HasAttribute<IPayloadAttribute>() ? stream.GetAttribute<IPayloadAttribute>() : null;

        /// <summary>The term's characters, when the attribute is the usual one and its bytes are just their UTF-8 form.</summary>
        public readonly CharTermAttribute? Chars =
            stream.GetAttribute<ITermToBytesRefAttribute>() is CharTermAttribute chars && chars.GetType() == typeof(CharTermAttribute) ? chars : null;
    }
}
