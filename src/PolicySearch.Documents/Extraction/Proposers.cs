namespace PolicySearch.Documents.Extraction;

/// <summary>Who proposed, told by the addressee (and, failing that, the title); text without blanks. Thread-safe.</summary>
internal static class Proposers
{
    private static readonly string[] Parties = ["民革", "民盟", "民建", "民进", "农工党", "农工民主党", "致公党", "九三学社", "台盟", "中国国民党革命委员会", "中国民主同盟", "中国民主建国会", "中国民主促进会", "中国农工民主党", "中国致公党", "台湾民主自治同盟"];
    private static readonly string[] Organisations = ["工商联", "工商业联合会", "总工会", "妇联", "妇女联合会", "共青团", "团市委", "团县委", "团区委", "团省委", "侨联", "科协", "台联", "青联", "文联", "残联", "科学技术协会"];

    /// <summary>代表, 委员, 代表团, 党派, 人民团体, 界别, 专门委员会 or 小组; null when neither addressee nor title says it.</summary>
    /// <param name="addressee">The addressee line, or null.</param>
    /// <param name="title">The title, or null.</param>
    /// <param name="assembly">人大, 政协 or null: a member addressed as 代表 stays a member.</param>
    public static string? Find(string? addressee, string? title, string? assembly)
    {
        string whole = (addressee ?? "").TrimEnd('：', ':', '）', ')');
        string to = whole.EndsWith("（委员", StringComparison.Ordinal) || whole.EndsWith("（代表", StringComparison.Ordinal) ? whole : TitleShapes.Bare((addressee ?? "").TrimEnd('：', ':')).ToString();
        if (FromAddressee(to, assembly) is string kind)
            return kind;
        if (title is null)
            return null;
        return title.Replace("委员会", "", StringComparison.Ordinal).Contains("委员", StringComparison.Ordinal) && assembly == "政协" ? "委员" : title.Contains("代表", StringComparison.Ordinal) && !title.Contains("代表大会", StringComparison.Ordinal) && assembly != "政协" ? "代表" : null;
    }

    /// <summary>Whether a body is one of the democratic parties or a people's organisation, or a local committee of one.</summary>
    public static bool IsParty(string body) => KindOfBody(body) is "党派" or "人民团体";

    private static string? FromAddressee(string to, string? assembly)
    {
        if (to.EndsWith("代表团", StringComparison.Ordinal))
            return "代表团";
        if (to.EndsWith("代表", StringComparison.Ordinal))
            return assembly == "政协" ? "委员" : "代表";
        if (to.EndsWith("委员", StringComparison.Ordinal))
            return "委员";
        return assembly == "人大" ? null : KindOfBody(to);
    }

    private static string? KindOfBody(string body)
    {
        if (body.Length is 0 or > 40)
            return null;
        if (Parties.Any(party => body.StartsWith(party, StringComparison.Ordinal) || (body.Contains(party, StringComparison.Ordinal) && body.EndsWith('委'))))
            return "党派";
        if (Organisations.Any(name => body.Contains(name, StringComparison.Ordinal)))
            return "人民团体";
        if (body.EndsWith('界') || body.EndsWith("界别", StringComparison.Ordinal) || body.EndsWith("界委员", StringComparison.Ordinal))
            return "界别";
        if (body.Contains("政协", StringComparison.Ordinal) && body.EndsWith('委'))
            return "专门委员会";
        if (body.EndsWith('组') && (body.Contains("委员", StringComparison.Ordinal) || body.Contains("界别", StringComparison.Ordinal)))
            return "小组";
        return body.EndsWith("小组", StringComparison.Ordinal) && !body.Contains("领导", StringComparison.Ordinal) ? "小组" : body.Contains("政协", StringComparison.Ordinal) && body.EndsWith("委员会", StringComparison.Ordinal) ? "专门委员会" : null;
    }
}
