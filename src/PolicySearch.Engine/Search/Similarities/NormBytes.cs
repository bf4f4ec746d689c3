using System.Runtime.CompilerServices;
using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace Lucene.Net.Search.Similarities;

/// <summary>The norm bytes of a field in one segment, by document. Threads may share it.</summary>
internal sealed class NormBytes
{
    // Norms that are not stored as bytes: unpacked once for each reader, at most a byte for each document.
    private static readonly ConditionalWeakTable<NumericDocValues, byte[]> Unpacked = [];

    private readonly ByteNorms? inPlace;
    private readonly byte[]? unpacked;

    private NormBytes(ByteNorms? inPlace, byte[]? unpacked)
    {
        this.inPlace = inPlace;
        this.unpacked = unpacked;
    }

    public byte this[int doc] => Span[doc];

    /// <summary>All bytes; valid while this object is kept alive.</summary>
    public ReadOnlySpan<byte> Span => inPlace != null ? inPlace.Values : unpacked;

    /// <summary>Null when the field has no norms there.</summary>
    public static NormBytes? Of(AtomicReader reader, string field) => reader.GetNormValues(field) switch
    {
        null => null,
        ByteNorms bytes => new NormBytes(bytes, null),
        var values => new NormBytes(null, Unpacked.GetValue(values, v => Unpack(v, reader.MaxDoc))),
    };

    private static byte[] Unpack(NumericDocValues values, int count)
    {
        var bytes = new byte[count];
        for (int doc = 0; doc < count; doc++)
            bytes[doc] = (byte)values.Get(doc);
        return bytes;
    }
}
