using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lucene.Net.Codecs;

namespace Lucene.Net.Search;

/// <summary>
/// Where a phrase may begin in each of some documents in which no term of it stands more than <see cref="Most"/> times: taken from one term, then kept where the
/// others agree, a term at a time, so that what is to be read lies side by side and there is little to guess.
/// </summary>
internal sealed class PhraseStarts
{
    /// <summary>How often a term may stand in a document: below a power of two, which the bits of many frequencies tell.</summary>
    public const int Most = 4 * Group - 1;

    private const int Size = PostingsBlocks.MaxCount;
    private const int Group = 8;

    private static readonly Vector256<int> Lanes = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);

    // A document's begin with a group; int.MaxValue stands where the phrase cannot begin.
    private readonly int[] starts = new int[Size * (Most + 1)];
    private readonly int[] groups = new int[Size + 1];
    private readonly int[] documents = new int[Size];
    private readonly int[] overBorder = new int[1 + Most + PositionsRun.Reach];
    private int count;
    private int kept;

    /// <summary>Those of the documents in which the phrase may still stand, ascending indexes.</summary>
    public ReadOnlySpan<int> Documents => documents.AsSpan(0, count);

    /// <summary>How often it may stand in each document; meant for those of <see cref="Documents"/>.</summary>
    public int[] Freqs { get; } = new int[Size];

    /// <summary>Takes the places at which a term stands.</summary>
    /// <param name="postings">The term's, in the block of the documents.</param>
    /// <param name="places">The documents: where each stands in that block.</param>
    /// <param name="offset">The term's place in the phrase.</param>
    /// <param name="least">The least place at which the phrase may begin.</param>
    public void Take(BlockPositionsEnum postings, ReadOnlySpan<int> places, int offset, int least)
    {
        count = places.Length;
        for (int next = 0; next < count;)
        {
            int first = next;
            PositionsRun run = postings.StartRun(places[first]);
            next = TakeRun(in run, places, first, offset, least);
            if (next > first)
            {
                postings.EndRun(in run, places[next - 1]);
                continue;
            }
            run = postings.ReadOverBorder(places[first], Most, overBorder);
            next = TakeRun(in run, places[..(first + 1)], first, offset, least);
        }
    }

    /// <summary>Keeps the places on which another term agrees, and the documents that have any.</summary>
    /// <param name="postings">The term's, in the block of the documents.</param>
    /// <param name="places">Where each document stands in that block, those too that were not kept.</param>
    /// <param name="offset">The term's place in the phrase.</param>
    public void Retain(BlockPositionsEnum postings, ReadOnlySpan<int> places, int offset)
    {
        kept = 0;
        for (int next = 0; next < count;)
        {
            int first = next;
            PositionsRun run = postings.StartRun(places[documents[first]]);
            next = RetainRun(in run, places, first, count, offset);
            if (next > first)
            {
                postings.EndRun(in run, places[documents[next - 1]]);
                continue;
            }
            run = postings.ReadOverBorder(places[documents[first]], Most, overBorder);
            next = RetainRun(in run, places, first, first + 1, offset);
        }
        count = kept;
    }

    // Both apart from their callers, so that they have the registers for themselves: these loops are what a phrase costs. They stop at the first document whose
    // positions do not all lie in the run, be it that frequencies are damaged, and return its index.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakeRun(in PositionsRun run, ReadOnlySpan<int> places, int next, int offset, int least)
    {
        int[] sums = run.FreqSums, groups = this.groups;
        int shift = run.Shift, end = run.End, to = groups[next], i = next;
        ref int total = ref MemoryMarshal.GetArrayDataReference(run.Totals);
        ref int start = ref MemoryMarshal.GetArrayDataReference(starts);
        for (; (uint)i < (uint)places.Length; i++)
        {
            int sum = sums[places[i]], freq = sums[places[i] + 1] - sum, at = sum + shift;
            if ((uint)(freq - 1) >= Most || (at | (end - at - freq)) < 0)
                break;
            Vector256<int> origin = Vector256.Create(Unsafe.Add(ref total, at) + offset);
            Vector256<int> previous = (Vector256.LoadUnsafe(ref total, (nuint)at) - origin).WithElement(0, int.MinValue);
            while (true)
            {
                Vector256<int> eight = Vector256.LoadUnsafe(ref total, (nuint)at + 1) - origin;
                // A term may stand twice at one place, and counts once.
                Vector256<int> counts = Vector256.GreaterThan(eight, Vector256.Max(previous, Vector256.Create(least - 1))) & Vector256.LessThan(Lanes, Vector256.Create(freq));
                Vector256.ConditionalSelect(counts, eight, Vector256.Create(int.MaxValue)).StoreUnsafe(ref start, (nuint)to);
                to += Group;
                freq -= Group;
                if (freq <= 0)
                    break;
                at += Group;
                previous = Vector256.LoadUnsafe(ref total, (nuint)at) - origin;
            }
            groups[i + 1] = to;
            documents[i] = i;
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int RetainRun(in PositionsRun run, ReadOnlySpan<int> places, int next, int to, int offset)
    {
        int[] sums = run.FreqSums, documents = this.documents;
        int shift = run.Shift, end = run.End, keptNow = kept, i = next;
        ref int total = ref MemoryMarshal.GetArrayDataReference(run.Totals);
        ref int start = ref MemoryMarshal.GetArrayDataReference(starts);
        for (; i < to; i++)
        {
            int document = documents[i], sum = sums[places[document]], freq = sums[places[document] + 1] - sum, at = sum + shift;
            if ((uint)(freq - 1) >= Most || (at | (end - at - freq)) < 0)
                break;
            int group = groups[document], behind = groups[document + 1], found = 0;
            Vector256<int> origin = Vector256.Create(Unsafe.Add(ref total, at) + offset);
            do
            {
                Vector256<int> eight = Vector256.LoadUnsafe(ref start, (nuint)group), agree = Vector256<int>.Zero;
                for (int of = 0; of < freq; of += Group)
                {
                    Vector256<int> others = Vector256.LoadUnsafe(ref total, (nuint)(at + of + 1)) - origin;
                    others = Vector256.ConditionalSelect(Vector256.LessThan(Lanes, Vector256.Create(freq - of)), others, Vector256.Create(int.MinValue));
                    agree |= BlockSearch.StandAmong(eight, others);
                }
                Vector256.ConditionalSelect(agree, eight, Vector256.Create(int.MaxValue)).StoreUnsafe(ref start, (nuint)group);
                found += BitOperations.PopCount(agree.ExtractMostSignificantBits());
                group += Group;
            }
            while (group < behind);
            Freqs[document] = found;
            // Kept without a branch: whether a document matches cannot be foreseen.
            documents[keptNow] = document;
            keptNow += found > 0 ? 1 : 0;
        }
        kept = keptNow;
        return i;
    }
}
