using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lucene.Net.Index;

/// <summary>
/// The distinct byte strings of a field, each with an ordinal in the order of arrival. The bytes lie in a
/// <see cref="BytePool"/>, behind a length of one or two bytes. Open addressing; looking up allocates nothing. Not thread-safe.
/// </summary>
internal sealed class TermTable(BytePool pool)
{
    /// <summary>The longest term, in bytes: it must fit into a block with its length.</summary>
    public const int MaxLength = BytePool.BlockSize - 2;

    private int[] _slots = new int[32];
    private uint[] _hashes = new uint[16];
    private int[] _addresses = new int[16];

    /// <summary>Distinct terms.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the table; the terms' own bytes are the pool's.</summary>
    public long RamBytes => 4L * (_slots.Length + _hashes.Length + _addresses.Length);

    /// <summary>The term's ordinal; a new term gets the next one.</summary>
    /// <param name="term">At most <see cref="MaxLength"/> bytes.</param>
    /// <param name="isNew">True when the term was not there.</param>
    public int GetOrAdd(ReadOnlySpan<byte> term, out bool isNew)
    {
        uint hash = Hash(term);
        int slot = FindSlot(term, hash);
        int ordinal = _slots[slot] - 1;
        isNew = ordinal < 0;
        if (!isNew)
            return ordinal;
        ordinal = Append(term, hash);
        _slots[slot] = Count;
        if (Count * 2 > _slots.Length)
            Grow();
        return ordinal;
    }

    /// <summary>The term's ordinal, or -1.</summary>
    public int Find(ReadOnlySpan<byte> term) => _slots[FindSlot(term, Hash(term))] - 1;

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

    private int FindSlot(ReadOnlySpan<byte> term, uint hash)
    {
        int mask = _slots.Length - 1;
        for (int slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            int ordinal = _slots[slot] - 1;
            if (ordinal < 0 || (_hashes[ordinal] == hash && Bytes(ordinal).SequenceEqual(term)))
                return slot;
        }
    }

    private int Append(ReadOnlySpan<byte> term, uint hash)
    {
        int prefix = term.Length < 0x80 ? 1 : 2;
        int address = pool.Allocate(term.Length + prefix);
        Span<byte> target = pool.From(address);
        target[0] = (byte)(prefix == 1 ? term.Length : 0x80 | (term.Length >> 8));
        if (prefix == 2)
            target[1] = (byte)term.Length;
        term.CopyTo(target[prefix..]);
        if (Count == _addresses.Length)
        {
            Array.Resize(ref _addresses, Count * 2);
            Array.Resize(ref _hashes, Count * 2);
        }
        _addresses[Count] = address;
        _hashes[Count] = hash;
        return Count++;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        int mask = _slots.Length - 1;
        for (int i = 0; i < Count; i++)
        {
            int slot = (int)_hashes[i] & mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & mask;
            _slots[slot] = i + 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<byte> term)
    {
        ulong hash = (ulong)term.Length * 0x9E3779B97F4A7C15;
        for (; term.Length >= 8; term = term[8..])
            hash = (BitOperations.RotateLeft(hash, 23) ^ MemoryMarshal.Read<ulong>(term)) * 0xBF58476D1CE4E5B9;
        ulong rest = 0;
        for (int i = 0; i < term.Length; i++)
            rest |= (ulong)term[i] << (8 * i);
        hash = (BitOperations.RotateLeft(hash, 23) ^ rest) * 0x94D049BB133111EB;
        return (uint)(hash >> 32) ^ (uint)(hash >> 11);
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

    private readonly record struct SortKey(ulong Lead, int Ordinal);

    private readonly struct KeyOrder(TermTable table) : IComparer<SortKey>
    {
        public int Compare(SortKey x, SortKey y) =>
            x.Lead != y.Lead ? x.Lead.CompareTo(y.Lead) : table.Bytes(x.Ordinal).SequenceCompareTo(table.Bytes(y.Ordinal));
    }
}
