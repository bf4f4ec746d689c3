using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// 案由: what the answered suggestion or proposal is called. First the words that open the reply (您提出的《…》收悉), then a field 案由, then the title. In
/// text without blanks. Thread-safe.
/// </summary>
internal static partial class Subjects
{
    private const int MaxLength = 120, LongestOpening = 300;

    /// <summary>Without book-title marks or quotes; null when the document names none.</summary>
    public static string? Find(string? title, string opening, Panel panel, Findings findings)
    {
        if (opening.Length > 1500)
            opening = opening[..1500];
        if (FromOpening(opening) is string subject)
            return findings.Found("subject", subject, "opening of the text");
        if (panel.Value("案由") is PanelValue value && Tidy(value.Text) is string stated)
            return findings.Found("subject", stated, value.Where);
        return title is null ? null : findings.Found("subject", FromTitle(title), "title");
    }

    private static string? FromOpening(string opening)
    {
        int received = opening.IndexOf('悉');
        // 某代表提出的“…”，由你单位主办、我局会办。 says nothing of 收悉; what later sentences cite is no subject.
        if (received < 0 || received > LongestOpening)
            received = EndOfNaming(opening);
        string sentence = opening[..Math.Min(opening.Length, received + 1)];
        bool quotedFirst = sentence.IndexOf('“') is int quote and >= 0 && quote < (uint)sentence.IndexOf('《');
        if (quotedFirst && Quoted(sentence) is string quoted)
            return quoted;
        return Marked(sentence, '《', '》') ?? Quoted(sentence) ?? Plain(sentence);
    }

    private static int EndOfNaming(string opening)
    {
        int named = opening.IndexOf("提出", StringComparison.Ordinal);
        int stop = opening.IndexOf('。', named is >= 0 and < LongestOpening ? named : 0);
        return Math.Min(stop < 0 ? opening.Length : stop, Math.Min(opening.Length, LongestOpening) - 1);
    }

    // The last mark wins over its inner ones: titles contain titles.
    private static string? Marked(string sentence, char open, char close)
    {
        int start = sentence.IndexOf(open);
        if (start < 0)
            return null;
        int depth = 0;
        for (int i = start; i < sentence.Length; i++)
        {
            depth += sentence[i] == open ? 1 : sentence[i] == close ? -1 : 0;
            if (depth == 0)
                return Tidy(sentence[(start + 1)..i]);
        }
        int lastClose = sentence.LastIndexOf(close);
        return lastClose > start ? Tidy(sentence[(start + 1)..lastClose]) : null;
    }

    private static string? Quoted(string sentence) => FirstOf(sentence, [QuotedSubject()]);

    private static string? Plain(string sentence) =>
        FirstOf(sentence, [QuotedAtEnd(), OpeningLost(), ClosingLost(), BareSubject(), NumberedSubject(), FirstWords(), UnmarkedSubject()]);

    private static string? FromTitle(string title) =>
        FirstOf(title, [TitleQuoted(), TitleMarked(), TitleDashed(), TitleBracket(), TitleBehindMeeting(), TitlePlain(), TitleOfSuggestion()]);

    private static string? FirstOf(string text, ReadOnlySpan<Regex> forms)
    {
        foreach (Regex form in forms)
        {
            if (form.Match(text) is { Success: true } match && Tidy(match.Groups["s"].Value) is string subject)
                return subject;
        }
        return null;
    }

    private static string? Tidy(string subject)
    {
        subject = subject.Trim('“', '”', '"', '《', '》', '：', ':', '-', '—');
        // 《关于…(第25号提案》: the number's bracket lost its other half.
        int number = subject.LastIndexOfAny(['（', '(']);
        if (number > 4 && subject.AsSpan(number + 1).StartsWith("第") && subject.IndexOf('号', number) > 0 && subject[^1] is not ('）' or ')'))
            subject = subject[..number];
        return subject.Length is >= 4 and <= MaxLength ? Hanzi.WideBrackets(subject) : null;
    }

    [GeneratedRegex(@"[“""](?<s>[^“”""]{4,100}(?:[“""][^“”""]{1,40}[”""][^“”""]{0,60})*)[”""](?=的?(?:建议|提案|议案|议事原案|提议|意见|收悉|我[一-龥]{1,4}(?:已?经?收[悉到])|[（(，,第]|已|悉|交由))", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedSubject();

    [GeneratedRegex(@"(?:提出的?|提交的|提的|所提)(?<s>关于[^《》“”，。]{4,100})[》”]", RegexOptions.CultureInvariant)]
    private static partial Regex OpeningLost();

    // 您提出的“关于…的建议”。经研究，
    [GeneratedRegex(@"提出的?[“""](?<s>关于[^“”""，。]{4,100}(?:建议|提案|议案))[”""]", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedAtEnd();

    // 提出《关于…的建议（第24号建议）收悉
    [GeneratedRegex(@"《(?<s>[^《》“”，。]{4,100}?(?:建议|提案|议案))(?=[（(]第|已?收悉)", RegexOptions.CultureInvariant)]
    private static partial Regex ClosingLost();

    // 关于…的建议，我局高度重视: the letter begins with it.
    [GeneratedRegex(@"^(?<s>关于(?![您你])[^《》“”，。号届]{4,80}?(?:建议|提案))[，,]", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWords();

    // 您提出的加强…的建议收悉, without 关于.
    [GeneratedRegex(@"[您你们](?:所提|提出|提交)的?(?<s>(?![意宝建提])[^《》“”，。；：号届]{6,80}?的(?:建议|提案))(?=已?收悉)", RegexOptions.CultureInvariant)]
    private static partial Regex UnmarkedSubject();

    [GeneratedRegex(@"(?:提出的?|提交的?|所提的?|提的)(?:第?[0-9]{1,10}号)?(?<s>(?:关于|有关)[^《》，。]{4,100}?(?:建议|提案|议案))(?=[（(，,。第]|已?收悉|悉|的?办理|已?[交转]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex BareSubject();

    // 提出的第42号建议：把…纳入…的建议，
    [GeneratedRegex(@"[0-9]号(?:建议|提案)[：:](?<s>[^，,。：]{4,110}?(?:建议|提案))(?=[，,。]|已?收悉|$)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedSubject();

    [GeneratedRegex(@"(?:号(?:[^“《]{0,8}))[“《""](?<s>[^”》""]{4,100})[”》""]", RegexOptions.CultureInvariant)]
    private static partial Regex TitleQuoted();

    [GeneratedRegex(@"^[《“""](?<s>关于[^《》“”""]{4,100}(?:建议|提案|议案))[》”""]的?(?:答复|回复|复函|复文)", RegexOptions.CultureInvariant)]
    private static partial Regex TitleMarked();

    [GeneratedRegex(@"(?:-{1,4}|—{1,2}|：)(?<s>[^-—：]{4,100}?)的?(?:答复|回复|复函)$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleDashed();

    [GeneratedRegex(@"[（(](?<s>关于[^（）()]{4,80})[）)]$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleBracket();

    [GeneratedRegex(@"次会议(?<s>关于[^“”《》号届]{4,80}?(?:建议|提案))的?(?:答复|回复|复函)", RegexOptions.CultureInvariant)]
    private static partial Regex TitleBehindMeeting();

    [GeneratedRegex(@"^(?<s>关于[^“”《》号届]{4,80}(?:建议|提案))$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleOfSuggestion();

    [GeneratedRegex(@"^(?:[一-龥]{0,20}?)关于(?:对|答复)?[“《]?(?<s>(?:关于)?[^“”《》号届]{4,80}?(?:建议|提案))[”》]?(?:的|办理)", RegexOptions.CultureInvariant)]
    private static partial Regex TitlePlain();
}
