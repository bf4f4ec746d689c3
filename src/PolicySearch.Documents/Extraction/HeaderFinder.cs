using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>The head of a letter: which lines are title and addressee, and where the text begins.</summary>
internal readonly record struct Header(Range Title, Range Addressee, int BodyStart);

/// <summary>
/// Finds title and addressee among the first lines. Lines that are fields (number, class, letterhead, chrome) part the rest into runs; the
/// run that reads most like a title is the title; the line that ends with a colon below it is the addressee. Thread-safe.
/// </summary>
internal static class HeaderFinder
{
    private const int MaxHeadLines = 100, MaxTitleLines = 8, MaxTitleLength = 200, MaxAddresseeLines = 14, MaxAddresseeLength = 600, MaxLinesAboveForm = 8, LeastIssued = 6, LeastTitle = 8, LeastLabels = 4, LongestWordOfPage = 6, LongestSite = 16, LinesOfIntroduction = 8, LinesOfTitle = 3, LinesToAddressee = 16;

    /// <summary>Looks at the first lines only, so its cost does not grow with the document.</summary>
    public static Header Find(IReadOnlyList<Line> lines, StackedPanel panel) => BelowForm(lines) ?? BelowLabel(lines) ?? Find(lines, panel, 0);

    // What stands above `from` is the page's.
    private static Header Find(IReadOnlyList<Line> lines, StackedPanel panel, int from)
    {
        int end = FindZoneEnd(lines, panel, from, out int addresseeEnd);
        bool[] isField = new bool[end];
        for (int i = 0; i < end; i++)
            isField[i] = i < from || panel.Holds(i) || lines[i].IsField || Panel.IsRowOfCells(lines[i]);
        SetLetterheadsBetweenCopies(lines, isField);
        SetUnknownLabels(lines, isField);
        bool spread = IsSpread(lines, end);
        int titleZone = addresseeEnd >= 0 ? addresseeEnd - 1 : end;
        (int start, int stop) title = BestTitle(lines, isField, titleZone, spread);
        if (title.stop == 0)
            title = FirstLine(lines, isField, titleZone);
        if (addresseeEnd >= 0)
        {
            int addressee = AddresseeStart(lines, isField, title, addresseeEnd);
            return new Header(title.start..title.stop, addressee..addresseeEnd, addresseeEnd);
        }
        return (from == 0 ? BelowIntroduction(lines, panel, title, end) : null) ?? WithoutColon(lines, isField, title, end);
    }

    // Law sites print a title, the office alone, and the title again: the title is whole as it stands, the office is a letterhead.
    private static void SetLetterheadsBetweenCopies(IReadOnlyList<Line> lines, bool[] isField)
    {
        for (int i = 1; i + 1 < isField.Length; i++)
        {
            if (isField[i] || !IsAnotherCopy(lines[i + 1].Compact, LastTitleAbove(lines, isField, i)) || Offices.Split(lines[i].Text.Replace('、', ' ')) is null)
                continue;
            isField[i] = true;
        }
    }

    // 层级：市级, 官方链接：…: labels that only one site knows, in a row behind some that all do.
    private static void SetUnknownLabels(IReadOnlyList<Line> lines, bool[] isField)
    {
        int run = 0;
        for (int i = 0; i < isField.Length; i++)
        {
            isField[i] |= run >= LeastLabels && HeaderLines.IsUnknownLabel(lines[i].Compact);
            run = isField[i] && (run >= LeastLabels || HeaderLines.IsLabelled(lines[i].Compact)) ? run + 1 : 0;
        }
    }

    // The title again, or that of the notice which issues what the page is called after.
    private static bool IsAnotherCopy(string text, string above) =>
        TitleShapes.IsSameTitle(text, above) || (above.Length >= LeastIssued && text.StartsWith("关于", StringComparison.Ordinal) && (text.Contains("印发" + above, StringComparison.Ordinal) || TitleShapes.Issues(text, above)));

    private static string LastTitleAbove(IReadOnlyList<Line> lines, bool[] isField, int i)
    {
        int at = i - 1;
        while (at > 0 && isField[at])
            at--;
        return isField[at] ? "" : lines[at].Compact;
    }

    // Some pages print what was suggested above the answer, or a sentence of their own (某网讯：…的通知。): the letter begins where its title stands, again or for the
    // first time, and leads to an addressee.
    private static Header? BelowIntroduction(IReadOnlyList<Line> lines, StackedPanel panel, (int Start, int Stop) title, int end)
    {
        if (title.Stop - title.Start > 1)
            return null;
        bool hasTitle = title.Stop > 0 && TitleShapes.EndStrength(lines[title.Start].Compact) > 0 && lines[title.Start].Compact[^1] is not (',' or '，');
        for (int i = hasTitle ? title.Stop : end + 1; i + 1 < Math.Min(lines.Count, hasTitle ? MaxHeadLines : end + LinesOfIntroduction); i++)
        {
            string text = lines[i].Compact;
            bool begins = hasTitle ? StandsAt(lines, i, lines[title.Start].Compact) : BeginsTitle(lines, i);
            if (!begins)
                continue;
            Header header = Find(lines, panel, i);
            bool addressed = header.Addressee.End.Value > header.Addressee.Start.Value && header.BodyStart - i <= LinesToAddressee && AddresseeShapes.NamesSomebody(lines[header.BodyStart - 1].Compact);
            if (addressed || (!hasTitle && lines[i - 1].Compact.Contains(text, StringComparison.Ordinal)))
                return header;
        }
        return null;
    }

    private static bool BeginsTitle(IReadOnlyList<Line> lines, int first)
    {
        string joined = "";
        for (int i = first; i < Math.Min(lines.Count, first + LinesOfTitle) && TitleShapes.Begins(lines[first].Compact); i++)
        {
            joined += lines[i].Compact;
            if (TitleShapes.EndStrength(joined) == 2)
                return joined.Length <= MaxTitleLength;
        }
        return false;
    }

    // A title in one line or, as a letter has it, in several.
    private static bool StandsAt(IReadOnlyList<Line> lines, int first, string title)
    {
        int length = 0;
        for (int i = first; i < Math.Min(lines.Count, first + MaxTitleLines) && title.AsSpan(length).StartsWith(lines[i].Compact); i++)
        {
            length += lines[i].Compact.Length;
            if (length == title.Length)
                return true;
        }
        return false;
    }

    /// <summary>The first line that must be text, or one past the addressee; <paramref name="addresseeEnd"/> is −1 when no addressee ends with a colon.</summary>
    private static int FindZoneEnd(IReadOnlyList<Line> lines, StackedPanel panel, int from, out int addresseeEnd)
    {
        addresseeEnd = -1;
        int limit = Math.Min(lines.Count, MaxHeadLines);
        for (int i = from; i < limit; i++)
        {
            string text = lines[i].Compact;
            bool field = panel.Holds(i) || lines[i].IsField;
            if (!field && AddresseeShapes.Ends(text) && !IsEmptyLabel(lines, i))
                return addresseeEnd = EndOfProposers(lines, panel, i, limit) ?? i + 1;
            if (!field && IsTextLine(lines, i) && !LeadsToAddressee(lines, i, limit))
                return i;
        }
        return limit;
    }

    // A page's own line that ends with a colon (当前时间：) may stand above 某某代表：您提出的…: those who proposed are the addressee.
    private static int? EndOfProposers(IReadOnlyList<Line> lines, StackedPanel panel, int first, int limit)
    {
        for (int i = first; i + 1 < limit && !AddresseeShapes.OpensReply(lines[i + 1].Compact); i++)
        {
            if (IsTextLine(lines, i + 1) && !panel.Holds(i + 1))
                return null;
            if (AddresseeShapes.EndsProposers(lines[i + 1].Compact) && i + 2 < lines.Count && AddresseeShapes.OpensReply(lines[i + 2].Compact))
                return i + 2;
        }
        return null;
    }

    // Below an addressee the text begins; a label without a value stands above a number, a date or another field.
    private static bool IsEmptyLabel(IReadOnlyList<Line> lines, int i) =>
        lines[i].Compact.Length <= 8 && i + 1 < lines.Count && lines[i + 1].Compact.Length <= 60 && (lines[i + 1].IsField || (lines[i + 1].Compact.Length <= 8 && lines[i + 1].Compact[^1] is '：' or ':'));

    private static bool IsTextLine(IReadOnlyList<Line> lines, int i)
    {
        string text = lines[i].Compact;
        if (TitleShapes.EndStrength(text) > 0 && (TitleShapes.Begins(text) || TitleShapes.IsMarked(text)) && !text.Contains('。'))
            return false;
        return Shapes.IsRunningText(text) || AddresseeShapes.OpensText(text) || text.Contains("收悉", StringComparison.Ordinal) || (i > 0 && Shapes.MarkerLevel(text) is 1 or 2 && lines[i].Mark == 0);
    }

    // A long list of addressees has commas like running text, but no sentence ends before its colon.
    private static bool LeadsToAddressee(IReadOnlyList<Line> lines, int from, int limit)
    {
        int length = 0;
        for (int i = from; i < limit && i < from + MaxAddresseeLines; i++)
        {
            string text = lines[i].Compact;
            length += text.Length;
            if (text.AsSpan().ContainsAny('。', '《') || length > MaxAddresseeLength || AddresseeShapes.OpensReply(text))
                return false;
            if (AddresseeShapes.Ends(text))
                return true;
        }
        return false;
    }

    private static (int Start, int Stop) BestTitle(IReadOnlyList<Line> lines, bool[] isField, int end, bool spread)
    {
        (int Start, int Stop) best = (0, 0);
        double bestScore = 0;
        string bestText = "", stated = StatedTitle(lines, end);
        for (int a = 0; a < end; a++)
        {
            if (isField[a] || !Hanzi.StandsIn(lines[a].Compact))
                continue;
            string joined = "";
            for (int b = a; b < Math.Min(end, a + MaxTitleLines) && !isField[b]; b++)
            {
                if ((b > a && BeginsAnew(lines, b, end)) || IsLongNumber(lines[b].Compact))
                    break;
                joined += lines[b].Compact;
                if (joined.Length > MaxTitleLength)
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
        if (!Offices.IsName(above) && IsOrderHead(lines, b))
            return true;
        if (TitleShapes.IsSameTitle(text, above) || (text.Length >= LeastTitle && (above.StartsWith(text, StringComparison.Ordinal) || above.EndsWith(text, StringComparison.Ordinal))))
            return true;
        // Some pages head a reply with what was suggested (关于…的建议的答复), and the reply's own title stands below.
        if (IsReplyTitle(text) && TitleShapes.EndStrength(above) == 2 && above[^1] != '》')
            return true;
        bool parted = TitleShapes.EndStrength(text) == 2 && above[^1] != '》' && (TitleShapes.EndStrength(above) == 2 || StandsTwice(lines, b, end));
        return parted && TitleShapes.OfficePrefixLength(text) > 0;
    }

    // ———关于…提案答复的函, below the headline that a paper gave it.
    private static bool IsReplyBelowHeadline(string text) => text[0] == '—' && IsReplyTitle(text.TrimStart('—'));

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
        return above.Length > Government.Length && above.EndsWith(Government, StringComparison.Ordinal) && IsReplyTitle(text)
            && text.StartsWith(above[..^Government.Length], StringComparison.Ordinal) && !text.StartsWith(above, StringComparison.Ordinal);
    }

    // 关于…第201号建议的答复函 from its first word to its last.
    private static bool IsReplyTitle(string text) =>
        text.Length <= MaxTitleLength && (text.Contains("建议", StringComparison.Ordinal) || text.Contains("提案", StringComparison.Ordinal)) && text.Contains("次会议", StringComparison.Ordinal)
        && TitleShapes.EndStrength(text) == 2 && TitleShapes.Begins(text);

    // Some sites print a form above the letter: who suggested what, to whom it was given, 办理情况. The letter's title stands directly above its addressee.
    private static Header? BelowForm(IReadOnlyList<Line> lines)
    {
        if (!BeginsForm(lines))
            return null;
        for (int i = 1; i + 1 < Math.Min(lines.Count, MaxHeadLines); i++)
        {
            string addressee = lines[i + 1].Compact, title = "";
            if (addressee[^1] is not ('：' or ':') || !AddresseeShapes.Ends(addressee) || !AddresseeShapes.NamesProposers(addressee[..^1]))
                continue;
            for (int first = i; first > Math.Max(0, i - MaxTitleLines); first--)
            {
                title = lines[first].Compact + title;
                if (IsReplyTitle(title))
                    return new Header(first..(i + 1), (i + 1)..(i + 2), i + 2);
            }
        }
        return null;
    }

    // Others label what was suggested and what was answered (建议内容：, 答复内容：) and print no title; the letter begins with its addressee.
    private static Header? BelowLabel(IReadOnlyList<Line> lines)
    {
        for (int i = 1; i + 2 < Math.Min(lines.Count, MaxHeadLines); i++)
        {
            if (lines[i].Compact.TrimEnd('：', ':') is "答复内容" or "回复内容" or "办理答复" && AddresseeShapes.EndsProposers(lines[i + 1].Compact) && AddresseeShapes.OpensReply(lines[i + 2].Compact))
                return new Header(0..0, (i + 1)..(i + 2), i + 2);
        }
        return null;
    }

    private static bool BeginsForm(IReadOnlyList<Line> lines)
    {
        for (int i = 0; i < Math.Min(lines.Count, MaxLinesAboveForm); i++)
        {
            if (GluedLines.FormBeginnings.Begins(lines[i].Compact))
                return true;
        }
        return false;
    }

    // 2016年, under which a site lists its replies.
    private static bool IsLoneYear(string text) => text.Length == 5 && text[4] == '年' && !text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9');

    // 正文文件, 全文阅读: a few characters above an office and 关于. A title's own first line would be an office, a place, or end with 转发 or 关于.
    private static bool IsWordOfPage(string text) =>
        !Offices.IsName(text) && !text.StartsWith("关于", StringComparison.Ordinal) && text[^1] is not ('发' or '转' or '于' or '对' or '省' or '市' or '县' or '区' or '州' or '盟' or '旗' or '、' or '和');

    // 某某令 above its number is that number's beginning.
    private static bool IsOrderHead(IReadOnlyList<Line> lines, int i) =>
        i + 1 < lines.Count && OrderNumbers.IsHead(lines[i].Compact) && OrderNumbers.IsOrderLine(lines[i + 1].Compact);

    private static bool IsCopyOf(IReadOnlyList<Line> lines, (int Start, int Stop) title, int i) => title.Stop - title.Start == 1 && TitleShapes.IsSameTitle(lines[i].Compact, TitleShapes.Unmarked(lines[title.Start].Compact));

    // The offices below a title and above its number, date or note of adoption belong to the head.
    private static bool IsOfficeAboveField(IReadOnlyList<Line> lines, bool[] isField, int i, int end)
    {
        int at = i;
        while (at < end && !isField[at] && Offices.IsName(lines[at].Compact))
            at++;
        return at > i && at < end && isField[at];
    }

    // 朗读 between a title and its number: a word of the page.
    private static bool IsWordAboveNumber(IReadOnlyList<Line> lines, int i, int end) =>
        i + 1 < end && lines[i].Compact.Length <= LongestWordOfPage && DocumentNumbers.StartsWithNumber(lines[i + 1].Compact);

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
        if (first == last && first > 0 && strength > 0 && TitleShapes.EndStrength(lines[first - 1].Compact) > 0 && IsOrderHead(lines, first))
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
        if (joined.Contains('号') && IsReplyTitle(joined))
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
        int at = 0, length = 0, least = (title.Length - TitleShapes.OfficePrefixLength(title)) * 4 / 5;
        for (int i = first + 1; i <= last && length < least; i++)
        {
            length += lines[i].Compact.Length;
            foreach (char letter in lines[i].Compact)
            {
                at = at < title.Length ? title.IndexOf(letter, at) + 1 : 0;
                if (at == 0)
                    return false;
            }
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
    private static bool IsUnnumberedReply(IReadOnlyList<Line> lines, string joined, int first, int last, int end)
    {
        if (last == first || !Offices.IsName(lines[first].Compact))
            return false;
        bool reply = (joined.Contains("建议", StringComparison.Ordinal) || joined.Contains("提案", StringComparison.Ordinal)) && joined.Contains("次会议", StringComparison.Ordinal);
        return reply && !lines.Take(end).Any(line => DocumentNumbers.StartsWithNumber(line.Compact));
    }

    private static int AddresseeStart(IReadOnlyList<Line> lines, bool[] isField, (int Start, int Stop) title, int addresseeEnd)
    {
        int start = addresseeEnd - 1, titleEnd = title.Stop;
        int length = lines[start].Compact.Length;
        bool persons = AddresseeShapes.EndsProposers(lines[start].Compact);
        while (start > titleEnd && start > 0 && !isField[start - 1] && addresseeEnd - start < MaxAddresseeLines && AddresseeShapes.CanContinue(lines[start - 1].Compact, persons)
            && !IsPartOfTitle(lines[start - 1].Compact, lines, title))
        {
            length += lines[--start].Compact.Length;
            if (length > MaxAddresseeLength)
                return addresseeEnd - 1;
        }
        return titleEnd > 0 ? start : addresseeEnd - 1;
    }

    // A page's title, and below it the letter's own in two lines, the last words lost.
    private static bool IsPartOfTitle(string text, IReadOnlyList<Line> lines, (int Start, int Stop) title) =>
        text.Length > 5 && string.Concat(lines.Skip(title.Start).Take(title.Stop - title.Start).Select(line => line.Compact)).Contains(text, StringComparison.Ordinal);

    // A site's own words may stand above a panel of labels one below the other: the text begins behind the last of them; 0 without a panel.
    private static int EndOfLabels(IReadOnlyList<Line> lines, int from, int end)
    {
        int last = 0, run = 0;
        for (int i = from; i < end; i++)
        {
            run = HeaderLines.IsLabelled(lines[i].Compact) && lines[i].Compact[^1] is not ('：' or ':') ? run + 1 : 0;
            last = run >= LeastLabels ? i + 1 : last;
        }
        return last;
    }

    // No colon: a short line that names a deputy or a body, between title and the words that open a reply.
    private static Header WithoutColon(IReadOnlyList<Line> lines, bool[] isField, (int Start, int Stop) title, int end)
    {
        Range titleRange = title.Start..title.Stop;
        if (end > title.Stop && end < lines.Count && AddresseeShapes.NamesProposers(lines[end - 1].Compact) && AddresseeShapes.OpensReply(lines[end].Compact))
            return new Header(titleRange, (end - 1)..end, end);
        int bodyStart = title.Stop;
        while (bodyStart < end && (isField[bodyStart] || IsOrderHead(lines, bodyStart) || IsOfficeAboveField(lines, isField, bodyStart, end) || IsCopyOf(lines, title, bodyStart) || IsWordAboveNumber(lines, bodyStart, end)))
            bodyStart++;
        bodyStart = Math.Max(bodyStart, EndOfLabels(lines, bodyStart, end));
        bool addressed = title.Stop > 0 && bodyStart + 1 < lines.Count && bodyStart < end
            && (AddresseeShapes.IsNameWithoutColon(lines[bodyStart].Compact) && AddresseeShapes.OpensReply(lines[bodyStart + 1].Compact)
                || AddresseeShapes.IsListWithoutColon(lines[bodyStart].Compact) && Shapes.IsRunningText(lines[bodyStart + 1].Compact));
        return addressed
            ? new Header(titleRange, bodyStart..(bodyStart + 1), bodyStart + 1)
            : new Header(titleRange, bodyStart..bodyStart, bodyStart);
    }
}
