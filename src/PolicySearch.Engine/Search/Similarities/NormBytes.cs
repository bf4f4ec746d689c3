using System.Runtime.CompilerServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace Lucene.Net.Search.Similarities;

/// <summary>The norm bytes of a field in one segment, by document. Threads may share it.</summary>
internal sealed class NormBytes
{
    // One for each reader and field: the norms are looked through once.
    private static readonly ConditionalWeakTable<NumericDocValues, NormBytes> Known = [];

    private readonly ByteNorms? inPlace;
    private readonly byte[]? unpacked;

    private NormBytes(ByteNorms? inPlace, byte[]? unpacked)
    {
        this.inPlace = inPlace;
        this.unpacked = unpacked;
        Used = UsedBytes(Span);
    }

    /// <summary>The different bytes that occur, of documents with the field.</summary>
    public byte[] Used { get; }

    public byte this[int doc] => Span[doc];

    /// <summary>All bytes; valid while this object is kept alive.</summary>
    public ReadOnlySpan<byte> Span => inPlace != null ? inPlace.Values : unpacked;

    /// <summary>Null when the field has no norms there.</summary>
    public static NormBytes? Of(AtomicReader reader, string field)
    {
        NumericDocValues? values = reader.GetNormValues(field);
        if (values == null)
            return null;
        return Known.TryGetValue(values, out NormBytes? known) ? known : Known.GetValue(values, v => Make(v, reader.MaxDoc));
    }

    // Norms that are not stored as bytes are unpacked, at most a byte for each document.
    private static NormBytes Make(NumericDocValues values, int count)
    {
        if (values is ByteNorms inPlace)
            return new NormBytes(inPlace, null);
        var bytes = new byte[count];
        for (int doc = 0; doc < count; doc++)
            bytes[doc] = (byte)values.Get(doc);
        return new NormBytes(null, bytes);
    }

    private static byte[] UsedBytes(ReadOnlySpan<byte> bytes)
    {
        var used = new bool[256];
        foreach (byte norm in bytes)
            used[norm] = true;
        return Enumerable.Range(0, 256).Where(b => used[b]).Select(b => (byte)b).ToArray();
    }
}
