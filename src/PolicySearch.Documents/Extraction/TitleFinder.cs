using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// Finds the title among the lines above the text. Lines that are fields (number, class, letterhead, chrome) part the rest into runs; the run that reads most like a title is the
/// title, else the first line that stands alone. Thread-safe.
/// </summary>
internal static class TitleFinder
{
    private const int MaxLines = 8, LeastTitle = 8, LongestWordOfPage = 6, LongestSite = 16;

    /// <summary>The title's lines, from the first to one past the last; 0 and 0 when there is none.</summary>
    /// <param name="lines">The document's lines.</param>
    /// <param name="isField">For the first lines, whether each is a field.</param>
    /// <param name="titleZone">Where a title must end.</param>
    /// <param name="end">Where the text or its addressee begins.</param>
    public static (int Start, int Stop) Find(IReadOnlyList<Line> lines, bool[] isField, int titleZone, int end) =>
        Best(lines, isField, titleZone, IsSpread(lines, end)) is { Stop: > 0 } best ? best : FirstLine(lines, isField, titleZone);

    private static (int Start, int Stop) Best(IReadOnlyList<Line> lines, bool[] isField, int end, bool spread)
    {
        (int Start, int Stop) best = (0, 0);
        double bestScore = 0;
        string bestText = "", stated = StatedTitle(lines, end);
        for (int a = 0; a < end; a++)
        {
            if (isField[a] || !Hanzi.StandsIn(lines[a].Compact))
                continue;
            string joined = "";
            for (int b = a; b < Math.Min(end, a + MaxLines) && !isField[b]; b++)
            {
                if ((b > a && BeginsAnew(lines, b, end)) || IsLongNumber(lines[b].Compact))
                    break;
                joined += lines[b].Compact;
                if (joined.Length > TitleShapes.MaxLength)
                    break;
                double score = Score(lines, joined, a, b, end, spread);
                if (score > 0 && joined == stated)
                    score += 4;
                // Of equal copies the last one stands above the text.
                if (score > bestScore || (score == bestScore && score > 0 && joined == bestText))
                    (best, bestScore, bestText) = ((a, b + 1), score, joined);
            }
        }
        return best;
    }

    // 名称：某县森林草原防火戒严令 in the panel; "" where it states none.
    private static string StatedTitle(IReadOnlyList<Line> lines, int end)
    {
        for (int i = 0; i < end; i++)
        {
            string text = lines[i].Compact;
            int colon = text.AsSpan(0, Math.Min(text.Length, LongestWordOfPage)).IndexOfAny('：', ':');
            if (colon > 0 && PanelLabels.Of(text.AsSpan(0, colon)) == "标题")
                return text[(colon + 1)..];
        }
        return "";
    }

    // A postcode or a counter; the year in a title has four digits.
    private static bool IsLongNumber(string text) => text.Length > 4 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    // A whole title below a line that ends one, a copy of the line above, or the head of an order whose number follows: what stands above is the page's, or the letterhead's.
    private static bool BeginsAnew(IReadOnlyList<Line> lines, int b, int end)
    {
        string text = lines[b].Compact, above = lines[b - 1].Compact;
        if (IsLoneYear(above) && TitleShapes.EndStrength(text) == 2 && text[0] == '《')
            return true;
        int longest = lines[b].AfterBlank && TitleShapes.EndStrength(text) == 2 ? LongestSite : LongestWordOfPage;
        if (above.Length <= longest && IsWordOfPage(above) && (TitleShapes.OfficePrefixLength(text) > 3 || IsFirstCopy(lines, b, end)))
            return true;
        if (TitleShapes.EndStrength(text) == 0)
            return false;
        if (NamesOfficeOf(text, above) || IsSiteAbove(text, above) || IsReplyBelowHeadline(text))
            return true;
        if (!Offices.IsName(above) && OrderNumbers.IsSplitHead(lines, b))
            return true;
        if (TitleShapes.IsSameTitle(text, above) || (text.Length >= LeastTitle && (above.StartsWith(text, StringComparison.Ordinal) || above.EndsWith(text, StringComparison.Ordinal))))
            return true;
        // Some pages head a reply with what was suggested (关于…的建议的答复), and the reply's own title stands below.
        if (TitleShapes.IsReply(text) && TitleShapes.EndStrength(above) == 2 && above[^1] != '》')
            return true;
        bool parted = TitleShapes.EndStrength(text) == 2 && above[^1] != '》' && (TitleShapes.EndStrength(above) == 2 || StandsTwice(lines, b, end));
        return parted && TitleShapes.OfficePrefixLength(text) > 0;
    }

    // ———关于…提案答复的函, below the headline that a paper gave it.
    private static bool IsReplyBelowHeadline(string text) => text[0] == '—' && TitleShapes.IsReply(text.TrimStart('—'));

    // 导航菜单 above a title that stands again below, there perhaps without the place in brackets.
    private static bool IsFirstCopy(IReadOnlyList<Line> lines, int b, int end) =>
        b + 1 < end && lines[b + 1].Compact.Length >= LeastTitle && TitleShapes.EndStrength(lines[b].Compact) == 2 && lines[b].Compact.EndsWith(lines[b + 1].Compact, StringComparison.Ordinal);

    // 某局文件式样 above 某局关于印发某局文件式样的通知: a title does not name its office twice.
    private static bool NamesOfficeOf(string text, string above) =>
        above.AsSpan().CommonPrefixLength(text) is > 3 and var common && TitleShapes.OfficePrefixLength(text) is > 3 and var office && office <= common && above.Length > office
        && TitleShapes.OfficePrefixLength(above) == 0;

    // 某市人民政府, a site's name, above 某市某局对…建议的答复: a government does not sign beside its own bureau.
    private static bool IsSiteAbove(string text, string above)
    {
        const string Government = "人民政府";
        return above.Length > Government.Length && above.EndsWith(Government, StringComparison.Ordinal) && TitleShapes.IsReply(text)
            && text.StartsWith(above[..^Government.Length], StringComparison.Ordinal) && !text.StartsWith(above, StringComparison.Ordinal);
    }

    // 2016年, under which a site lists its replies.
    private static bool IsLoneYear(string text) => text.Length == 5 && text[4] == '年' && !text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9');

    // 正文文件, 全文阅读: a few characters above an office and 关于. A title's own first line would be an office, a place, or end with 转发 or 关于.
    private static bool IsWordOfPage(string text) =>
        !Offices.IsName(text) && !text.StartsWith("关于", StringComparison.Ordinal) && text[^1] is not ('发' or '转' or '于' or '对' or '省' or '市' or '县' or '区' or '州' or '盟' or '旗' or '、' or '和');

    private static bool StandsTwice(IReadOnlyList<Line> lines, int at, int end)
    {
        for (int i = 0; i < end; i++)
        {
            if (i != at && lines[i].Compact == lines[at].Compact)
                return true;
        }
        return false;
    }

    // Nothing reads like a title: the first line that stands alone above the text, if it is no office, no marker and no sentence.
    private static (int Start, int Stop) FirstLine(IReadOnlyList<Line> lines, bool[] isField, int end)
    {
        for (int i = 0; i < end; i++)
        {
            string text = lines[i].Compact;
            if (isField[i] || Offices.IsName(text) || text[0] is '（' or '(' || text.StartsWith("附件", StringComparison.Ordinal))
                continue;
            bool plain = text.Length is >= 4 and <= 60 && !IsListHead(text) && !text.AsSpan().ContainsAny("，。：:|") && Hanzi.IsIdeograph(text[0]);
            return plain ? (i, i + 1) : (0, 0);
        }
        return (0, 0);
    }

    private static double Score(IReadOnlyList<Line> lines, string joined, int first, int last, int end, bool spread)
    {
        int strength = last == first && OrderNumbers.SubjectOf(joined) is not null ? 2 : TitleShapes.EndStrength(joined);
        if (IsDoubled(joined) || RepeatsItself(lines, first, last) || joined.Length < 4 || (strength == 0 && lines[first].Mark == 0) || IsListHead(joined))
            return 0;
        if (first == last && first > 0 && strength > 0 && TitleShapes.EndStrength(lines[first - 1].Compact) > 0 && OrderNumbers.IsSplitHead(lines, first))
            return 0;
        double score = strength * 3;
        if (TitleShapes.Begins(TitleShapes.Unmarked(joined)))
            score += 4;
        if (joined.Contains("关于", StringComparison.Ordinal))
            score += 1;
        if (AllMarked(lines, first, last))
            score += 1;
        if (last > first && Offices.IsName(lines[first].Compact) && lines[first + 1].Compact.StartsWith(lines[first].Compact, StringComparison.Ordinal))
            score -= 2;
        bool loose = IsLooseLetterhead(lines, first, last, spread) || (first == 0 && IsUnnumberedReply(lines, joined, first, last, end));
        // A letterhead stands above its number: with the number above the name or below the title the name begins the title.
        bool numberBelow = loose && last + 1 < end && DocumentNumbers.StartsWithNumber(lines[last + 1].Compact);
        if (loose && !numberBelow && !lines.Take(first).Any(line => DocumentNumbers.StartsWithNumber(line.Compact)))
            score -= 2;
        score += 0.1 * NumeralsKept(joined);
        // Of two titles that a page gives one reply, the one that names meeting and number is the office's.
        if (joined.Contains('号') && TitleShapes.IsReply(joined))
            score += 1.5;
        // Longer titles win over their own tails and beginnings; a tail at the addressee wins over the same words in the page's head.
        return score + joined.Length * 0.004 + (last == end - 1 ? 0.05 : 0);
    }

    // Of two copies of one title the one that kept the numerals of term, meeting and number says more.
    private static int NumeralsKept(string text) =>
        (IsNumeralBefore(text, '届') ? 1 : 0) + (IsNumeralBefore(text, '次') ? 1 : 0) + (text.IndexOf('第') is var at and >= 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? 1 : 0);

    private static bool IsNumeralBefore(string text, char counted) =>
        text.IndexOf(counted) is int at && at > 0 && (char.IsAsciiDigit(text[at - 1]) || "一二三四五六七八九十".Contains(text[at - 1], StringComparison.Ordinal));

    // Blank lines between all lines part nothing.
    private static bool IsSpread(IReadOnlyList<Line> lines, int end)
    {
        int count = Math.Min(lines.Count, end + 8), blanks = 0;
        for (int i = 1; i < count; i++)
            blanks += lines[i].AfterBlank ? 1 : 0;
        return count > 4 && blanks * 10 >= (count - 1) * 9;
    }

    private static bool AllMarked(IReadOnlyList<Line> lines, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (lines[i].Mark == 0)
                return false;
        }
        return true;
    }

    // Pages print a title twice: in their head and above the text.
    private static bool IsDoubled(string text) => text.Length % 2 == 0 && text.Length > 8 && text.AsSpan(0, text.Length / 2).SequenceEqual(text.AsSpan(text.Length / 2));

    // …的通知（法发〔2021〕27号）, and below it the same words without the number.
    private static bool RepeatsItself(IReadOnlyList<Line> lines, int first, int last)
    {
        ReadOnlySpan<char> bare = last > first ? TitleShapes.Bare(lines[first].Compact) : [];
        return bare.Length > 12 && (lines[first + 1].Compact.AsSpan().StartsWith(bare) || (lines[first + 1].Compact.Length > 12 && bare.EndsWith(lines[first + 1].Compact)) || IsLossyCopy(lines, first, last));
    }

    // Below a page's title the letter's own, parted into lines, in which a numeral or a word was lost.
    private static bool IsLossyCopy(IReadOnlyList<Line> lines, int first, int last)
    {
        string title = lines[first].Compact;
        int at = Hanzi.EndInOrder(lines[first + 1].Compact, title, 0);
        if (at < 0)
            return false;
        int length = lines[first + 1].Compact.Length, least = (title.Length - TitleShapes.OfficePrefixLength(title)) * 4 / 5;
        for (int i = first + 2; i <= last && length < least; i++)
        {
            length += lines[i].Compact.Length;
            at = Hanzi.EndInOrder(lines[i].Compact, title, at);
            if (at < 0)
                return false;
        }
        return length >= least;
    }

    private static bool IsListHead(string text) => text.EndsWith('：') || text.EndsWith(':') || Shapes.EndsSentence(text) || Shapes.MarkerLevel(text) > 0 || text.StartsWith("附件", StringComparison.Ordinal);

    // An office's name alone, then a blank line or a deeper indent, then 对… or 关于…: a letterhead, which stands above the number; below the
    // number the same name begins the title.
    private static bool IsLooseLetterhead(IReadOnlyList<Line> lines, int first, int last, bool spread)
    {
        if (last == first || !Offices.IsName(lines[first].Compact) || !((lines[first + 1].AfterBlank && !spread) || lines[first + 1].Indent > lines[first].Indent))
            return false;
        string rest = lines[first + 1].Compact;
        return rest.StartsWith("关于", StringComparison.Ordinal) || rest.StartsWith('对');
    }

    // A reply without a number is a letter: the office's name that stands first in it is its letterhead.
    private static bool IsUnnumberedReply(IReadOnlyList<Line> lines, string joined, int first, int last, int end) =>
        last > first && Offices.IsName(lines[first].Compact) && TitleShapes.NamesProposalOfMeeting(joined) && !lines.Take(end).Any(line => DocumentNumbers.StartsWithNumber(line.Compact));
}
