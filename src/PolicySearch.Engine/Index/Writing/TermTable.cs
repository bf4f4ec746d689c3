using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lucene.Net.Index;

/// <summary>
/// The distinct byte strings of a field, each with an ordinal in the order of arrival. The bytes lie in a
/// <see cref="BytePool"/>, behind a length of one or two bytes. Open addressing; looking up allocates nothing, and for a term of up to
/// seven bytes (two Hanzi) it touches one place in memory. Not thread-safe.
/// </summary>
internal sealed class TermTable(BytePool pool)
{
    /// <summary>The longest term, in bytes: it must fit into a block with its length.</summary>
    public const int MaxLength = BytePool.BlockSize - 2;

    private const int MaxInline = 7;

    private Slot[] _slots = new Slot[32];
    private int[] _addresses = new int[16];

    /// <summary>Distinct terms.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the table; the terms' own bytes are the pool's.</summary>
    public long RamBytes => 16L * _slots.Length + 4L * _addresses.Length;

    /// <summary>The term's ordinal; a new term gets the next one.</summary>
    /// <param name="term">At most <see cref="MaxLength"/> bytes.</param>
    /// <param name="isNew">True when the term was not there.</param>
    public int GetOrAdd(ReadOnlySpan<byte> term, out bool isNew)
    {
        ulong key = KeyOf(term);
        ref Slot slot = ref FindSlot(term, key);
        isNew = slot.Next == 0;
        if (!isNew)
            return slot.Next - 1;
        int ordinal = Append(term);
        slot = new Slot { Key = key, Next = Count };
        if (Count * 2 > _slots.Length)
            Grow();
        return ordinal;
    }

    /// <summary>The term's ordinal, or -1.</summary>
    public int Find(ReadOnlySpan<byte> term) => FindSlot(term, KeyOf(term)).Next - 1;

    /// <summary>A term's bytes, valid until the pool is cleared.</summary>
    public ReadOnlySpan<byte> Bytes(int ordinal)
    {
        ReadOnlySpan<byte> from = pool.From(_addresses[ordinal]);
        return from[0] < 0x80 ? from.Slice(1, from[0]) : from.Slice(2, ((from[0] & 0x7F) << 8) | from[1]);
    }

    /// <summary>All ordinals, in the order of their terms as unsigned bytes.</summary>
    public int[] Sort()
    {
        var keys = new SortKey[Count];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = new SortKey(Lead(Bytes(i)), i);
        keys.AsSpan().Sort(new KeyOrder(this));
        return Array.ConvertAll(keys, key => key.Ordinal);
    }

    private ref Slot FindSlot(ReadOnlySpan<byte> term, ulong key)
    {
        Slot[] slots = _slots;
        int mask = slots.Length - 1;
        for (int at = Spread(key) & mask; ; at = (at + 1) & mask)
        {
            ref Slot slot = ref slots[at];
            if (slot.Next == 0 || (slot.Key == key && (term.Length <= MaxInline || Bytes(slot.Next - 1).SequenceEqual(term))))
                return ref slot;
        }
    }

    private int Append(ReadOnlySpan<byte> term)
    {
        int prefix = term.Length < 0x80 ? 1 : 2;
        int address = pool.Allocate(term.Length + prefix);
        Span<byte> target = pool.From(address);
        target[0] = (byte)(prefix == 1 ? term.Length : 0x80 | (term.Length >> 8));
        if (prefix == 2)
            target[1] = (byte)term.Length;
        term.CopyTo(target[prefix..]);
        if (Count == _addresses.Length)
            Array.Resize(ref _addresses, Count * 2);
        _addresses[Count] = address;
        return Count++;
    }

    private void Grow()
    {
        Slot[] old = _slots;
        _slots = new Slot[old.Length * 2];
        int mask = _slots.Length - 1;
        foreach (Slot slot in old)
        {
            if (slot.Next == 0)
                continue;
            int at = Spread(slot.Key) & mask;
            while (_slots[at].Next != 0)
                at = (at + 1) & mask;
            _slots[at] = slot;
        }
    }

    /// <summary>Of a short term its bytes and, in the highest byte, its length: no other term has that key. Of a longer one a hash, with 255 there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOf(ReadOnlySpan<byte> term) =>
        term.Length <= MaxInline ? Packed(term) | (ulong)term.Length << 56 : Hash(term) | 0xFFUL << 56;

    // The first and the last bytes overlap where the term has less than eight, or four.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Packed(ReadOnlySpan<byte> term)
    {
        int length = term.Length;
        if (length >= 4)
            return MemoryMarshal.Read<uint>(term) | (ulong)MemoryMarshal.Read<uint>(term[(length - 4)..]) << (8 * (length - 4));
        return length == 0 ? 0 : term[0] | (uint)term[length >> 1] << (8 * (length >> 1)) | (uint)term[length - 1] << (8 * (length - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Spread(ulong key)
    {
        ulong mixed = (key ^ key >> 29) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 32 ^ mixed >> 11);
    }

    private static ulong Hash(ReadOnlySpan<byte> term)
    {
        ulong hash = (ulong)term.Length * 0x9E3779B97F4A7C15;
        for (; term.Length >= 8; term = term[8..])
            hash = (BitOperations.RotateLeft(hash, 23) ^ MemoryMarshal.Read<ulong>(term)) * 0xBF58476D1CE4E5B9;
        if (term.Length > 0)
            hash = (BitOperations.RotateLeft(hash, 23) ^ Lead(term)) * 0x94D049BB133111EB;
        return hash >> 8 ^ hash & 0xFF;
    }

    private static ulong Lead(ReadOnlySpan<byte> term)
    {
        if (term.Length >= 8)
            return BinaryPrimitives.ReadUInt64BigEndian(term);
        ulong lead = 0;
        for (int i = 0; i < term.Length; i++)
            lead |= (ulong)term[i] << (56 - 8 * i);
        return lead;
    }

    // Next: the ordinal plus 1; 0 for an empty slot.
    private struct Slot
    {
        public ulong Key;
        public int Next;
    }

    private readonly record struct SortKey(ulong Lead, int Ordinal);

    private readonly struct KeyOrder(TermTable table) : IComparer<SortKey>
    {
        public int Compare(SortKey x, SortKey y) =>
            x.Lead != y.Lead ? x.Lead.CompareTo(y.Lead) : table.Bytes(x.Ordinal).SequenceCompareTo(table.Bytes(y.Ordinal));
    }
}
