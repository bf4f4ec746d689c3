using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>
/// The terms of a field in order. A seek walks the transducer to the deepest block that can hold the term, and reads that block
/// alone; blocks above are read when the enumeration comes back to them.
/// </summary>
internal sealed class BlockTreeTermsEnum : TermsEnum
{
    // IndexWriter takes no longer terms; a damaged file may tell of some.
    private const int LongestTerm = 1 << 16;

    private readonly BlockTreeTerms terms;
    private readonly MemoryInput input;
    private readonly BytesRef term = new(64);
    private TermsFrame[] frames;
    private byte[] output = new byte[64];

    // frames[0..depth]; −1 when unpositioned.
    private int depth = -1;

    // After SeekExact only the term's own block is known, as frames[0], and none above it.
    private bool alone;

    // Set by a seek with a state: no block is known at all.
    private bool located;
    private PostingsLocation location;
    private bool started;
    private bool ended;

    public BlockTreeTermsEnum(BlockTreeTerms terms)
    {
        this.terms = terms;
        input = terms.Blocks.Copy();
        frames = [new TermsFrame(terms, input)];
        Reset();
    }

    public BlockTreeTerms Terms => terms;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override int DocFreq => Locate().DocFreq;

    public override long Ord => throw new NotSupportedException("terms of postings are not numbered");

    public override BytesRef Term => term;

    public override long TotalTermFreq => Locate().TotalTermFreq;

    /// <summary>Before the first term.</summary>
    public void Reset()
    {
        depth = -1;
        alone = located = false;
        term.Length = 0;
        started = ended = false;
    }

    public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) =>
        terms.Reader.Postings.GetDocs(terms.Field, in Locate(), liveDocs, reuse);

    public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) =>
        terms.HasPositions ? terms.Reader.Postings.GetPositions(terms.Field, in Locate(), liveDocs, reuse, flags) : null;

    public override bool MoveNext()
    {
        if (!started)
            StartAtRoot();
        else if (ended)
            return false;
        else if (located)
            SeekCeilFrom(BytesRef.DeepCopyOf(term));
        bool found = Step();
        GC.KeepAlive(this);
        return found;
    }

    public override SeekStatus SeekCeil(BytesRef text)
    {
        SeekStatus status = SeekCeilFrom(text);
        GC.KeepAlive(this);
        return status;
    }

    public override bool SeekExact(BytesRef text)
    {
        Begin();
        alone = true;
        TermsFrame frame = frames[0];
        ReadOnlySpan<byte> target = text.Span;
        FindDeepest(frame, target);
        if (frame.HasTerms)
        {
            frame.Load();
            depth = 0;
            if (frame.ScanTo(target[frame.PrefixLength..]) == 0)
            {
                term.CopyBytes(target);
                GC.KeepAlive(this);
                return true;
            }
        }
        depth = -1;
        ended = true;
        return false;
    }

    public override void SeekExact(long ord) => throw new NotSupportedException("terms of postings are not numbered");

    internal override TermState GetTermState() => new BlockTermState(Locate());

    internal override void SeekExact(BytesRef text, TermState state)
    {
        Begin();
        location = ((BlockTermState)state).Location;
        located = true;
        term.CopyBytes(text);
    }

    private void Begin()
    {
        terms.Fst.EnsureOpen();
        depth = -1;
        started = true;
        ended = alone = located = false;
    }

    private ref readonly PostingsLocation Locate()
    {
        if (located)
            return ref location;
        if (depth < 0 || ended)
            throw new InvalidOperationException("the enumerator is on no term");
        input.Memory.EnsureOpen();
        ref readonly PostingsLocation found = ref frames[depth].Locate();
        GC.KeepAlive(this);
        return ref found;
    }

    // Leaves in `frame` the block of the longest prefix of the target that has one, and of its floor the part for the target.
    private void FindDeepest(TermsFrame frame, ReadOnlySpan<byte> target)
    {
        long node = terms.Fst.Root;
        int length = 0, best = 0, bestLength = -1;
        for (int i = 0; i < target.Length && terms.Fst.Follow(ref node, target[i], out FstArc arc); i++)
        {
            length = Append(length, arc.OutputAt, arc.OutputLength);
            if (!arc.IsFinal)
                continue;
            // A final output may be overwritten by the arcs that follow, so each one found is set at once.
            bestLength = Append(length, arc.FinalOutputAt, arc.FinalOutputLength);
            best = i + 1;
            frame.SetCode(output.AsSpan(0, bestLength), best);
        }
        if (bestLength < 0)
            frame.SetCode(terms.RootCode, 0);
        if (target.Length > best)
            frame.ChooseFloor(target[best]);
    }

    private int Append(int length, long at, int count)
    {
        if (count == 0)
            return length;
        if (output.Length < length + count)
            Array.Resize(ref output, Math.Max(length + count, 2 * output.Length));
        terms.Fst.CopyOutput(at, output.AsSpan(length, count));
        return length + count;
    }

    private SeekStatus SeekCeilFrom(BytesRef text)
    {
        Begin();
        ReadOnlySpan<byte> target = text.Span;
        PushAll(target);
        TermsFrame frame = frames[depth];
        frame.Load();
        CopyPrefix(target[..frame.PrefixLength]);
        int order = frame.ScanTo(target[frame.PrefixLength..]);
        if (order == 0)
        {
            SetTerm(frame);
            return SeekStatus.FOUND;
        }
        bool found = order < 0 ? Step() : frame.SubBlock == 0 ? SetTerm(frame) : Enter(frame) && Step();
        return found ? SeekStatus.NOT_FOUND : SeekStatus.END;
    }

    // A frame for the block of each prefix of the target that has one, from the root down; none is loaded.
    private void PushAll(ReadOnlySpan<byte> target)
    {
        Push().SetCode(terms.RootCode, 0);
        long node = terms.Fst.Root;
        int length = 0;
        for (int i = 0; i < target.Length && terms.Fst.Follow(ref node, target[i], out FstArc arc); i++)
        {
            length = Append(length, arc.OutputAt, arc.OutputLength);
            if (!arc.IsFinal)
                continue;
            int total = Append(length, arc.FinalOutputAt, arc.FinalOutputLength);
            frames[depth].ChooseFloor(target[frames[depth].PrefixLength]);
            Push().SetCode(output.AsSpan(0, total), i + 1);
        }
        TermsFrame deepest = frames[depth];
        if (target.Length > deepest.PrefixLength)
            deepest.ChooseFloor(target[deepest.PrefixLength]);
    }

    // To the next term behind the last read entry.
    private bool Step()
    {
        while (true)
        {
            TermsFrame frame = frames[depth];
            if (frame.EntryAt < frame.EntryCount)
            {
                frame.ReadEntry();
                if (frame.SubBlock == 0)
                    return SetTerm(frame);
                Enter(frame);
            }
            else if (!frame.IsLastOfFloor)
                frame.LoadFollowing(depth > 0 ? frames[depth - 1].Start : terms.BlocksEnd);
            else if (!Leave())
                return false;
        }
    }

    private bool Leave()
    {
        if (alone && depth == 0)
        {
            // The blocks above are not known: find them, and with them the place where this one is left again.
            SeekCeilFrom(BytesRef.DeepCopyOf(term));
            return true;
        }
        long left = frames[depth].FirstStart;
        depth--;
        if (depth < 0)
        {
            ended = true;
            return false;
        }
        TermsFrame above = frames[depth];
        if (above.IsLoaded)
            return true;
        above.Load();
        above.ScanToSubBlock(left);
        return true;
    }

    private void StartAtRoot()
    {
        Begin();
        TermsFrame root = Push();
        root.SetCode(terms.RootCode, 0);
        root.Load();
    }

    // Into the block for which the last read entry stands.
    private bool Enter(TermsFrame frame)
    {
        ReadOnlySpan<byte> suffix = frame.Suffix;
        int prefix = frame.PrefixLength + suffix.Length;
        long start = frame.SubBlock;
        AppendSuffix(frame, suffix);
        TermsFrame below = Push();
        below.SetStart(start, prefix);
        below.Load();
        return true;
    }

    private bool SetTerm(TermsFrame frame)
    {
        AppendSuffix(frame, frame.Suffix);
        return true;
    }

    private void AppendSuffix(TermsFrame frame, ReadOnlySpan<byte> suffix)
    {
        int length = frame.PrefixLength + suffix.Length;
        if (length > LongestTerm)
            input.ThrowCorrupt(frame.Start, $"terms of at most {LongestTerm} bytes", $"one of {length}");
        if (term.Bytes.Length < length)
            term.Grow(length);
        suffix.CopyTo(term.Bytes.AsSpan(frame.PrefixLength));
        term.Length = length;
    }

    private void CopyPrefix(ReadOnlySpan<byte> prefix)
    {
        term.Length = 0;
        term.CopyBytes(prefix);
    }

    private TermsFrame Push()
    {
        depth++;
        if (depth == frames.Length)
        {
            Array.Resize(ref frames, 2 * depth);
            for (int i = depth; i < frames.Length; i++)
                frames[i] = new TermsFrame(terms, input);
        }
        return frames[depth];
    }
}

/// <summary>Where a term's postings lie.</summary>
internal sealed record BlockTermState(PostingsLocation Location) : TermState;
