using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lucene.Net.Analysis.Cn.Smart;

/// <summary>
/// Costs of steps between units that follow each other in the training text: an open-addressed table, and before it one bit per hash, small
/// enough to stay in the processor's cache, since most pairs of a word graph were never seen. Immutable after building.
/// </summary>
internal sealed class PairCosts
{
    private const int FilterBits = 22;

    private struct Slot
    {
        public ulong Key;
        public double Cost;
    }

    private readonly Slot[] slots;
    private readonly ulong[] filter = new ulong[1 << (FilterBits - 6)];
    private readonly int shift;

    private PairCosts(int count)
    {
        int bits = BitOperations.Log2((uint)count) + 1;
        slots = new Slot[1 << bits];
        shift = 64 - bits;
    }

    /// <summary>Fills the table from the file.</summary>
    /// <param name="placeOf">The unit of each entry.</param>
    public static PairCosts Build(DictionaryFile file, int[] placeOf)
    {
        var table = new PairCosts(file.Followers.Length);
        int pair = 0;
        for (int first = 0; first < file.RowLengths.Length; first++)
        {
            int frequency = CharacterCodes.IsMarkCode(placeOf[first]) ? StepCost.MarkFrequency : file.Frequencies[first];
            for (int end = pair + file.RowLengths[first]; pair < end; pair++)
                table.Add(Key(placeOf[first], placeOf[file.Followers[pair]]), StepCost.Of(frequency, file.PairFrequencies[pair]));
        }
        return table;
    }

    /// <summary>The cost of stepping from <paramref name="first"/> to <paramref name="second"/>, or <paramref name="unseen"/> for a pair not in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Find(int first, int second, double unseen)
    {
        ulong key = Key(first, second), hash = Hash(key);
        return (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(filter), (nint)(hash >> (64 - FilterBits + 6))) >> (int)(hash >> (64 - FilterBits)) & 1) == 0
            ? unseen
            : FindSlot(key, hash, unseen);
    }

    private double FindSlot(ulong key, ulong hash, double unseen)
    {
        ref Slot table = ref MemoryMarshal.GetArrayDataReference(slots);
        for (int i = (int)(hash >> shift); ; i = (i + 1) & (slots.Length - 1))
        {
            ref Slot slot = ref Unsafe.Add(ref table, i);
            if (slot.Key == key)
                return slot.Cost;
            if (slot.Key == 0)
                return unseen;
        }
    }

    private void Add(ulong key, double cost)
    {
        ulong hash = Hash(key), bit = hash >> (64 - FilterBits);
        filter[bit >> 6] |= 1UL << (int)bit;
        int i = (int)(hash >> shift);
        while (slots[i].Key != 0)
            i = (i + 1) & (slots.Length - 1);
        slots[i] = new Slot { Key = key, Cost = cost };
    }

    // Never 0, which marks an empty slot.
    private static ulong Key(int first, int second) => (ulong)(uint)(first + 1) << 32 | (uint)second;

    private static ulong Hash(ulong key)
    {
        ulong mixed = key * 0x9E3779B97F4A7C15;
        return (mixed ^ mixed >> 32) * 0x9E3779B97F4A7C15;
    }
}
