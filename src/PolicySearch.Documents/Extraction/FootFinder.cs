using System.Buffers;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>The foot of a letter by line indexes; see <see cref="Layout"/>.</summary>
internal readonly record struct Foot(int SignatureStart, int DateLine, int FootStart, int MainEnd, int FormStart);

/// <summary>
/// Finds signature, foot, attachments and processing form below the text. The signature is the first line below the text's beginning that is
/// nothing but a date (or an office and a date); offices directly above it belong to it. Thread-safe.
/// </summary>
internal static class FootFinder
{
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。；，：！？;:!?…");
    private static readonly WordList NeighbourHeads = new("相关新闻", "相关文章", "相关信息", "相关稿件", "相关阅读", "相关内容", "相关文档", "相关资讯", "相关推荐", "最新文章", "最新新闻", "最新资讯", "热门文章", "热点新闻", "热门推荐", "推荐阅读", "推荐文章", "猜你喜欢");
    private static readonly WordList Closings = new("此致", "敬礼", "此致敬礼", "此复", "特此答复", "特此回复", "特此函复", "专此答复", "专此回复", "专此函复", "特此说明", "特此函告", "特此通知", "特此通告", "特此公告");
    private const int MaxSignatureLines = 14, MaxNameLength = 60, MaxChromeGap = 3;

    /// <summary>One pass over the lines.</summary>
    public static Foot Find(IReadOnlyList<Line> lines, int bodyStart)
    {
        int formStart = Math.Min(FindForm(lines, bodyStart), ChromeStart(lines, bodyStart));
        formStart = Math.Min(formStart, FindNeighbours(lines, bodyStart, formStart));
        int date = FindDateLine(lines, bodyStart, formStart);
        if (date < 0)
            return WithoutSignature(lines, bodyStart, formStart);
        int start = SignatureStart(lines, bodyStart, date);
        // A few offices sign below the date.
        bool below = start == date && date + 1 < formStart && lines[date].Compact.Length <= 14 && Offices.IsName(lines[date + 1].Compact);
        int footStart = below ? date + 2 : date + 1;
        return new Foot(start, date, footStart, FootEnd(lines, footStart, formStart), formStart);
    }

    /// <summary>Whether a line is an office and a date, or a date alone, perhaps in brackets or quoted.</summary>
    public static bool IsSignatureDate(string compact, out int nameLength)
    {
        nameLength = 0;
        if (compact.Length is < 6 or > MaxNameLength || compact.Contains('。') || compact.EndsWith("印发", StringComparison.Ordinal))
            return false;
        if (Dates.Find(compact) is FoundDate date)
        {
            nameLength = date.Start;
            return date.End == compact.Length && (date.Start == 0 || IsSignatureName(compact[..date.Start]));
        }
        return Dates.FromBareDigits(compact) is not null || Dates.FromMonth(compact) is not null || Dates.IsDayWithoutYear(compact);
    }

    private static int FindForm(IReadOnlyList<Line> lines, int bodyStart)
    {
        for (int i = bodyStart; i < lines.Count; i++)
        {
            if (lines[i].Text.Length <= 40 && lines[i].Text[^1] is '单' or '表' or '卡' && IsFormTitle(lines[i].Compact))
                return i;
        }
        return lines.Count;
    }

    // What a page prints below the document (上一篇, 打印本页, 版权所有), with a line or two between: no field is read from it.
    private static int ChromeStart(IReadOnlyList<Line> lines, int bodyStart)
    {
        int start = lines.Count;
        for (int i = lines.Count - 1; i > bodyStart && start - i <= MaxChromeGap; i--)
        {
            string text = lines[i].Compact;
            if (text.Length <= 120 && HeaderLines.IsChrome(text))
                start = i;
            else if (IsSignatureDate(text, out _) || (lines[i].IsFoot && !text.StartsWith("主办", StringComparison.Ordinal) && !IsBelowChrome(lines, i, bodyStart)))
                break;
        }
        return start;
    }

    // The site's telephone below its 版权所有 or 备案 line is not the office's.
    private static bool IsBelowChrome(IReadOnlyList<Line> lines, int i, int bodyStart) => i - 1 > bodyStart && HeaderLines.IsChrome(lines[i - 1].Compact);

    // 相关新闻： and what follows it, a list of other pages with their dates.
    private static int FindNeighbours(IReadOnlyList<Line> lines, int bodyStart, int end)
    {
        for (int i = bodyStart + 1; i < end; i++)
        {
            string text = lines[i].Text;
            if (text.Length <= 8 && (text[0] is '相' or '最' or '热' or '推' or '猜') && NeighbourHeads.Contains(lines[i].Compact.AsSpan().TrimEnd("：:")))
                return i;
        }
        return end;
    }

    private static bool IsFormTitle(string compact) =>
        !compact.StartsWith('附') && (compact.EndsWith("办理单", StringComparison.Ordinal) || compact.EndsWith("征询意见表", StringComparison.Ordinal) || compact.EndsWith("征求意见表", StringComparison.Ordinal)
        || compact.EndsWith("反馈表", StringComparison.Ordinal) || compact.EndsWith("反馈意见表", StringComparison.Ordinal) || compact.EndsWith("意见反馈卡", StringComparison.Ordinal) || compact.EndsWith("登记表", StringComparison.Ordinal) && compact.Contains("办理", StringComparison.Ordinal));

    private static int FindDateLine(IReadOnlyList<Line> lines, int bodyStart, int end)
    {
        for (int i = bodyStart; i < end; i++)
        {
            string text = lines[i].Text;
            if (text.Length > MaxNameLength || !(text[^1] is '日' or '月' or ')' or '）' || char.IsAsciiDigit(text[^1])))
                continue;
            string compact = lines[i].Compact;
            if (!IsSignatureDate(compact, out int nameLength))
                continue;
            bool bareDigits = !compact.AsSpan().ContainsAny("年-./");
            if (!bareDigits || nameLength > 0 || i + 1 == end || lines[i + 1].IsFoot || (i > bodyStart && (Offices.IsName(lines[i - 1].Compact) || lines[i - 1].IsFoot || IsDayBelowText(compact, lines[i - 1].Compact))))
                return i;
        }
        return -1;
    }

    // 20151214 of which crawlers lost 年月日, below the text's last sentence.
    private static bool IsDayBelowText(string digits, string above) => digits.Length == 8 && above[^1] == '。';

    private static int SignatureStart(IReadOnlyList<Line> lines, int bodyStart, int date)
    {
        int start = date;
        while (start > bodyStart + 1 && date - start < MaxSignatureLines && IsSignatureName(lines[start - 1].Compact))
            start--;
        return start;
    }

    /// <summary>An office's name, a part of one, or a title and a name (总理 李某某), above the date.</summary>
    private static bool IsSignatureName(string compact)
    {
        if (compact.AsSpan().Trim("（）()") is "盖章" or "公章" or "印章" or "章")
            return true;
        if (Closings.Contains(compact) || compact.Length > MaxNameLength || compact.AsSpan().ContainsAny(SentenceMarks) || Shapes.MarkerLevel(compact) > 0 || compact.StartsWith('附'))
            return false;
        // A file's name ends in Latin letters: …（试行）.docx
        if (!Hanzi.StandsIn(compact) || compact[0] == '-' || compact.AsSpan().ContainsAnyInRange('a', 'z'))
            return false;
        return compact[0] is not ('（' or '(' or '图' or '表' or '注') && !compact.AsSpan().ContainsAnyInRange('0', '9') && !compact.Contains('》') && !compact.EndsWith("公告", StringComparison.Ordinal);
    }

    private static int FootEnd(IReadOnlyList<Line> lines, int from, int end)
    {
        int at = from;
        while (at < end && (lines[at].IsFoot || (at > from && IsWrappedFoot(lines, at, end))))
            at++;
        return at;
    }

    // The rest of a contact or copied-to line that was cut by the line's end.
    private static bool IsWrappedFoot(IReadOnlyList<Line> lines, int at, int end)
    {
        string text = lines[at].Compact;
        bool last = at + 1 == end || lines[at + 1].IsFoot;
        return last && text.Length <= 45 && lines[at].Mark == 0 && Shapes.MarkerLevel(text) == 0 && !FootLines.IsAttachmentMark(text) && !text.Contains('《');
    }

    // No date: the foot begins where contacts or copied-to lines end the document, the letter ends at 附件.
    private static Foot WithoutSignature(IReadOnlyList<Line> lines, int bodyStart, int formStart)
    {
        int mainEnd = formStart;
        for (int i = bodyStart; i < formStart; i++)
        {
            if (lines[i].Text.Length <= 8 && FootLines.IsAttachmentMark(lines[i].Compact))
            {
                mainEnd = i;
                break;
            }
        }
        int foot = mainEnd;
        while (foot > bodyStart + 1 && (lines[foot - 1].IsFoot || FootLines.IsFootContinuation(lines, foot - 1)))
            foot--;
        int signature = foot;
        while (signature > bodyStart + 1 && foot - signature < 3 && Offices.IsName(lines[signature - 1].Compact) && lines[signature - 1].Text.Length < 30)
            signature--;
        return new Foot(signature, -1, foot, mainEnd, formStart);
    }
}
