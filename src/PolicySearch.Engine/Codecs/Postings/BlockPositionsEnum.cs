using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>
/// The documents of a term with its positions, and offsets and payloads if asked for. Positions of documents that are passed
/// without a look are skipped when the next ones are wanted, whole blocks at a time.
/// </summary>
internal sealed class BlockPositionsEnum : DocsAndPositionsEnum
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private readonly DocCursor cursor;
    private readonly MemoryInput positions;
    private readonly MemoryInput? details;
    private readonly bool hasPayloads;
    private readonly bool hasOffsets;

    // Of the gaps before each position of the block, and behind them of all.
    private readonly int[] totals = new int[1 + BlockSize + PositionsRun.Reach];
    private readonly int[]? payloadLengths;
    private readonly int[]? startGaps;
    private readonly int[]? lengths;
    private readonly BytesRef payload = new();
    private byte[] payloadBytes = [];
    private bool wantsDetails;

    // Positions [at, end) of the block are still to come.
    private int at;
    private int end;
    private long blockStart;
    private long tailStart;

    private bool inDocument;
    private int position;
    private int startOffset;
    private int endOffset;
    private int payloadAt;
    private int payloadLength;

    public BlockPositionsEnum(PostingsReader postings, FieldInfo field)
    {
        Postings = postings;
        Field = field;
        cursor = new DocCursor(postings, field, countsPositions: true);
        positions = postings.Positions!.Copy();
        hasPayloads = field.HasPayloads;
        hasOffsets = field.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS;
        payloadLengths = hasPayloads ? new int[BlockSize] : null;
        startGaps = hasOffsets ? new int[BlockSize] : null;
        lengths = hasOffsets ? new int[BlockSize] : null;
        details = hasPayloads || hasOffsets ? postings.Details!.Copy() : null;
    }

    /// <summary>Whose postings this can be reused for.</summary>
    public PostingsReader Postings { get; }

    public FieldInfo Field { get; }

    public override int DocID => cursor.Doc;

    public override int Freq => cursor.Freq;

    public override int StartOffset => wantsDetails && hasOffsets ? startOffset : -1;

    public override int EndOffset => wantsDetails && hasOffsets ? endOffset : -1;

    public BlockPositionsEnum Start(in PostingsLocation term, IBits? liveDocs, DocsAndPositionsFlags flags)
    {
        cursor.Start(in term, liveDocs);
        wantsDetails = flags != 0 && details != null;
        positions.Seek(term.PosStart);
        details?.Seek(term.PayStart);
        at = end = 0;
        blockStart = -1;
        inDocument = false;
        tailStart = term.TotalTermFreq switch
        {
            < BlockSize => term.PosStart,
            BlockSize => -1,
            _ => term.PosStart + term.LastPosBlockOffset,
        };
        return this;
    }

    public override int NextDoc()
    {
        inDocument = false;
        return cursor.Next();
    }

    public override int Advance(int target)
    {
        inDocument = false;
        return cursor.Advance(target);
    }

    public override long GetCost() => cursor.Location.DocFreq;

    public override int NextPosition()
    {
        if (!inDocument)
            EnterDocument();
        if (at == end)
            ReadBlock();
        position += totals[at + 1] - totals[at];
        if (wantsDetails)
            ReadDetails();
        at++;
        cursor.PositionsBefore--;
        return position;
    }

    /// <summary>What goes through the documents, for scorers that do so block by block.</summary>
    public DocCursor Cursor => cursor;

    /// <summary>Memory for <see cref="TakePositions"/> that whoever uses the enumerator next finds again.</summary>
    public int[] PlaceBuffer { get; set; } = new int[32];

    /// <summary>
    /// The positions of a document of the cursor's current block, counted from <paramref name="origin"/>, into a buffer that grows if need be: those up to
    /// <paramref name="last"/> and perhaps some more. Behind them stands <see cref="int.MaxValue"/>, <see cref="BlockSearch.Reach"/> times.
    /// Returns how many there are. For enumerators without details, instead of <see cref="NextPosition"/>; indexes of a block must ascend.
    /// </summary>
    public int TakePositions(int indexInBlock, int origin, int last, ref int[] buffer)
    {
        cursor.MoveInBlock(indexInBlock);
        EnterDocument();
        int count = cursor.Freq, taken = 0, place = -origin;
        if (count < 1 || count > cursor.Location.TotalTermFreq)
            positions.ThrowCorrupt(positions.Position, $"1 to {cursor.Location.TotalTermFreq} positions of the term in a document", $"{count}");
        // Room for all of them, the sentinels, and what is written in one go behind each.
        if (buffer.Length < count + PositionsRun.Reach + BlockSearch.Reach)
            buffer = new int[Math.Max(count + PositionsRun.Reach + BlockSearch.Reach, 2 * buffer.Length)];
        while (taken < count && place <= last)
        {
            if (at == end)
                ReadBlock();
            int step = TakeOfBlock(Math.Min(end - at, count - taken), place, last, buffer, taken);
            at += step;
            taken += step;
            place = buffer[taken - 1];
        }
        buffer.AsSpan(taken, BlockSearch.Reach).Fill(int.MaxValue);
        cursor.PositionsBefore -= taken;
        return taken;
    }

    /// <summary>
    /// Goes to the positions of a document of the cursor's current block and gives those from there to the end of their own block, the next documents' among them.
    /// For enumerators without details; indexes of a block must ascend, and behind each run stands <see cref="EndRun"/>.
    /// </summary>
    public PositionsRun StartRun(int indexInBlock)
    {
        cursor.MoveInBlock(indexInBlock);
        EnterDocument();
        if (at == end)
            ReadBlock();
        int[] sums = cursor.FreqSums;
        return new PositionsRun(totals, sums, at - sums[indexInBlock], end);
    }

    /// <summary>Goes on behind the last document of a run that was used.</summary>
    public void EndRun(in PositionsRun run, int lastInBlock)
    {
        int behind = run.FreqSums[lastInBlock + 1] + run.Shift;
        cursor.PositionsBefore -= behind - at;
        at = behind;
    }

    /// <summary>
    /// Reads, instead of a run, the positions of one document that reach into the next block of positions, as if they were a block of their own.
    /// </summary>
    /// <param name="indexInBlock">The document with which the run would start.</param>
    /// <param name="most">How often the term may stand in it; more is damage, and so is nothing.</param>
    /// <param name="buffer">Takes them, with room for one more number than that and <see cref="PositionsRun.Reach"/>.</param>
    public PositionsRun ReadOverBorder(int indexInBlock, int most, int[] buffer)
    {
        int[] sums = cursor.FreqSums;
        int count = sums[indexInBlock + 1] - sums[indexInBlock], place = 0;
        if (count < 1 || count > most)
            positions.ThrowCorrupt(positions.Position, $"1 to {most} positions of the term in a document", $"{count}");
        for (int i = 0; i < count; i++)
        {
            if (at == end)
                ReadBlock();
            buffer[i + 1] = place += totals[at + 1] - totals[at];
            at++;
        }
        cursor.PositionsBefore -= count;
        return new PositionsRun(buffer, sums, -sums[indexInBlock], count);
    }

    public override BytesRef? GetPayload()
    {
        if (!wantsDetails || !hasPayloads || payloadLength == 0)
            return null;
        payload.CopyBytes(payloadBytes.AsSpan(payloadAt - payloadLength, payloadLength));
        return payload;
    }

    /// <summary>
    /// Takes at most <paramref name="most"/> positions of the block, which count from <paramref name="place"/>, up to the first beyond <paramref name="last"/> and
    /// perhaps a few more; at least one.
    /// </summary>
    private int TakeOfBlock(int most, int place, int last, int[] buffer, int to)
    {
        Debug.Assert(most > 0 && at + most <= end && to + most + PositionsRun.Reach <= buffer.Length);
        ref int source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(totals), at + 1);
        ref int target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buffer), to);
        Vector256<int> shift = Vector256.Create(place - totals[at]), eight;
        int taken = 0;
        do
        {
            eight = Vector256.LoadUnsafe(ref source, (nuint)taken) + shift;
            eight.StoreUnsafe(ref target, (nuint)taken);
            taken += Vector256<int>.Count;
        }
        while (taken < most && eight.GetElement(7) <= last);
        return Math.Min(taken, most);
    }

    private void EnterDocument()
    {
        cursor.CountPositions();
        if (cursor.PositionsMoved)
            FollowSkip();
        // Nearly always the document's positions begin in the block at hand.
        if ((ulong)cursor.PositionsBefore <= (ulong)(end - at) && !wantsDetails)
            at += (int)cursor.PositionsBefore;
        else
            SkipPositions(cursor.PositionsBefore);
        cursor.PositionsBefore = 0;
        position = startOffset = endOffset = 0;
        inDocument = true;
    }

    private void FollowSkip()
    {
        cursor.PositionsMoved = false;
        at = payloadAt = 0;
        if (cursor.SkippedToPositions == blockStart)
            return;
        positions.Seek(cursor.SkippedToPositions);
        details?.Seek(cursor.SkippedToDetails);
        end = 0;
    }

    private void SkipPositions(long count)
    {
        if (count < 0)
            positions.ThrowCorrupt(positions.Position, "positions that follow", $"{count} to skip");
        while (count > 0)
        {
            if (at == end && count >= BlockSize)
            {
                SkipBlock();
                count -= BlockSize;
                continue;
            }
            if (at == end)
                ReadBlock();
            int step = (int)Math.Min(count, end - at);
            SkipInBlock(step);
            count -= step;
        }
    }

    private void SkipInBlock(int step)
    {
        for (int i = at; wantsDetails && hasPayloads && i < at + step; i++)
            payloadAt += payloadLengths![i];
        at += step;
    }

    private void SkipBlock()
    {
        if (positions.Position == tailStart)
            positions.ThrowCorrupt(tailStart, "a whole block", "the tail");
        BlockDecoder.Skip(positions);
        if (!wantsDetails)
            return;
        if (hasPayloads)
        {
            BlockDecoder.Skip(details!);
            details!.SkipBytes(details.ReadVInt32());
        }
        if (hasOffsets)
        {
            BlockDecoder.Skip(details!);
            BlockDecoder.Skip(details!);
        }
    }

    private void ReadBlock()
    {
        at = payloadAt = 0;
        blockStart = positions.Position;
        if (positions.Position == tailStart)
        {
            ReadTail();
            return;
        }
        Postings.Decoder.ReadSums(positions, totals);
        end = BlockSize;
        if (!wantsDetails)
            return;
        if (hasPayloads)
        {
            Postings.Decoder.Read(details!, payloadLengths!);
            ReadPayloads(details!, 0, details!.CheckLength(details.ReadVInt32(), 1));
        }
        if (hasOffsets)
        {
            Postings.Decoder.Read(details!, startGaps!);
            Postings.Decoder.Read(details!, lengths!);
        }
    }

    private void ReadTail()
    {
        int count = (int)(cursor.Location.TotalTermFreq % BlockSize), used = 0, length = 0, offsetLength = 0, total = 0;
        totals[0] = 0;
        for (int i = 0; i < count; i++)
        {
            int code = positions.ReadVInt32();
            totals[i + 1] = total += hasPayloads ? code >>> 1 : code;
            if (hasPayloads)
            {
                if ((code & 1) != 0)
                    length = positions.CheckLength(positions.ReadVInt32(), 1);
                payloadLengths![i] = length;
                ReadPayloads(positions, used, length);
                used += length;
            }
            if (hasOffsets)
            {
                code = positions.ReadVInt32();
                if ((code & 1) != 0)
                    offsetLength = positions.ReadVInt32();
                startGaps![i] = code >>> 1;
                lengths![i] = offsetLength;
            }
        }
        end = count;
        // At the tail's end there is nothing more: reading on is damage.
        tailStart = -1;
        if (count == 0)
            positions.ThrowCorrupt(positions.Position, "another position", "the end of the term");
    }

    private void ReadPayloads(MemoryInput input, int offset, int length)
    {
        if (payloadBytes.Length < offset + length)
            Array.Resize(ref payloadBytes, Math.Max(offset + length, payloadBytes.Length * 2));
        input.ReadBytes(payloadBytes, offset, length);
    }

    private void ReadDetails()
    {
        if (hasPayloads)
        {
            payloadLength = payloadLengths![at];
            payloadAt += payloadLength;
            if (payloadLength < 0 || payloadAt > payloadBytes.Length)
                details!.ThrowCorrupt(details.Position, $"payloads in {payloadBytes.Length} bytes", $"one of {payloadLength}");
        }
        if (!hasOffsets)
            return;
        startOffset += startGaps![at];
        endOffset = startOffset + lengths![at];
    }
}
