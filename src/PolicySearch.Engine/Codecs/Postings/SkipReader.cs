using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// Goes through a term's skips (see <see cref="PostingsFormat"/>): finds the last block that ends before a target. After
/// <see cref="SkipTo"/> the properties say where the postings go on. Reused from term to term; not safe for several threads.
/// </summary>
internal sealed class SkipReader(MemoryInput docs, bool hasPositions, bool hasPayloads, bool hasDetails)
{
    private readonly Level[] levels = new Level[PostingsFormat.MaxSkipLevels];
    private int levelCount;
    private int docFreq;
    private State last;
    private long lastChild;

    /// <summary>The last document before where the postings go on; 0 while nothing is skipped.</summary>
    public int Doc => last.Doc;

    public long DocPointer => last.DocPointer;

    public long PosPointer => last.PosPointer;

    /// <summary>How many positions of the block at <see cref="PosPointer"/> belong to documents before.</summary>
    public int PosInBlock => last.PosInBlock;

    public long PayPointer => last.PayPointer;

    /// <summary>How many bytes of that block's payloads belong to documents before.</summary>
    public int PayloadBytes => last.PayloadBytes;

    /// <summary>The last document of the block that was not skipped: until then, no skip helps.</summary>
    public int NextDoc => levels[0].State.Doc;

    /// <summary>Starts on a term, which has skips.</summary>
    public void Start(in PostingsLocation location)
    {
        // The last block has no skip, whether it is full or not.
        docFreq = location.DocFreq % PostingsFormat.BlockSize == 0 ? location.DocFreq - 1 : location.DocFreq;
        levelCount = LevelCount(docFreq);
        last = new State { DocPointer = location.DocStart, PosPointer = location.PosStart, PayPointer = location.PayStart };
        lastChild = 0;
        docs.Seek(location.DocStart + location.SkipOffset);
        for (int i = levelCount - 1; i >= 0; i--)
            levels[i] = StartLevel(i);
    }

    /// <summary>Moves on to the last skip before <paramref name="target"/>; returns how many documents lie before where the postings go on.</summary>
    public int SkipTo(int target)
    {
        int level = 0;
        while (level < levelCount - 1 && target > levels[level + 1].State.Doc)
            level++;
        while (level >= 0)
        {
            if (target > levels[level].State.Doc)
            {
                LoadNext(level);
                continue;
            }
            if (level > 0 && lastChild > levels[level - 1].Input.Position)
                DescendTo(level - 1);
            level--;
        }
        return (int)(levels[0].Skipped - levels[0].Interval);
    }

    internal static int LevelCount(int docFreq)
    {
        int count = docFreq <= PostingsFormat.BlockSize ? 0 : 1;
        for (long rest = docFreq / PostingsFormat.BlockSize; rest >= PostingsFormat.SkipMultiplier && count > 0; rest /= PostingsFormat.SkipMultiplier)
            count++;
        return Math.Min(count, PostingsFormat.MaxSkipLevels);
    }

    private Level StartLevel(int level)
    {
        long length = level == 0 ? docs.Length - docs.Position : docs.ReadVInt64();
        MemoryInput input = levels[level].Input ?? docs.Copy();
        input.Seek(docs.Position);
        long interval = PostingsFormat.BlockSize;
        for (int i = 0; i < level; i++)
            interval *= PostingsFormat.SkipMultiplier;
        var result = new Level { Input = input, Start = docs.Position, State = last, Interval = interval };
        docs.SkipBytes(length);
        return result;
    }

    private void LoadNext(int index)
    {
        ref Level level = ref levels[index];
        last = level.State;
        lastChild = level.Child;
        level.Skipped += level.Interval;
        if (level.Skipped > docFreq)
        {
            level.State.Doc = int.MaxValue;
            levelCount = Math.Min(levelCount, index + 1);
            return;
        }
        Read(level.Input, ref level.State);
        if (index > 0)
            level.Child = level.Input.ReadVInt64() + levels[index - 1].Start;
    }

    private void DescendTo(int index)
    {
        ref Level level = ref levels[index];
        level.Input.Seek(lastChild);
        level.Skipped = levels[index + 1].Skipped - levels[index + 1].Interval;
        level.State = last;
        if (index > 0)
            level.Child = level.Input.ReadVInt64() + levels[index - 1].Start;
    }

    private void Read(MemoryInput input, ref State state)
    {
        int gap = input.ReadVInt32();
        state.DocPointer += (uint)input.ReadVInt32();
        if (gap < 0 || gap > int.MaxValue - 1 - state.Doc)
            input.ThrowCorrupt(input.Position, "ascending documents", $"a gap of {gap} after {state.Doc}");
        state.Doc += gap;
        if (!hasPositions)
            return;
        state.PosPointer += (uint)input.ReadVInt32();
        state.PosInBlock = input.ReadVInt32();
        if (hasPayloads)
            state.PayloadBytes = input.ReadVInt32();
        if (hasDetails)
            state.PayPointer += (uint)input.ReadVInt32();
        if ((uint)state.PosInBlock > PostingsFormat.BlockSize || state.PayloadBytes < 0)
            input.ThrowCorrupt(input.Position, "at most 128 positions in a block", $"{state.PosInBlock}, with {state.PayloadBytes} bytes of payloads");
    }

    private struct State
    {
        public int Doc;
        public long DocPointer;
        public long PosPointer;
        public long PayPointer;
        public int PosInBlock;
        public int PayloadBytes;
    }

    private struct Level
    {
        public MemoryInput Input;
        public long Start;
        public long Child;
        public long Interval;
        public long Skipped;
        public State State;
    }
}
