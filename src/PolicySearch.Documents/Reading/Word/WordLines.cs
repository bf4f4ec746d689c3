using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicySearch.Documents.Reading.Word;

using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

/// <summary>Walks a Word document's parts and writes its lines.</summary>
internal sealed class WordLines
{
    // Elements nest only in tables and text boxes; real documents stay below ten.
    private const int MaxDepth = 64;

    private readonly List<SourceLine> lines = [];
    private readonly WordNumbering numbering;
    private readonly CancellationToken cancellation;
    private int page = 1;

    private WordLines(WordNumbering numbering, CancellationToken cancellation)
    {
        this.numbering = numbering;
        this.cancellation = cancellation;
    }

    /// <summary>The document's lines: page headers, then the body.</summary>
    /// <exception cref="InvalidDataException">The document has no body, or nests deeper than any real one.</exception>
    public static List<SourceLine> Of(WordprocessingDocument word, CancellationToken cancellation)
    {
        MainDocumentPart main = word.MainDocumentPart ?? throw new InvalidDataException("no main document part");
        Body body = main.Document?.Body ?? throw new InvalidDataException("no body");
        var writer = new WordLines(new WordNumbering(main), cancellation);
        foreach (string header in Headers(main))
            writer.lines.Add(new SourceLine(header, writer.lines.Count + 1, 1));
        writer.Blocks(body, 0);
        return writer.lines;
    }

    // A header repeats on every page and for every section: each text once. Bare page numbers are no text.
    private static IEnumerable<string> Headers(MainDocumentPart main) =>
        main.HeaderParts.Select(part => part.Header).OfType<Header>()
            .SelectMany(header => header.Descendants<Paragraph>())
            .Select(paragraph => TextOf(paragraph).Trim())
            .Where(text => text.Any(char.IsLetter))
            .Distinct();

    private void Blocks(OpenXmlElement parent, int depth)
    {
        if (depth > MaxDepth)
            throw new InvalidDataException($"tables or text boxes nest deeper than {MaxDepth}");
        foreach (OpenXmlElement child in parent.ChildElements)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (child)
            {
                case Paragraph paragraph:
                    WriteParagraph(paragraph, depth);
                    break;
                case Table table:
                    WriteTable(table, depth);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun:
                    Blocks(child, depth + 1);
                    break;
            }
        }
    }

    private void WriteParagraph(Paragraph paragraph, int depth)
    {
        string number = numbering.Next(paragraph);
        string text = TextOf(paragraph);
        foreach (string line in (number + text).Split('\n'))
        {
            string[] pages = line.Split('\f');
            for (int i = 0; i < pages.Length; i++)
            {
                page += i > 0 ? 1 : 0;
                lines.Add(new SourceLine(pages[i], lines.Count + 1, page));
            }
        }
        foreach (TextBoxContent box in TextBoxes(paragraph))
            Blocks(box, depth + 1);
    }

    private void WriteTable(Table table, int depth)
    {
        foreach (TableRow row in table.Elements<TableRow>())
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = row.Elements<TableCell>().Select(CellText);
            lines.Add(new SourceLine(string.Join('\t', cells), lines.Count + 1, page, IsRow: true));
            foreach (Table inner in row.Elements<TableCell>().SelectMany(cell => cell.Elements<Table>()))
            {
                if (depth >= MaxDepth)
                    throw new InvalidDataException($"tables nest deeper than {MaxDepth}");
                WriteTable(inner, depth + 1);
            }
        }
    }

    private static string CellText(TableCell cell) =>
        string.Join(' ', cell.Elements<Paragraph>().Select(TextOf).Select(text => text.Replace('\n', ' ').Trim()).Where(text => text.Length > 0));

    /// <summary>A drawing is stored twice, for new and old programs: only the first branch counts.</summary>
    private static IEnumerable<TextBoxContent> TextBoxes(Paragraph paragraph) =>
        paragraph.Descendants<TextBoxContent>().Where(box => !box.Ancestors<AlternateContentFallback>().Any());

    private static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (OpenXmlElement element in paragraph.Descendants())
        {
            if (element.Ancestors<Paragraph>().First() != paragraph)
                continue;
            switch (element)
            {
                case Text run:
                    text.Append(run.Text);
                    break;
                case TabChar:
                    text.Append(' ');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case Break lineBreak:
                    text.Append(lineBreak.Type?.Value == BreakValues.Page ? '\f' : '\n');
                    break;
            }
        }
        return text.ToString();
    }
}
