using System.Buffers.Binary;

namespace PolicySearch.DictionaryTool;

/// <summary>
/// Reads the arrays of a Java serialisation stream: short, char, int and long arrays, and arrays of such arrays.
/// <code>
/// Stream    := 0xACED, Version:UInt16, Object*
/// Object    := 0x75 ClassDesc Length:Int32 Element^Length  |  0x71 Handle:Int32  |  0x70 (null)
/// ClassDesc := 0x72 Name:(UInt16, UTF-8) SerialVersion:Int64 Flags:Byte FieldCount:UInt16(0) 0x78 ClassDesc  |  0x71 Handle  |  0x70
/// </code>
/// Everything is big-endian; handles count class descriptions and arrays from 0x7E0000 in the order of their appearance.
/// </summary>
internal sealed class SerializedArrays(byte[] bytes)
{
    private const int FirstHandle = 0x7E0000;
    private readonly List<object?> handles = [];
    private int position = 4;

    /// <summary>The next array of the stream: short[], char[], int[], long[] or object?[]; null for Java's null.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else.</exception>
    public object? Next() => Byte() switch
    {
        0x70 => null,
        0x71 => handles[Int32() - FirstHandle],
        0x75 => Array(),
        int tag => throw Unexpected($"tag 0x{tag:x2}"),
    };

    private object Array()
    {
        string type = ClassDescription() ?? throw Unexpected("an array without a class");
        int handle = handles.Count;
        handles.Add(null);
        int length = Int32();
        object array = type[1] switch
        {
            'S' => Fill(new short[length], () => (short)UInt16()),
            'C' => Fill(new char[length], () => (char)UInt16()),
            'I' => Fill(new int[length], Int32),
            'J' => Fill(new long[length], Int64),
            '[' => Fill(new object?[length], Next),
            _ => throw Unexpected(type),
        };
        handles[handle] = array;
        return array;
    }

    private string? ClassDescription()
    {
        int tag = Byte();
        if (tag == 0x70)
            return null;
        if (tag == 0x71)
            return (string?)handles[Int32() - FirstHandle];
        if (tag != 0x72)
            throw Unexpected($"tag 0x{tag:x2}");
        int length = UInt16();
        string name = System.Text.Encoding.UTF8.GetString(bytes, position, length);
        position += length + sizeof(long) + 1;
        handles.Add(name);
        if (UInt16() != 0 || Byte() != 0x78)
            throw Unexpected($"class {name} with fields");
        ClassDescription();
        return name;
    }

    private static T[] Fill<T>(T[] array, Func<T> next)
    {
        for (int i = 0; i < array.Length; i++)
            array[i] = next();
        return array;
    }

    private int Byte() => bytes[position++];

    private int UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Advance(sizeof(ushort)));

    private int Int32() => BinaryPrimitives.ReadInt32BigEndian(Advance(sizeof(int)));

    private long Int64() => BinaryPrimitives.ReadInt64BigEndian(Advance(sizeof(long)));

    private ReadOnlySpan<byte> Advance(int count)
    {
        position += count;
        return bytes.AsSpan(position - count, count);
    }

    private InvalidDataException Unexpected(string what) => new($"at byte {position}: {what} is not part of a dictionary");
}
