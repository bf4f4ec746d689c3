using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace Lucene.Net.Search.Similarities;

/// <summary>The norm bytes of a field in one segment, by document. Not thread-safe, as the values below are not.</summary>
internal sealed class NormBytes
{
    // Norms that are packed more tightly than a byte: unpacked once for each reader, at most a byte for each document.
    private static readonly ConditionalWeakTable<NumericDocValues, byte[]> Unpacked = [];

    private readonly byte[] bytes;

    private NormBytes(byte[] bytes) => this.bytes = bytes;

    public byte this[int doc] => bytes[doc];

    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Span => bytes;

    /// <summary>Null when the field has no norms there.</summary>
    public static NormBytes? Of(AtomicReader reader, string field)
    {
        NumericDocValues? values = reader.GetNormValues(field);
        return values == null ? null : new NormBytes(Unpacked.GetValue(values, v => Unpack(v, reader.MaxDoc)));
    }

    private static byte[] Unpack(NumericDocValues values, int count)
    {
        var bytes = new byte[count];
        for (int doc = 0; doc < count; doc++)
            bytes[doc] = (byte)values.Get(doc);
        return bytes;
    }
}
