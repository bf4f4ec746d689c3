using System.Text;

namespace PolicySearch.Testing.Generator;

/// <summary>
/// How a document's text is broken into lines: the forms in which letters come out of word processors, printers' files and crawlers.
/// </summary>
internal static class PageLayout
{
    // Hanzi on a printed line, and Hanzi on a printed page.
    private const int NarrowLine = 22, WideLine = 36, PageLength = 620;

    private enum Form { Flowing, BlankBetween, Wrapped, WrappedBlank, BrokenPages, Marked }

    /// <summary>The text of the file, ending in a line feed.</summary>
    public static string Apply(IReadOnlyList<Block> blocks, SeededRandom form)
    {
        Form kind = form.Next(100) switch { < 26 => Form.Flowing, < 46 => Form.BlankBetween, < 70 => Form.Wrapped, < 82 => Form.WrappedBlank, < 93 => Form.BrokenPages, _ => Form.Marked };
        string indent = kind is Form.Marked || form.Chance(20) ? "" : "　　";
        bool halfWidth = form.Chance(8);
        bool spacedNumbers = kind is Form.BrokenPages && form.Chance(50);
        int width = form.Between(NarrowLine, WideLine);
        var text = new StringBuilder();
        int sincePage = 0;
        foreach (Block block in blocks)
        {
            string line = Line(block, kind, indent);
            if (block.Kind is BlockKind.Paragraph or BlockKind.RunIn)
                line = spacedNumbers ? SpaceNumbers(line) : line;
            if (halfWidth)
                line = ToHalfWidth(line);
            switch (kind)
            {
                case Form.Wrapped or Form.WrappedBlank when block.Kind is BlockKind.Paragraph or BlockKind.RunIn or BlockKind.Heading:
                    AppendWrapped(text, line, width, kind == Form.WrappedBlank);
                    break;
                case Form.BrokenPages:
                    AppendBroken(text, line, block.Kind, form, ref sincePage);
                    break;
                default:
                    text.Append(line).Append(kind is Form.Flowing or Form.Wrapped ? "\n" : "\n\n");
                    break;
            }
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Line(Block block, Form kind, string indent) => block.Kind switch
    {
        BlockKind.Title when kind == Form.Marked => "# " + block.Text,
        BlockKind.Heading when kind == Form.Marked => "## " + block.Text,
        BlockKind.RunIn when kind == Form.Marked => $"**{block.Text[..block.Bold]}**{block.Text[block.Bold..]}",
        BlockKind.Paragraph or BlockKind.RunIn or BlockKind.Heading => indent + block.Text,
        _ => block.Text,
    };

    // A line takes so many Hanzi, two half-width characters count as one; a closing mark may hang over, as typesetters let it.
    private static void AppendWrapped(StringBuilder text, string line, int width, bool blankAfter)
    {
        string end = blankAfter ? "\n\n" : "\n";
        int taken = 0;
        foreach (char c in line)
        {
            int own = c < 128 ? 1 : 2;
            if (taken + own > width * 2 && !"，。、；：！？）》”〕%".Contains(c, StringComparison.Ordinal))
            {
                text.Append(end);
                taken = 0;
            }
            text.Append(c);
            taken += own;
        }
        text.Append(end);
    }

    // Where a page ends, the paragraph is cut in the middle and an empty line stands between its halves.
    private static void AppendBroken(StringBuilder text, string line, BlockKind kind, SeededRandom form, ref int sincePage)
    {
        if (kind is BlockKind.Paragraph or BlockKind.RunIn && sincePage + line.Length > PageLength && line.Length > 60)
        {
            int cut = form.Between(25, line.Length - 25);
            while (IsTied(line[cut - 1], line[cut]))
                cut++;
            text.Append(line.AsSpan(0, cut)).Append("\n\n").Append(line.AsSpan(cut)).Append("\n\n");
            sincePage = line.Length - cut;
            return;
        }
        text.Append(line).Append("\n\n");
        sincePage += line.Length;
    }

    // A page never ends inside a number or before a closing mark.
    private static bool IsTied(char before, char after) => (before < 128 && after < 128) || !char.IsLetter(after) || !char.IsLetter(before);

    private static string SpaceNumbers(string line)
    {
        var text = new StringBuilder();
        for (int i = 0; i < line.Length; i++)
        {
            if (i > 0 && char.IsAsciiDigit(line[i]) != char.IsAsciiDigit(line[i - 1]) && IsHanzi(char.IsAsciiDigit(line[i]) ? line[i - 1] : line[i]))
                text.Append(' ');
            text.Append(line[i]);
        }
        return text.ToString();
    }

    private static bool IsHanzi(char c) => c is >= '一' and <= '鿿';

    private static string ToHalfWidth(string line) => line.Replace('，', ',').Replace('：', ':').Replace('；', ';').Replace('（', '(').Replace('）', ')');
}
