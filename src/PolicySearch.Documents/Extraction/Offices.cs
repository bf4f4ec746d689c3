using System.Buffers;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>Names of public bodies, known by how they end. Text without blanks unless said otherwise. Thread-safe.</summary>
internal static class Offices
{
    private const int MaxNameLength = 45, MaxPlaceLength = 12;
    private static readonly SearchValues<char> Marks = SearchValues.Create("，。；：！？、《》「」“”〔〕:!?,;|•>_-");

    /// <summary>With what names of places end.</summary>
    public static readonly char[] PlaceEnds = ['省', '市', '县', '区', '州', '旗', '盟'];

    private static readonly WordList Endings = new(
    [
        "委员会", "委", "办公厅", "办公室", "厅", "局", "部", "院", "署", "政府", "办", "处", "科", "股", "司", "会", "联", "社", "行", "集团", "公司", "中心", "大学",
        "学院", "学校", "医院", "总队", "支队", "大队", "指挥部", "小组", "机制", "兵团", "街道", "团", "台", "馆", "站", "所", "队", "军", "妇联", "乡", "镇", "金库", "协", "督查室", "工作室", "研究室", "政研室", "组", "专班", "党校", "监狱", "交易所",
    ]);

    // Ends like an office but is a title's or sentence's word.
    private static readonly WordList FalseEndings = new("机会", "社会", "全部", "会议", "大会", "次会", "干部", "内部", "城乡", "以上", "学会了", "进行", "实行", "试行", "施行", "发行", "执行", "银行业", "同办", "承办", "主办", "分办", "会办", "协办", "交办", "办理", "一部", "部分", "联系", "网站");

    // A piece that is no name by itself: it belongs to the piece before it.
    private static readonly string[] BareEndings = ["委员会", "办公厅", "办公室", "人民政府", "政府", "综合司", "领导小组", "指挥部", "联合会", "总局", "总队"];

    /// <summary>Length of the first place that a name begins with (3 of 岳阳市教育局), its own level's letter alone too (市教育局); 0 when none ends near its beginning.</summary>
    public static int PlaceLength(string name) => name.AsSpan(0, Math.Min(name.Length, MaxPlaceLength)).IndexOfAny(PlaceEnds) + 1;

    /// <summary>Whether the whole text could be one office's name.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        text = WithoutBracket(text);
        if (text.Length is < 2 or > MaxNameLength || !EndsLikeOffice(text))
            return false;
        return !text.ContainsAny(Marks) && !text.StartsWith("关于") && text[0] != '对' && text.IndexOf("转发") < 0 && text.IndexOf("批转") < 0 && !IsNumbered(text);
    }

    // 政协094市公安局: the number of a proposal that a site sets before its title.
    private static bool IsNumbered(ReadOnlySpan<char> text) => text.Length > 3 && text[..2] is "政协" or "人大" && char.IsAsciiDigit(text[2]);

    /// <summary>Whether the text ends with an office's ending.</summary>
    public static bool EndsLikeOffice(ReadOnlySpan<char> text)
    {
        if (FalseEndings.Ends(text))
            return false;
        // The ending alone is no name.
        if (text.Length > 1 && Endings.Ends(text[1..]))
            return true;
        return text is "国务院" or "中共中央" or "全国妇联" || text.EndsWith("军委") || text.EndsWith("中共中央") || text.EndsWith("共青团中央") || (text.Length <= 14 && text.EndsWith("中央") && text.Length > 3);
    }

    /// <summary>
    /// Splits names that stand side by side, parted by blanks or 、, into single names. A piece that does not end like an office is
    /// joined with the next, so a name broken by a line end or a stray blank stays whole. Null when what remains is no name.
    /// </summary>
    /// <param name="text">Names with their blanks.</param>
    public static List<string>? Split(string text)
    {
        var names = new List<string>();
        string open = "";
        foreach (string piece in text.Split([' ', '、', '　'], StringSplitOptions.RemoveEmptyEntries))
        {
            bool continues = open.Length == 0 && names.Count > 0 && (piece.Length == 1 || EndsBareEnding(piece));
            if (continues)
            {
                names[^1] += piece;
                continue;
            }
            open += piece;
            if (!IsName(open))
                continue;
            names.AddRange(SplitRepeatedPlace(open));
            open = "";
        }
        return open.Length == 0 && names.Count > 0 ? names : null;
    }

    // 中共岳阳市委办公室岳阳市人民政府办公室, 中共中央国务院: the second name begins with the first one's place again, or is the State Council's.
    private static IEnumerable<string> SplitRepeatedPlace(string name)
    {
        string first = name.StartsWith("中共", StringComparison.Ordinal) ? name[2..] : name;
        int place = PlaceLength(first);
        int at = place < 2 ? -1 : name.IndexOf(first[..place], name.Length - first.Length + place, StringComparison.Ordinal);
        if (at < 0 && name.StartsWith("中共中央", StringComparison.Ordinal))
            at = name.IndexOf("国务院", 4, StringComparison.Ordinal);
        return at > 0 && IsName(name.AsSpan(0, at)) && IsName(name.AsSpan(at)) ? [name[..at], name[at..]] : [name];
    }

    // 办公厅, and 公厅 where a stray blank stands inside it.
    private static bool EndsBareEnding(string piece) => piece.Length > 1 && Array.Exists(BareEndings, ending => ending.EndsWith(piece, StringComparison.Ordinal));

    /// <summary>Whether a piece is an ending of names rather than a name (人民政府, 办公室).</summary>
    public static bool IsBareEnding(string piece) => BareEndings.Contains(piece);

    /// <summary>
    /// The office of a section's name (某市水务局 of 某市水务局农村水利科); the whole name when it names no section.
    /// </summary>
    public static string OfSection(string name)
    {
        foreach (string ending in (ReadOnlySpan<string>)["委员会", "办公厅", "局", "厅", "委", "政府", "支队", "中心"])
        {
            int at = name.IndexOf(ending, StringComparison.Ordinal);
            if (at > 1 && at + ending.Length < name.Length && name[^1] is '科' or '股' or '处' or '室' or '部' or '中' or '心')
                return name[..(at + ending.Length)];
        }
        return name;
    }

    /// <summary>A name without the seal's note or a bracket behind it, and without 中华人民共和国 before it.</summary>
    public static string Tidy(string name)
    {
        string tidy = WithoutBracket(name).ToString();
        const string State = "中华人民共和国";
        if (tidy.StartsWith(State, StringComparison.Ordinal) && tidy.Length > State.Length + 2)
            tidy = tidy[State.Length..];
        return FromRepeatedPlace(tidy);
    }

    // 某市某县某县水利局: a site names the place and then the office, which begins with it again.
    private static string FromRepeatedPlace(string name)
    {
        for (int end = PlaceLength(name); end > 2 && end < name.Length; end++)
        {
            if (!PlaceEnds.Contains(name[end - 1]))
                continue;
            for (int length = Math.Min(end, name.Length - end); length > 2; length--)
            {
                if (name.AsSpan(end - length, length).SequenceEqual(name.AsSpan(end, length)))
                    return name[end..];
            }
        }
        return name;
    }

    private static ReadOnlySpan<char> WithoutBracket(ReadOnlySpan<char> text)
    {
        if (text.Length > 2 && text[^1] is '）' or ')')
        {
            int open = text.LastIndexOfAny('（', '(');
            if (open > 0)
                return text[..open];
        }
        return text;
    }
}
