using System.Buffers;
using System.Text;
using PolicySearch.Documents.Extraction;

namespace PolicySearch.Documents.Cleaning;

/// <summary>The clean body and its paragraphs. Immutable.</summary>
internal sealed record CleanText(string Body, IReadOnlyList<Paragraph> Paragraphs)
{
    /// <summary>The text of one paragraph.</summary>
    public ReadOnlySpan<char> TextOf(Paragraph paragraph) => Body.AsSpan(paragraph.Start, paragraph.End - paragraph.Start);
}

/// <summary>
/// Writes the clean body of a laid-out document, paragraph by paragraph, parted by '\n'. No character but blanks is lost, added or moved
/// (an ASCII word joined over a line end keeps one blank). Used once per document.
/// </summary>
internal sealed class CleanTextBuilder(Layout layout)
{
    private const int MaxHeadingLength = 50;
    // Lent while the text is built.
    private char[] body = [];
    private int length;
    private readonly List<Paragraph> paragraphs = new(layout.Lines.Count);

    /// <summary>Builds the whole text.</summary>
    public CleanText Build()
    {
        body = ArrayPool<char>.Shared.Rent(LengthOfLines());
        WriteHead();
        WriteText(layout.BodyStart, layout.SignatureStart, attachment: false);
        WriteLines(layout.SignatureStart, layout.FootStart, ParagraphKind.Signature);
        WriteFoot();
        WriteText(layout.MainEnd, layout.FormStart, attachment: StartsAttachment());
        WriteLines(layout.FormStart, layout.Lines.Count, ParagraphKind.Form);
        string text = new(body, 0, length);
        ArrayPool<char>.Shared.Return(body);
        return new CleanText(text, paragraphs);
    }

    // The text is as long as its lines, or hardly longer.
    private int LengthOfLines()
    {
        int sum = 0;
        for (int i = 0; i < layout.Lines.Count; i++)
            sum += layout.Lines[i].Text.Length + 1;
        return sum;
    }

    private bool StartsAttachment() => layout.MainEnd < layout.FormStart && FootLines.IsAttachmentMark(layout.Lines[layout.MainEnd].Compact);

    private void WriteHead()
    {
        (int titleStart, int titleLength) = layout.Title.GetOffsetAndLength(layout.Lines.Count);
        (int toStart, int toLength) = layout.Addressee.GetOffsetAndLength(layout.Lines.Count);
        for (int i = 0; i < layout.BodyStart; i++)
        {
            if (titleLength > 0 && i == titleStart)
            {
                Add(Titles.Join(layout), ParagraphKind.Title, 0, layout.Lines[i].Number);
                i += titleLength - 1;
            }
            else if (toLength > 0 && i == toStart)
            {
                Add(Hanzi.JoinRunningText(JoinLines(i, i + toLength)), ParagraphKind.Addressee, 0, layout.Lines[i].Number);
                i += toLength - 1;
            }
            else
            {
                WriteLines(i, i + 1, ParagraphKind.Header);
            }
        }
    }

    private string JoinLines(int start, int end)
    {
        var text = new StringBuilder();
        for (int i = start; i < end; i++)
            Unwrapper.AppendLine(text, layout.Lines[i].Text);
        return text.ToString();
    }

    private void WriteFoot()
    {
        for (int i = layout.FootStart; i < layout.MainEnd; i++)
        {
            bool attachment = layout.Lines[i].Compact.StartsWith("附件", StringComparison.Ordinal);
            WriteLines(i, i + 1, attachment ? ParagraphKind.Attachment : ParagraphKind.Footer);
        }
    }

    private void WriteLines(int start, int end, ParagraphKind kind)
    {
        for (int i = start; i < end; i++)
            Add(Hanzi.JoinSpacedWords(layout.Lines[i].Text), kind, 0, layout.Lines[i].Number);
    }

    private void WriteText(int start, int end, bool attachment)
    {
        bool inAttachment = attachment;
        foreach (JoinedLines joined in Unwrapper.Join(layout.Lines, start, end))
        {
            string text = joined.Text;
            if (joined.First.IsRow)
            {
                AddTableRow(joined);
                continue;
            }
            if (text.Contains(' '))
                text = Shapes.IsRunningText(text) || Shapes.EndsSentence(text) ? JointOffices.JoinRunningText(text) : Hanzi.JoinSpacedWords(text);
            inAttachment |= FootLines.IsAttachmentMark(joined.First.Compact);
            (ParagraphKind kind, int level) = Classify(text, joined.First);
            Add(text, inAttachment ? ParagraphKind.Attachment : kind, inAttachment ? 0 : level, joined.First.Number);
        }
    }

    private static (ParagraphKind Kind, int Level) Classify(string text, Line first)
    {
        if (text.StartsWith("附件", StringComparison.Ordinal) && text.Length > 2 && text[2] is '：' or ':')
            return (ParagraphKind.Attachment, 0);
        int level = Shapes.MarkerLevel(text);
        bool isShort = text.Length <= MaxHeadingLength && text.AsSpan(0, text.Length - 1).IndexOfAny("。；") < 0;
        if (isShort && text[^1] is not ('；' or ';') && (first.Mark > 0 || (level is 1 or 2) || (level >= 3 && text[^1] != '。')))
            return (ParagraphKind.Heading, level > 0 ? level : 1);
        return first.IsFoot ? (ParagraphKind.Footer, 0) : (level >= 3 ? ParagraphKind.ListItem : ParagraphKind.Body, 0);
    }

    private void AddTableRow(JoinedLines joined)
    {
        string[] cells = joined.Text[0] == '|'
            ? joined.Text.Trim('|').Split('|', StringSplitOptions.TrimEntries)
            : joined.Text.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Add(string.Join('\t', cells.Select(Hanzi.JoinSpacedWords)), ParagraphKind.Table, 0, joined.First.Number);
    }

    private void Add(string text, ParagraphKind kind, int level, int sourceLine)
    {
        if (length + text.Length + 1 > body.Length)
            Enlarge(length + text.Length + 1);
        if (paragraphs.Count > 0)
            body[length++] = '\n';
        int start = length;
        text.CopyTo(0, body, start, text.Length);
        length += text.Length;
        paragraphs.Add(new Paragraph(kind, level, start, length, sourceLine));
    }

    private void Enlarge(int least)
    {
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(least, 2 * body.Length));
        body.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(body);
        body = larger;
    }
}
