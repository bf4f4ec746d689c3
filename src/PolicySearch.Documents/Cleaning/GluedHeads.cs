using PolicySearch.Documents.Extraction;

namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// Parts lines of a head that hold two of its parts: number and title (某政函〔2025〕35号关于…的答复函), addressee and the text's first words (某某代表：你提出的…).
/// Thread-safe.
/// </summary>
internal static class GluedHeads
{
    private const int HeadLines = 100, LongestNumber = 40, LongestAddressee = 120, LeastTitle = 8, LongestLabel = 10, LeastText = 20;
    private static readonly WordList TextBeginnings = new("您", "你", "首先", "感谢", "非常感谢", "收悉", "关于您", "关于你");
    private static readonly WordList NoticeBeginnings = new("为", "根据", "按", "依据", "经", "现将", "现就", "近年来", "近日", "当前", "《");

    private static readonly WordList KindsOfOffices = new("有关部门", "有关单位", "相关部门", "相关单位");

    /// <summary>The lines, parted in place; looks at the first ones only. Parts keep their line's number.</summary>
    public static List<Line> Part(List<Line> lines)
    {
        for (int i = 0; i < Math.Min(lines.Count, HeadLines); i++)
        {
            string text = lines[i].Text;
            int addressee = EndOfAddressee(text);
            int cut = addressee > 0 ? addressee : Math.Max(Math.Max(EndOfNumber(text), EndOfLabel(text)), Math.Max(Math.Max(EndOfReplyTitle(text), EndOfAddress(text)), EndOfBracket(text)));
            if (cut == 0)
                continue;
            Line line = lines[i];
            lines[i] = PartOf(line, text[..cut].TrimEnd(' '), line.AfterBlank);
            lines.Insert(i + 1, PartOf(line, text[cut..].Trim(' ', '|'), afterBlank: false));
            // Below the addressee the text begins.
            if (addressee > 0)
                break;
        }
        return lines;
    }

    private static int EndOfAddressee(string text)
    {
        int colon = text.AsSpan(0, Math.Min(text.Length, LongestAddressee)).IndexOfAny('：', ':');
        if (colon < 3 || colon + 1 == text.Length)
            return 0;
        ReadOnlySpan<char> names = text.AsSpan(0, colon).TrimEnd(' ');
        if (names.ContainsAny("。《“|"))
            return 0;
        ReadOnlySpan<char> behind = text.AsSpan(colon + 1).TrimStart(' ');
        bool letter = (names.EndsWith("代表") || names.EndsWith("委员")) && (TextBeginnings.Begins(behind) || AddresseeShapes.OpensReply(Hanzi.WithoutBlanks(behind.ToString())));
        bool notice = NamesMany(names) && behind.Length >= LeastText && NoticeBeginnings.Begins(behind);
        return letter || notice ? colon + 1 : 0;
    }

    // 各县、区人民政府，市政府各部门; 机关各部门、各居民区; 市直有关部门.
    private static bool NamesMany(ReadOnlySpan<char> names)
    {
        if (KindsOfOffices.Ends(names))
            return true;
        int mark = names.IndexOfAny("，,、");
        return mark > 0 && (names[0] == '各' || names[(mark + 1)..].StartsWith('各'));
    }

    private static int EndOfNumber(string text)
    {
        int end = text.AsSpan(0, Math.Min(text.Length, LongestNumber)).IndexOf('号') + 1;
        if (end == 0 || text.Length - end < LeastTitle)
            return 0;
        // （新政发〔1994〕103号）某自治州，各州、市、县人民政府：
        if (text[end] is '）' or ')' && text[0] is '（' or '(')
            return DocumentNumbers.IsBracketed(Hanzi.WithoutBlanks(text[..(end + 1)])) && NamesMany(text.AsSpan(end + 1)) && AddresseeShapes.Ends(Hanzi.WithoutBlanks(text[(end + 1)..])) ? end + 1 : 0;
        ReadOnlySpan<char> title = text.AsSpan(end).TrimStart(' ');
        bool titled = (title.StartsWith("关于") || title[0] == '对') && TitleShapes.EndStrength(title) == 2;
        bool addressed = title[0] == '各' && (EndOfAddressee(title.ToString()) > 0 || AddresseeShapes.Ends(Hanzi.WithoutBlanks(title.ToString())));
        return (titled || addressed) && DocumentNumbers.StartsWithNumber(Hanzi.WithoutBlanks(text[..end])) ? end : 0;
    }

    // 对…第25号建议的答复您提出的…收悉: the line's end behind the title was lost.
    private static int EndOfReplyTitle(string text)
    {
        const string Ending = "的答复";
        int end = text.AsSpan(0, Math.Min(text.Length, LongestAddressee)).IndexOf(Ending) + Ending.Length;
        if (end < Ending.Length + LeastTitle || end == text.Length || !TextBeginnings.Begins(text.AsSpan(end)))
            return 0;
        string title = Hanzi.WithoutBlanks(text[..end]);
        return TitleShapes.Begins(title) && !title.AsSpan().ContainsAny('。', '，') ? end : 0;
    }

    // 政务服务丨某市人民政府关于…的意见, 词条 | 对…提案的答复 |, 释义 | 某某委员：您提出…: the site's channel or a table's label, a bar, the title or the letter.
    private static int EndOfLabel(string text)
    {
        int end = text.AsSpan(0, Math.Min(text.Length, LongestLabel)).IndexOfAny('丨', '|') + 1;
        if (end < 3 || text.AsSpan(0, end).ContainsAny('：', ':'))
            return 0;
        string rest = text[end..].Trim(' ', '|');
        bool titled = TitleShapes.EndStrength(rest) == 2 && !rest.Contains('|') && TitleShapes.Begins(Hanzi.WithoutBlanks(rest));
        bool addressed = EndOfAddressee(rest) > 0 || (rest is [.., '：' or ':'] && AddresseeShapes.NamesProposers(rest[..^1]));
        return titled || addressed ? end : 0;
    }

    // http://….html发文字号 某政函〔2021〕6号: the page's address before its fields.
    private static int EndOfAddress(string text)
    {
        if (!text.StartsWith("http", StringComparison.Ordinal))
            return 0;
        int end = text.AsSpan().IndexOfAnyExceptInRange('!', '~');
        return end > 0 && end + LeastTitle < text.Length ? end : 0;
    }

    // （1985年5月4日皖政〔1985〕38号）  依照…: number and date in a bracket before the text.
    private static int EndOfBracket(string text)
    {
        if (text[0] is not ('（' or '('))
            return 0;
        // The last closing bracket so far: the number has brackets of its own.
        int end = text.AsSpan(0, Math.Min(text.Length, LongestNumber)).LastIndexOfAny('）', ')') + 1;
        return end > 0 && end + LeastTitle < text.Length && NumberedDates.Find(Hanzi.WithoutBlanks(text[..end])) is not null ? end : 0;
    }

    private static Line PartOf(Line line, string text, bool afterBlank) => line.With(text, Unwrapper.IsTableRow(text), afterBlank);
}
