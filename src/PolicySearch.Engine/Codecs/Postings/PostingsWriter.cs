using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// Writes .doc, .pos and .pay. For every term: <see cref="StartTerm"/>, then for every document <see cref="StartDoc"/>,
/// <see cref="AddPosition"/> and <see cref="FinishDoc"/>, then <see cref="FinishTerm"/>. Streams: memory does not grow with the postings.
/// <code>
/// .doc := Header, Table, Term*, Footer
/// Term := (DocDeltas:Block, [Freqs:Block])*, (DocDelta [&lt;&lt; 1 | (freq == 1)], [Freq]: VInt32)*, [SkipList]
/// .pos := Header, (PosDeltas:Block*, tail of PosDelta, payload and offsets in VInt32)*, Footer
/// .pay := Header, ([PayloadLengths:Block, Bytes:VInt32, Payloads], [StartDeltas:Block, Lengths:Block])*, Footer
/// </code>
/// A term with one document has nothing in .doc.
/// </summary>
internal sealed class PostingsWriter : IDisposable
{
    public const string TermsCodec = "Lucene41PostingsWriterTerms";
    public const string DocCodec = "Lucene41PostingsWriterDoc";
    public const string PosCodec = "Lucene41PostingsWriterPos";
    public const string PayCodec = "Lucene41PostingsWriterPay";
    public const int Version = 2;

    private const int BlockSize = PostingsBlock.Size;

    private readonly IndexOutput _doc;
    private readonly IndexOutput? _pos;
    private readonly IndexOutput? _pay;
    private readonly PostingsBlock _block = new();
    private readonly SkipWriter _skip = new();
    private readonly PositionsBuffer _positions;

    private readonly int[] _docDeltas = new int[BlockSize];
    private readonly int[] _freqs = new int[BlockSize];
    private int _buffered;

    private bool _hasFreqs, _hasPositions, _hasOffsets, _hasPayloads;
    private TermPostings _term;
    private int _lastDoc;
    private bool _skipPending;
    private SkipPoint _skipPoint;
    private bool _skipStarted;

    /// <summary>Creates the files that the fields need.</summary>
    public PostingsWriter(Directory directory, string segment, string suffix, FieldInfos fields, IOContext context)
    {
        try
        {
            _doc = Create(directory, segment, suffix, "doc", DocCodec, context);
            PostingsBlock.WriteTable(_doc);
            if (fields.HasProx)
                _pos = Create(directory, segment, suffix, "pos", PosCodec, context);
            if (fields.HasPayloads || fields.HasOffsets)
                _pay = Create(directory, segment, suffix, "pay", PayCodec, context);
            _positions = new PositionsBuffer(_block, _pos, _pay);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Numbers that a term's metadata has for the field: pointers into .doc, .pos and .pay.</summary>
    public int PointerCount => !_hasPositions ? 1 : _hasOffsets || _hasPayloads ? 3 : 2;

    public bool HasPositions => _hasPositions;

    /// <summary>What the terms file says about postings, at its start.</summary>
    public static void WriteTermsHeader(DataOutput terms)
    {
        CodecUtil.WriteHeader(terms, TermsCodec, Version);
        terms.WriteVInt32(BlockSize);
    }

    public void SetField(FieldInfo field)
    {
        _hasFreqs = field.IndexOptions >= IndexOptions.DOCS_AND_FREQS;
        _hasPositions = field.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        _hasOffsets = field.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS;
        _hasPayloads = field.HasPayloads;
        _skip.SetField(_hasPositions, _hasPayloads, _hasOffsets);
        _positions.SetField(_hasPayloads, _hasOffsets);
    }

    public void StartTerm()
    {
        _term = new TermPostings
        {
            DocStart = _doc.Position,
            PosStart = _hasPositions ? _pos!.Position : 0,
            PayStart = _hasPayloads || _hasOffsets ? _pay!.Position : 0,
            SkipOffset = -1,
            LastPosBlockOffset = -1,
            SingletonDoc = -1,
            TotalTermFreq = _hasFreqs ? 0 : -1,
        };
        _lastDoc = _buffered = 0;
        _skipPending = _skipStarted = false;
        _positions.Reset();
    }

    /// <summary>Begins a document, greater than the one before, in which the term occurs <paramref name="freq"/> times.</summary>
    public void StartDoc(int doc, int freq)
    {
        if (_skipPending)
            AddSkipPoint();
        _docDeltas[_buffered] = doc - _lastDoc;
        _lastDoc = doc;
        if (_hasFreqs)
        {
            _freqs[_buffered] = freq;
            _term.TotalTermFreq += freq;
        }
        _term.DocFreq++;
        if (++_buffered == BlockSize)
        {
            _block.Write(_docDeltas, _doc);
            if (_hasFreqs)
                _block.Write(_freqs, _doc);
        }
        _positions.StartDoc();
    }

    /// <summary>Adds an occurrence; what the field does not hold is ignored.</summary>
    public void AddPosition(int position, ReadOnlySpan<byte> payload, int startOffset, int endOffset) =>
        _positions.Add(position, payload, startOffset, endOffset);

    public void FinishDoc()
    {
        if (_buffered < BlockSize)
            return;
        _skipPoint = new SkipPoint(_lastDoc, _doc.Position, _pos?.Position ?? 0, _pay?.Position ?? 0, _positions.Count, _positions.PayloadBytes);
        _skipPending = true;
        _buffered = 0;
    }

    /// <summary>Ends the term, which has at least one document, and says where its postings are.</summary>
    public TermPostings FinishTerm()
    {
        if (_term.DocFreq == 1)
            _term.SingletonDoc = _docDeltas[0];
        else
            WriteTail();
        if (_hasPositions)
        {
            if (_term.TotalTermFreq > BlockSize)
                _term.LastPosBlockOffset = _pos!.Position - _term.PosStart;
            _positions.WriteTail();
        }
        if (_skipStarted)
        {
            _term.SkipOffset = _doc.Position - _term.DocStart;
            _skip.WriteTo(_doc);
        }
        return _term;
    }

    /// <summary>Writes the footers; <see cref="Dispose"/> then completes the files.</summary>
    public void Finish()
    {
        CodecUtil.WriteFooter(_doc);
        if (_pos is not null)
            CodecUtil.WriteFooter(_pos);
        if (_pay is not null)
            CodecUtil.WriteFooter(_pay);
    }

    public void Dispose() => Outputs.DisposeAll(_doc, _pos, _pay);

    private static IndexOutput Create(Directory directory, string segment, string suffix, string extension, string codec, IOContext context) =>
        Outputs.Create(directory, IndexFileNames.SegmentFileName(segment, suffix, extension), codec, Version, context);

    private void AddSkipPoint()
    {
        if (!_skipStarted)
            _skip.Reset(new SkipPoint(0, _term.DocStart, _term.PosStart, _term.PayStart, 0, 0));
        _skipStarted = true;
        _skip.Add(_skipPoint, _term.DocFreq);
        _skipPending = false;
    }

    private void WriteTail()
    {
        for (int i = 0; i < _buffered; i++)
        {
            if (!_hasFreqs)
            {
                _doc.WriteVInt32(_docDeltas[i]);
            }
            else if (_freqs[i] == 1)
            {
                _doc.WriteVInt32((_docDeltas[i] << 1) | 1);
            }
            else
            {
                _doc.WriteVInt32(_docDeltas[i] << 1);
                _doc.WriteVInt32(_freqs[i]);
            }
        }
    }
}
