using System.Globalization;
using System.Text;

namespace PolicySearch.Documents.Reading.Scans;

/// <summary>One page as tesseract's TSV gives it.</summary>
/// <param name="Lines">Lines in reading order; an empty one between blocks.</param>
/// <param name="Words">Words recognised.</param>
/// <param name="Confidence">Mean confidence of the words, 0 to 100.</param>
internal sealed record RecognisedPage(IReadOnlyList<string> Lines, int Words, double Confidence)
{
    private const int Columns = 12;
    private const string WordLevel = "5";

    /// <summary>
    /// Reads the table (level, page, block, paragraph, line, word, left, top, width, height, confidence, text). Words of Chinese text are single
    /// characters: they are put together without blanks, Latin words with one.
    /// </summary>
    public static RecognisedPage Parse(string table)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        (string Block, string Line) last = ("", "");
        int words = 0;
        double confidence = 0;
        foreach (string[] cells in table.Split('\n').Select(row => row.Split('\t')).Where(cells => cells.Length == Columns && cells[0] == WordLevel && cells[11].Trim().Length > 0))
        {
            (string Block, string Line) here = (cells[2], $"{cells[2]}.{cells[3]}.{cells[4]}");
            if (here.Line != last.Line)
                EndLine(lines, line, newBlock: last.Block.Length > 0 && here.Block != last.Block);
            last = here;
            Append(line, cells[11].Trim());
            words++;
            confidence += double.Parse(cells[10], CultureInfo.InvariantCulture);
        }
        EndLine(lines, line, newBlock: false);
        return new RecognisedPage(lines, words, words == 0 ? 0 : confidence / words);
    }

    private static void Append(StringBuilder line, string word)
    {
        if (line.Length > 0 && char.IsAsciiLetterOrDigit(line[^1]) && char.IsAsciiLetterOrDigit(word[0]))
            line.Append(' ');
        line.Append(word);
    }

    private static void EndLine(List<string> lines, StringBuilder line, bool newBlock)
    {
        if (line.Length > 0)
            lines.Add(line.ToString());
        line.Clear();
        if (newBlock)
            lines.Add("");
    }
}
