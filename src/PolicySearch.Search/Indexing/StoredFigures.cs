using System.Text;
using PolicySearch.Documents;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// The figures of a document as the index keeps them, apart from the record: most pages show none, and tables of figures want little else.
/// <code>
/// Figures := Figure*
/// Figure  := Flags:Byte, Comparator:Byte, [Subject:String], Unit:String, Value:Decimal, [Upper:Decimal], [Year:VInt],
///            SentenceStart:VInt, Start:VInt, Length:VInt, Rest:VInt
///            Flags: 1 has a subject, 2 an upper end, 4 a year, 8 is promised
///            Start from the sentence's, Length of the number with its unit, Rest to the sentence's end
/// </code>
/// </summary>
internal static class StoredFigures
{
    private const int HasSubject = 1, HasUpper = 2, HasYear = 4, IsPromised = 8;

    /// <summary>Writes.</summary>
    public static byte[] Write(IReadOnlyList<Figure> figures)
    {
        using var bytes = new MemoryStream();
        // This encoding replaces half a surrogate pair; the one that is otherwise used throws.
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        foreach (Figure figure in figures)
            Write(writer, figure);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="EndOfStreamException">The bytes are not what was written.</exception>
    public static List<Figure> Read(MemoryStream bytes)
    {
        using var reader = new BinaryReader(bytes, Encoding.UTF8);
        var figures = new List<Figure>();
        while (bytes.Position < bytes.Length)
            figures.Add(Read(reader));
        return figures;
    }

    private static void Write(BinaryWriter writer, Figure figure)
    {
        writer.Write((byte)((figure.Subject != null ? HasSubject : 0) | (figure.Upper != null ? HasUpper : 0) | (figure.Year != null ? HasYear : 0) | (figure.Promised ? IsPromised : 0)));
        writer.Write((byte)figure.Comparator);
        if (figure.Subject != null)
            writer.Write(figure.Subject);
        writer.Write(figure.Unit);
        writer.Write(figure.Value);
        if (figure.Upper is { } upper)
            writer.Write(upper);
        if (figure.Year is { } year)
            writer.Write7BitEncodedInt(year);
        writer.Write7BitEncodedInt(figure.SentenceStart);
        writer.Write7BitEncodedInt(figure.Start - figure.SentenceStart);
        writer.Write7BitEncodedInt(figure.End - figure.Start);
        writer.Write7BitEncodedInt(figure.SentenceEnd - figure.End);
    }

    private static Figure Read(BinaryReader reader)
    {
        int flags = reader.ReadByte();
        var comparator = (Comparator)reader.ReadByte();
        string? subject = (flags & HasSubject) != 0 ? reader.ReadString() : null;
        string unit = reader.ReadString();
        decimal value = reader.ReadDecimal();
        decimal? upper = (flags & HasUpper) != 0 ? reader.ReadDecimal() : null;
        int? year = (flags & HasYear) != 0 ? reader.Read7BitEncodedInt() : null;
        int sentence = reader.Read7BitEncodedInt(), start = sentence + reader.Read7BitEncodedInt(), end = start + reader.Read7BitEncodedInt();
        return new(subject, comparator, value, upper, unit, year, (flags & IsPromised) != 0, start, end, sentence, end + reader.Read7BitEncodedInt());
    }
}
