using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>The head of a letter: which lines are title and addressee, and where the text begins.</summary>
internal readonly record struct Header(Range Title, Range Addressee, int BodyStart);

/// <summary>
/// Finds title and addressee among the first lines: where the text or the addressee begins, what reads most like a title above it (<see cref="TitleFinder"/>), and the line that
/// ends with a colon as the addressee. Thread-safe.
/// </summary>
internal static class HeaderFinder
{
    private const int MaxHeadLines = 100, MaxTitleLines = 8, MaxAddresseeLines = 14, MaxAddresseeLength = 600, MaxLinesAboveForm = 8, LeastIssued = 6, LeastLabels = 4, LongestWordOfPage = 6, LinesOfIntroduction = 8, LinesOfTitle = 3, LinesToAddressee = 16;

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
        int titleZone = addresseeEnd >= 0 ? addresseeEnd - 1 : end;
        (int start, int stop) title = TitleFinder.Find(lines, isField, titleZone, end);
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
        if (!TitleShapes.Begins(lines[first].Compact))
            return false;
        string joined = "";
        for (int i = first; i < Math.Min(lines.Count, first + LinesOfTitle); i++)
        {
            joined += lines[i].Compact;
            if (TitleShapes.EndStrength(joined) == 2)
                return joined.Length <= TitleShapes.MaxLength;
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
                if (TitleShapes.IsReply(title))
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
            if (lines[i].Compact.AsSpan().TrimEnd("：:") is "答复内容" or "回复内容" or "办理答复" && AddresseeShapes.EndsProposers(lines[i + 1].Compact) && AddresseeShapes.OpensReply(lines[i + 2].Compact))
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
        while (bodyStart < end && (isField[bodyStart] || OrderNumbers.IsSplitHead(lines, bodyStart) || IsOfficeAboveField(lines, isField, bodyStart, end) || IsCopyOf(lines, title, bodyStart) || IsWordAboveNumber(lines, bodyStart, end)))
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
