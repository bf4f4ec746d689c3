using System.Text.RegularExpressions;

namespace PolicySearch.Documents.Extraction;

/// <summary>文种, from the title's end; of replies also from what they answer and whom they address. Thread-safe.</summary>
internal static partial class Kinds
{
    private static readonly string[] ReplyEndings = ["答复", "答覆", "回复", "复函", "复文", "续复", "函", "办理意见", "会办意见", "协办意见", "办理情况", "的意见", "答复意见", "回复意见", "办复意见", "办理结果", "办理情况报告", "办理单", "答复摘要", "复文摘要"];
    private static readonly (string Phrase, string Kind)[] SetPhrases =
    [
        ("批复如下", "批复"), ("特此批复", "批复"), ("函复如下", "函"), ("特此函复", "函"), ("专此函复", "函"), ("特此函告", "函"), ("此函。", "函"), ("通知如下", "通知"), ("特此通知", "通知"), ("印发给你们", "通知"), ("现印发你们", "通知"), ("现予印发", "通知"), ("现予以印发", "通知"), ("现转发你们", "通知"), ("转发给你们", "通知"),
        ("通报如下", "通报"), ("通告如下", "通告"), ("特此通告", "通告"), ("公告如下", "公告"), ("特此公告", "公告"), ("请示如下", "请示"), ("纪要如下", "纪要"), ("决定如下", "决定"), ("报告如下", "报告"),
    ];
    private static readonly string[] CoHandling = ["会办", "协办"], CoHandlingPhrases = ["会办意见如下", "协办意见如下"];
    private static readonly string[] Proposals = ["提案"];
    private static readonly string[] Suggestions = ["建议", "议案", "议事原案"];

    /// <summary>The kind, <see cref="DocumentKinds.Other"/> when nothing tells.</summary>
    /// <param name="title">Without blanks, or null.</param>
    /// <param name="addressee">The addressee line without blanks, or null.</param>
    /// <param name="opening">The first paragraphs of the text.</param>
    /// <param name="isOrder">The head says 某某令.</param>
    public static string Find(string? title, string? addressee, string opening, bool isOrder)
    {
        if (ReplyKind(title, addressee, opening) is string reply)
            return reply;
        if (isOrder)
            return "命令（令）";
        string kind = title is null ? DocumentKinds.Other : StatutoryKind(TitleShapes.Bare(title));
        // A title that names no kind (临时交通管制) leaves it to the text, as a missing one does.
        return kind == DocumentKinds.Other && (title is null || TitleShapes.EndStrength(title) == 0) ? KindOfOpening(opening) : kind;
    }

    private static string? ReplyKind(string? title, string? addressee, string opening)
    {
        string? assembly = Assembly(title) ?? AssemblyOfAddressee(addressee);
        bool answers = title is not null && (EndsWithAny(TitleShapes.Bare(title), ReplyEndings) || (HasNumber(title) && TitleShapes.Bare(title).EndsWith("报告")));
        // Some sites title a reply with what was suggested: 关于…的建议 above 某某代表：您的建议收悉.
        answers |= title is not null && (title.EndsWith("建议", StringComparison.Ordinal) || title.EndsWith("提案", StringComparison.Ordinal)) && AssemblyOfAddressee(addressee) is not null
            && (opening.Contains("收悉", StringComparison.Ordinal) || opening.Contains("答复如下", StringComparison.Ordinal));
        if (title is not null && !answers)
            return null;
        // Without a title the first words tell: to somebody by his office (某某主席：您提出的“…的提案”收悉), or to nobody.
        bool opens = title is null && OpensReply().IsMatch(opening), mayAnswer = title is not null || addressee is not null || opens;
        bool proposal = mayAnswer && ContainsAny(title ?? opening, Proposals), suggestion = mayAnswer && ContainsAny(title ?? opening, Suggestions);
        if (title is null && (proposal || suggestion) && ContainsAny(opening, CoHandlingPhrases))
            return DocumentKinds.CoHandlingOpinion;
        bool numbered = title is null ? opens : HasNumberOrSession(title);
        bool toProposer = AssemblyOfAddressee(addressee) is not null;
        if (!(proposal || suggestion) && !(toProposer && answers))
            return null;
        if (!numbered && !toProposer && !(proposal && answers) && title?.EndsWith("答复", StringComparison.Ordinal) != true)
            return null;
        if (title is not null && ContainsAny(title, CoHandling))
            return DocumentKinds.CoHandlingOpinion;
        if (proposal != suggestion)
            return proposal ? DocumentKinds.ProposalReply : SuggestionOrProposal(assembly, opening);
        return SuggestionOrProposal(assembly, opening);
    }

    // Offices call a member's proposal 建议 now and then; the assembly decides.
    private static string SuggestionOrProposal(string? assembly, string opening) =>
        (assembly ?? Assembly(opening)) == "政协" ? DocumentKinds.ProposalReply : DocumentKinds.SuggestionReply;

    private static bool HasNumberOrSession(string title) =>
        title.Contains('届') || title.Contains("次会议", StringComparison.Ordinal) || title.Contains("代表", StringComparison.Ordinal) || title.Contains("委员", StringComparison.Ordinal)
        || title.Contains("人大", StringComparison.Ordinal) || title.Contains("政协", StringComparison.Ordinal) || HasNumber(title);

    private static bool HasNumber(string title)
    {
        int at = title.IndexOf('号');
        return at > 0 && char.IsAsciiDigit(title[at - 1]);
    }

    /// <summary>人大 or 政协 by the words of a text, the first named; null when neither is.</summary>
    public static string? Assembly(string? text)
    {
        if (text is null)
            return null;
        int people = IndexOfAny(text, "人大", "人民代表大会"), consultative = IndexOfAny(text, "政协", "政治协商会议");
        if (people < 0 && consultative < 0)
            return null;
        return consultative < 0 || (people >= 0 && people < consultative) ? "人大" : "政协";
    }

    /// <summary>人大 for 代表, 政协 for 委员, parties and people's organisations.</summary>
    public static string? AssemblyOfAddressee(string? addressee)
    {
        string text = TitleShapes.Bare((addressee ?? "").TrimEnd('：', ':')).ToString();
        if (text.EndsWith("代表", StringComparison.Ordinal) || text.EndsWith("代表团", StringComparison.Ordinal))
            return "人大";
        return text.EndsWith("委员", StringComparison.Ordinal) || Proposers.IsParty(text) || (text.Contains("政协", StringComparison.Ordinal) && text.EndsWith("委员会", StringComparison.Ordinal)) ? "政协" : null;
    }

    private static string StatutoryKind(ReadOnlySpan<char> title)
    {
        if (title.EndsWith("令"))
            return "命令（令）";
        foreach (string kind in DocumentKinds.Statutory)
        {
            if (title.EndsWith(kind))
                return kind;
        }
        return IssuedKind(title) ?? DocumentKinds.Other;
    }

    // …印发《关于…的意见》: a title that ends with what it issues is of that kind.
    private static string? IssuedKind(ReadOnlySpan<char> title)
    {
        int open = title.IndexOf('《');
        bool issues = open > 2 && title[^1] == '》' && (title[..open].EndsWith("印发") || title[..open].EndsWith("发布") || title[..open].EndsWith("公布"));
        string issued = issues ? TitleShapes.Bare(title[(open + 1)..^1]).ToString() : "";
        return DocumentKinds.Statutory.FirstOrDefault(kind => issued.EndsWith(kind, StringComparison.Ordinal));
    }

    // Without a title the set phrase that leads to the text tells the kind (现批复如下).
    private static string KindOfOpening(string opening)
    {
        foreach ((string phrase, string kind) in SetPhrases)
        {
            if (opening.Contains(phrase, StringComparison.Ordinal))
                return kind;
        }
        return DocumentKinds.Other;
    }

    private static int IndexOfAny(string text, string a, string b)
    {
        int first = text.IndexOf(a, StringComparison.Ordinal), second = text.IndexOf(b, StringComparison.Ordinal);
        return first < 0 ? second : second < 0 ? first : Math.Min(first, second);
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (string ending in endings)
        {
            if (text.EndsWith(ending))
                return true;
        }
        return false;
    }

    // Or of a group, in no letter to anybody: 政协某省第十二届委员会第三次会议的集体提案《…》收悉，现答复如下。
    [GeneratedRegex(@"^(?:(?:您|你|您们|你们)(?:所提|提出|提交).{4,150}?收悉|[^。]{0,40}(?:政协|人大|人民代表大会)[^。]{0,40}(?:提案|建议)[^。]{0,120}收悉[^。]{0,30}(?:答复|回复)如下)", RegexOptions.CultureInvariant)]
    private static partial Regex OpensReply();

    private static bool ContainsAny(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));
}
