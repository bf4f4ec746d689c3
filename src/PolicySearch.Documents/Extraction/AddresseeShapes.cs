using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>What an addressee line looks like, and how the text below it opens; text without blanks. Thread-safe.</summary>
internal static class AddresseeShapes
{
    private const int MaxLineLength = 400, FullLine = 12;
    private static readonly char[] ListMarks = ['，', ',', '、', '；', ';'];

    private static readonly string[] TextOpenings = ["您提出", "您在", "您们", "你们提出", "你们在", "您的", "贵委", "贵单位", "贵党", "您关于", "你提出", "你在", "收悉", "首先", "非常感谢", "感谢您", "现将", "现就", "为贯彻", "为深入", "为落实", "为进一步", "根据", "经研究"];

    private static readonly string[] NoAddressee = ["如下", "下列", "收悉", "包括", "事项", "附件", "注", "联系人", "联系方式", "联系电话", "电话", "抄送", "如", "其中", "一是", "例如", "地址", "方式", "目录", "答复", "内容", "位置", "政策解读", "图解"];

    /// <summary>Whether a header line ends an addressee.</summary>
    public static bool Ends(string compact)
    {
        if (compact.Length is < 2 or > MaxLineLength || compact.AsSpan().ContainsAny('。', '《') || compact.Contains("提出", StringComparison.Ordinal) || compact.Contains("收悉", StringComparison.Ordinal) || HeaderLines.IsLabelled(compact))
            return false;
        if (compact[^1] is not ('：' or ':'))
            return EndsInSemicolon(compact);
        ReadOnlySpan<char> name = compact.AsSpan(0, compact.Length - 1);
        if (name.ContainsAny('：', ':'))
            return false;
        foreach (string word in NoAddressee)
        {
            if (name.EndsWith(word) || (word.Length > 1 && name.StartsWith(word)))
                return false;
        }
        // …会议决定，修改下列地方性法规：
        return Shapes.MarkerLevel(name) == 0 && !name.StartsWith("关于") && name.IndexOf("下列") < 0;
    }

    /// <summary>Deputies or members, and a colon.</summary>
    public static bool EndsProposers(string compact) =>
        Ends(compact) && EndInPersons(compact.AsSpan(0, compact.Length - 1));

    /// <summary>Whether a list of names is one of deputies or members.</summary>
    public static bool EndInPersons(ReadOnlySpan<char> names) => names.EndsWith("代表") || names.EndsWith("委员") || names.EndsWith("代表团");

    // 各县市区人民政府，市直各单位； with the wrong mark at its end.
    private static bool EndsInSemicolon(string compact) => compact[^1] is '；' or ';' && compact[0] == '各' && Offices.EndsLikeOffice(compact.AsSpan(0, compact.IndexOfAny(ListMarks)));

    /// <summary>The addressee without the greeting behind it: 某某代表，您好.</summary>
    public static string WithoutGreeting(string addressee)
    {
        string bare = addressee.TrimEnd('：', ':', '；', ';', '！', '!', ' ');
        return bare.EndsWith("您好", StringComparison.Ordinal) || bare.EndsWith("你好", StringComparison.Ordinal) ? bare[..^2].TrimEnd('，', ',', '：', ':', '！', '!', ' ') : addressee;
    }

    /// <summary>Whether a line can stand above the line that ends an addressee, as its beginning.</summary>
    /// <param name="compact">The line.</param>
    /// <param name="persons">The addressee ends with persons: their names may be parted anywhere. A list of offices is parted behind one, or where a line is full.</param>
    public static bool CanContinue(string compact, bool persons) =>
        (persons || compact.Length >= FullLine || ListMarks.Contains(compact[^1]) || Offices.EndsLikeOffice(compact)) && !compact.AsSpan().ContainsAny("。：:〔【|《！!") && !compact.EndsWith("公开", StringComparison.Ordinal) && !(compact[0] is '（' or '(' && compact[^1] is '）' or ')') && TitleShapes.EndStrength(compact) < 2
        && !(persons && NamesWhatIsAnswered(compact));

    // 某市政协十届二次会议第48号提案, above the persons' names.
    private static bool NamesWhatIsAnswered(string compact) =>
        compact.Contains("建议", StringComparison.Ordinal) || compact.Contains("提案", StringComparison.Ordinal) || compact.Contains("次会议", StringComparison.Ordinal);

    /// <summary>A reply's addressee that lost its colon.</summary>
    public static bool IsNameWithoutColon(string compact) =>
        compact.Length is >= 3 and <= 30 && !compact.AsSpan().ContainsAny('。', '，', '；')
        && (EndInPersons(compact) || Offices.IsName(compact));

    /// <summary>A list of offices, all of some kind first, that lost its colon: 各街道办事处，区级各部门.</summary>
    public static bool IsListWithoutColon(string compact) =>
        compact.Length is >= FullLine and <= 120 && compact[0] == '各' && compact.IndexOfAny(ListMarks) > 0 && !compact.AsSpan().ContainsAny('。', '《', '：') && NamesSomebody(compact);

    /// <summary>Whether a line that ends an addressee ends with persons, an office or all of some kind (…各部门：), as no heading of a list does (部门职责：).</summary>
    public static bool NamesSomebody(string compact)
    {
        ReadOnlySpan<char> names = compact.AsSpan().TrimEnd("：:；;");
        return EndInPersons(names) || Offices.EndsLikeOffice(names) || names.EndsWith("单位") || names.EndsWith("部门") || names.EndsWith("机构") || names.EndsWith("企业");
    }

    /// <summary>Deputies or members by name, without a colon behind them.</summary>
    public static bool NamesProposers(string compact) =>
        compact.Length is >= 4 and <= 80 && (compact.EndsWith("代表", StringComparison.Ordinal) || compact.EndsWith("委员", StringComparison.Ordinal)) && !compact.AsSpan().ContainsAny("。；《“");

    /// <summary>A first sentence that says what was proposed, whatever words it begins with.</summary>
    public static bool OpensReply(string compact)
    {
        string opening = compact[..Math.Min(compact.Length, 160)];
        return OpensText(compact) || opening.Contains("收悉", StringComparison.Ordinal) || (opening.Contains("提出", StringComparison.Ordinal) && (opening.Contains("建议", StringComparison.Ordinal) || opening.Contains("提案", StringComparison.Ordinal)));
    }

    /// <summary>Words that open the text of a reply or notice.</summary>
    public static bool OpensText(string compact)
    {
        foreach (string opening in TextOpenings)
        {
            if (compact.StartsWith(opening, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
