using System.Text;

namespace Lucene.Net.Util;

/// <summary>
/// A slice of a byte array: terms and binary values. Ordered by unsigned bytes, which for UTF-8 is code point order.
/// Mutable and reused by the methods that fill one; keep a value with <see cref="DeepCopyOf"/>. Not safe for several threads.
/// </summary>
public sealed class BytesRef : IComparable<BytesRef>, IComparable, IEquatable<BytesRef>
{
    /// <summary>An array of no bytes.</summary>
    public static readonly byte[] EMPTY_BYTES = [];

    private byte[] bytes;

    /// <summary>No bytes.</summary>
    public BytesRef() => bytes = EMPTY_BYTES;

    /// <summary>All of <paramref name="bytes"/>, which is not copied.</summary>
    public BytesRef(byte[] bytes) : this(bytes, 0, bytes.Length)
    {
    }

    /// <summary>No bytes yet, and room for <paramref name="capacity"/>.</summary>
    public BytesRef(int capacity) => bytes = new byte[capacity];

    /// <summary>The UTF-8 form of <paramref name="text"/>.</summary>
    public BytesRef(string text) : this() => CopyChars(text);

    /// <summary><paramref name="length"/> bytes of <paramref name="bytes"/> from <paramref name="offset"/>; not copied.</summary>
    public BytesRef(byte[] bytes, int offset, int length)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        this.bytes = bytes;
        Offset = offset;
        Length = length;
    }

    /// <summary>The array in which the slice lies; never null.</summary>
    public byte[] Bytes
    {
        get => bytes;
        set => bytes = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Bytes in the slice.</summary>
    public int Length { get; set; }

    /// <summary>Where in <see cref="Bytes"/> the slice begins.</summary>
    public int Offset { get; set; }

    /// <summary>The natural order: unsigned bytes.</summary>
    public static IComparer<BytesRef> UTF8SortedAsUnicodeComparer { get; } = Comparer<BytesRef>.Default;

    internal ReadOnlySpan<byte> Span => bytes.AsSpan(Offset, Length);

    /// <summary>Adds the bytes of <paramref name="other"/> at the end, growing the array if needed.</summary>
    public void Append(BytesRef other)
    {
        int total = Length + other.Length;
        if (Offset + total > bytes.Length)
        {
            var grown = new byte[Math.Max(total, Length * 2)];
            Span.CopyTo(grown);
            bytes = grown;
            Offset = 0;
        }
        other.Span.CopyTo(bytes.AsSpan(Offset + Length));
        Length = total;
    }

    /// <summary>True when both hold the same bytes.</summary>
    public bool BytesEquals(BytesRef other) => Span.SequenceEqual(other.Span);

    /// <summary>Another slice of the same array.</summary>
    public object Clone() => new BytesRef(bytes, Offset, Length);

    /// <inheritdoc/>
    public int CompareTo(object? other) => other is BytesRef bytesRef ? CompareTo(bytesRef) : throw new ArgumentException("a BytesRef can only be compared with another");

    /// <inheritdoc/>
    public int CompareTo(BytesRef? other) => other == null ? 1 : Span.SequenceCompareTo(other.Span);

    /// <summary>Replaces the content by a copy of <paramref name="other"/>'s bytes.</summary>
    public void CopyBytes(BytesRef other) => CopyBytes(other.Span);

    /// <summary>Replaces the content by the UTF-8 form of <paramref name="text"/>; a lone surrogate becomes U+FFFD.</summary>
    public void CopyChars(string text) => UnicodeUtil.Utf16ToUtf8(text, this);

    /// <summary>A new array with a copy of <paramref name="other"/>'s bytes.</summary>
    public static BytesRef DeepCopyOf(BytesRef other) => new(other.Span.ToArray());

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is BytesRef bytesRef && BytesEquals(bytesRef);

    /// <inheritdoc/>
    public override int GetHashCode() => StringHelper.Murmurhash3_x86_32(this, StringHelper.GoodFastHashSeed);

    /// <summary>Makes room for <paramref name="newLength"/> bytes from <see cref="Offset"/> 0, keeping the content.</summary>
    public void Grow(int newLength)
    {
        if (Offset == 0 && bytes.Length >= newLength)
            return;
        var grown = new byte[Math.Max(newLength, Length + (Length >> 1))];
        Span.CopyTo(grown);
        bytes = grown;
        Offset = 0;
    }

    /// <summary>True when the slice lies inside its array.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public bool IsValid() => Offset >= 0 && Length >= 0 && Offset <= bytes.Length - Length
        ? true
        : throw new InvalidOperationException($"offset {Offset} and length {Length} leave the array of {bytes.Length} bytes");

    /// <summary>The bytes in hexadecimal: <c>[e5 8c bb]</c>.</summary>
    public override string ToString() => "[" + string.Join(' ', Span.ToArray().Select(b => b.ToString("x"))) + "]";

    /// <summary>The bytes read as UTF-8; what is not UTF-8 becomes U+FFFD.</summary>
    public string Utf8ToString() => Encoding.UTF8.GetString(Span);

    bool IEquatable<BytesRef>.Equals(BytesRef? other) => other != null && BytesEquals(other);

    /// <summary>Replaces the content by a copy of <paramref name="source"/>, reusing the array when it is long enough.</summary>
    internal void CopyBytes(ReadOnlySpan<byte> source)
    {
        if (bytes.Length - Offset < source.Length)
        {
            bytes = new byte[source.Length + (source.Length >> 2)];
            Offset = 0;
        }
        source.CopyTo(bytes.AsSpan(Offset));
        Length = source.Length;
    }
}
