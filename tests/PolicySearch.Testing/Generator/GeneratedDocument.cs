using System.Text;

namespace PolicySearch.Testing.Generator;

/// <summary>One document of the generator: the text of its file, how the file is written, and what a careful reader takes from it. Immutable.</summary>
public sealed record GeneratedDocument
{
    /// <summary>Its place in the sequence, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Its file's name: <c>000012.txt</c>.</summary>
    public string FileName => Index.ToString("000000", System.Globalization.CultureInfo.InvariantCulture) + ".txt";

    /// <summary>The text, lines parted by '\n' whatever <see cref="CrLf"/> says.</summary>
    public required string Text { get; init; }

    /// <summary>How the file's characters become bytes.</summary>
    public required GeneratedEncoding Encoding { get; init; }

    /// <summary>Whether the file's lines end in CR LF.</summary>
    public required bool CrLf { get; init; }

    /// <summary>The fields that are printed in the text.</summary>
    public required GeneratedTruth Truth { get; init; }

    /// <summary>The reply that this one repeats under another number, or null.</summary>
    public int? NearDuplicateOf { get; init; }

    /// <summary>Paragraphs taken over word for word, figures included, from documents of other cities (only the own place's name was put in).</summary>
    public IReadOnlyList<SharedParagraph> SharedParagraphs { get; init; } = [];

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes()
    {
        string text = CrLf ? Text.Replace("\n", "\r\n", StringComparison.Ordinal) : Text;
        return Encoding switch
        {
            GeneratedEncoding.Gb18030 => Gb18030.GetBytes(text),
            GeneratedEncoding.Utf8WithMark => [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(text)],
            _ => System.Text.Encoding.UTF8.GetBytes(text),
        };
    }

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
}

/// <summary>How a generated file is encoded.</summary>
public enum GeneratedEncoding
{
    /// <summary>UTF-8 without a byte-order mark.</summary>
    Utf8,
    /// <summary>UTF-8 with a byte-order mark.</summary>
    Utf8WithMark,
    /// <summary>GB18030.</summary>
    Gb18030,
}

/// <summary>A paragraph that stands, but for the place's name, in an earlier document too.</summary>
/// <param name="SourceIndex">The document that has it as its own.</param>
/// <param name="Text">The paragraph as it stands here, without its heading.</param>
public sealed record SharedParagraph(int SourceIndex, string Text);
