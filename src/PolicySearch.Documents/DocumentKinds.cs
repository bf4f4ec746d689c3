namespace PolicySearch.Documents;

/// <summary>
/// 文种. The fifteen statutory kinds are those of 党政机关公文处理工作条例 (2012) 第八条; replies to suggestions and proposals are no
/// statutory kind and have names of their own here.
/// </summary>
public static class DocumentKinds
{
    /// <summary>Reply to a people's-congress suggestion.</summary>
    public const string SuggestionReply = "建议答复";

    /// <summary>Reply to a CPPCC proposal.</summary>
    public const string ProposalReply = "提案答复";

    /// <summary>Opinion that a co-handling office sends to the lead office.</summary>
    public const string CoHandlingOpinion = "会办意见";

    /// <summary>None of the known kinds.</summary>
    public const string Other = "其他";

    /// <summary>The fifteen statutory kinds, in the regulation's order.</summary>
    public static IReadOnlyList<string> Statutory { get; } =
        ["决议", "决定", "命令（令）", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要"];
}
