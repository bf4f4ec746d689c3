using System.Numerics;
using Lucene.Net.Search;

namespace Lucene.Net.Util;

/// <summary>
/// A set of integers in [0, <see cref="Length"/>), one bit each. The size never changes.
/// Any number of threads may read it while none writes.
/// </summary>
public sealed class FixedBitSet : DocIdSet, IBits
{
    private readonly long[] words;
    private readonly int wordCount;

    /// <summary>An empty set that can hold [0, <paramref name="numBits"/>).</summary>
    public FixedBitSet(int numBits) : this(new long[Bits2words(numBits)], numBits)
    {
    }

    /// <summary>The bits of <paramref name="storedBits"/>, which is not copied and may be longer than needed.</summary>
    public FixedBitSet(long[] storedBits, int numBits)
    {
        wordCount = Bits2words(numBits);
        if (wordCount > storedBits.Length)
            throw new ArgumentException($"{storedBits.Length} words are too few for {numBits} bits", nameof(storedBits));
        words = storedBits;
        Length = numBits;
    }

    /// <summary>This set.</summary>
    public override IBits Bits => this;

    /// <summary>How many integers are in the set; counted at each call.</summary>
    public int Cardinality => (int)Count(words.AsSpan(0, wordCount));

    /// <summary>True.</summary>
    public override bool IsCacheable => true;

    /// <summary>One more than the largest integer the set can hold.</summary>
    public int Length { get; }

    /// <summary>Keeps what <paramref name="other"/> also has.</summary>
    public void And(FixedBitSet other)
    {
        int common = Math.Min(wordCount, other.wordCount);
        for (int i = 0; i < common; i++)
            words[i] &= other.words[i];
        words.AsSpan(common, wordCount - common).Clear();
    }

    /// <summary>Removes what <paramref name="other"/> has.</summary>
    public void AndNot(FixedBitSet other)
    {
        int common = Math.Min(wordCount, other.wordCount);
        for (int i = 0; i < common; i++)
            words[i] &= ~other.words[i];
    }

    /// <summary>Words needed for <paramref name="numBits"/> bits.</summary>
    public static int Bits2words(int numBits) => (int)((numBits + 63L) >> 6);

    /// <summary>Removes <paramref name="index"/>.</summary>
    public void Clear(int index) => words[index >> 6] &= ~(1L << index);

    /// <summary>Removes [<paramref name="startIndex"/>, <paramref name="endIndex"/>).</summary>
    public void Clear(int startIndex, int endIndex)
    {
        for (int i = startIndex; i < endIndex;)
        {
            long mask = RangeMask(i, endIndex);
            words[i >> 6] &= ~mask;
            i = (i | 63) + 1;
        }
    }

    /// <summary>A copy.</summary>
    public FixedBitSet Clone() => new(words.AsSpan(0, wordCount).ToArray(), Length);

    /// <summary>True when both hold the same integers and have the same <see cref="Length"/>.</summary>
    public override bool Equals(object? o) => o is FixedBitSet other && other.Length == Length
        && words.AsSpan(0, wordCount).SequenceEqual(other.words.AsSpan(0, wordCount));

    /// <summary>Turns over [<paramref name="startIndex"/>, <paramref name="endIndex"/>).</summary>
    public void Flip(int startIndex, int endIndex)
    {
        for (int i = startIndex; i < endIndex;)
        {
            words[i >> 6] ^= RangeMask(i, endIndex);
            i = (i | 63) + 1;
        }
    }

    /// <inheritdoc/>
    public bool Get(int index) => (words[index >> 6] & 1L << index) != 0;

    /// <summary>Removes <paramref name="index"/>; true when it was there.</summary>
    public bool GetAndClear(int index)
    {
        bool was = Get(index);
        Clear(index);
        return was;
    }

    /// <summary>Adds <paramref name="index"/>; true when it was there.</summary>
    public bool GetAndSet(int index)
    {
        bool was = Get(index);
        Set(index);
        return was;
    }

    /// <summary>The words themselves: bit i of the set is bit i mod 64 of word i / 64.</summary>
    public long[] GetBits() => words;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (long word in words.AsSpan(0, wordCount))
            hash.Add(word);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override DocIdSetIterator GetIterator() => new FixedBitSetIterator(this);

    /// <summary>How many integers are in both.</summary>
    public static long IntersectionCount(FixedBitSet a, FixedBitSet b)
    {
        long count = 0;
        for (int i = Math.Min(a.wordCount, b.wordCount) - 1; i >= 0; i--)
            count += BitOperations.PopCount((ulong)(a.words[i] & b.words[i]));
        return count;
    }

    /// <summary>True when some integer is in both.</summary>
    public bool Intersects(FixedBitSet other) => IntersectionCount(this, other) > 0;

    /// <summary>The first integer ≥ <paramref name="index"/> in the set, or −1.</summary>
    public int NextSetBit(int index)
    {
        if (index >= Length)
            return -1;
        int i = index >> 6;
        ulong word = (ulong)words[i] >> index;
        if (word != 0)
            return index + BitOperations.TrailingZeroCount(word);
        while (++i < wordCount)
        {
            if (words[i] != 0)
                return (i << 6) + BitOperations.TrailingZeroCount(words[i]);
        }
        return -1;
    }

    /// <summary>Adds all of <paramref name="iter"/>.</summary>
    public void Or(DocIdSetIterator iter)
    {
        for (int doc = iter.NextDoc(); doc < Length; doc = iter.NextDoc())
            Set(doc);
    }

    /// <summary>Adds all of <paramref name="other"/>, which must not be longer.</summary>
    public void Or(FixedBitSet other)
    {
        for (int i = 0; i < other.wordCount; i++)
            words[i] |= other.words[i];
    }

    /// <summary>The last integer ≤ <paramref name="index"/> in the set, or −1.</summary>
    public int PrevSetBit(int index)
    {
        for (; index >= 0; index--)
        {
            ulong word = (ulong)words[index >> 6] << (63 - (index & 63));
            if (word != 0)
                return index - BitOperations.LeadingZeroCount(word);
            index &= ~63;
        }
        return -1;
    }

    /// <summary>Adds <paramref name="index"/>.</summary>
    public void Set(int index) => words[index >> 6] |= 1L << index;

    /// <summary>Adds [<paramref name="startIndex"/>, <paramref name="endIndex"/>).</summary>
    public void Set(int startIndex, int endIndex)
    {
        for (int i = startIndex; i < endIndex;)
        {
            words[i >> 6] |= RangeMask(i, endIndex);
            i = (i | 63) + 1;
        }
    }

    // Bits of the word of `from`, from there to `end` or the word's last.
    private static long RangeMask(int from, int end)
    {
        long upper = end > (from | 63) ? -1L : (1L << end) - 1;
        return upper & -1L << from;
    }

    private static long Count(ReadOnlySpan<long> words)
    {
        long count = 0;
        foreach (long word in words)
            count += BitOperations.PopCount((ulong)word);
        return count;
    }

    /// <summary>The integers of a <see cref="FixedBitSet"/> in order.</summary>
    public sealed class FixedBitSetIterator : DocIdSetIterator
    {
        private readonly FixedBitSet set;
        private int doc = -1;

        /// <summary>Before the first integer of <paramref name="bits"/>.</summary>
        public FixedBitSetIterator(FixedBitSet bits) => set = bits;

        /// <inheritdoc/>
        public override int DocID => doc;

        /// <inheritdoc/>
        public override int Advance(int target)
        {
            int next = target >= set.Length ? -1 : set.NextSetBit(target);
            return doc = next < 0 ? NO_MORE_DOCS : next;
        }

        /// <inheritdoc/>
        public override long GetCost() => set.Cardinality;

        /// <inheritdoc/>
        public override int NextDoc() => Advance(doc + 1);
    }
}
