using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// 有效性: what a panel says of it, and what the text itself says of its time:
/// <code>
/// sentence := … 本 办法 自 date | 发布之日 起 施行 …          from
///           | … 有效期 至 date | [为] n 年 …                 until
/// mark     := （已废止） | 【已失效】 behind the title          state
/// </code>
/// Only sentences that speak of the document itself count. Thread-safe.
/// </summary>
internal static partial class Validities
{
    private const int MaxSentence = 400, MaxYears = 50;
    private static readonly string[] States = ["失效", "废止", "有效", "修改", "修订", "生效"];
    private static readonly char[] SentenceEnds = ['。', '；', '\n'];

    /// <summary>Null when neither panel nor text say anything.</summary>
    /// <param name="text">The clean text; only text and attachments are read.</param>
    /// <param name="panel">The site's panel.</param>
    /// <param name="title">The document's title, or null.</param>
    /// <param name="issued">The issue date, for 自发布之日起.</param>
    /// <param name="findings">Takes provenance.</param>
    public static Validity? Find(CleanText text, Panel panel, string? title, DateOnly? issued, Findings findings)
    {
        PanelValue? stated = panel.Value("有效性");
        string? state = stated is PanelValue value && States.Any(word => value.Text.Contains(word, StringComparison.Ordinal)) ? value.Text : StateIn(title);
        DateOnly? from = DateOf(panel, "生效日期"), until = DateOf(panel, "失效日期");
        string where = stated?.Where ?? (state is null ? "panel" : "title");
        foreach ((string sentence, int line) in Sentences(text))
        {
            DateOnly? begins = from is null ? From(sentence, issued) : null;
            DateOnly? ends = until is null ? Until(sentence, from ?? begins ?? issued) : null;
            if (begins is null && ends is null)
                continue;
            if (state is null && from is null && until is null)
                where = $"line {line}";
            (from, until) = (from ?? begins, until ?? ends);
        }
        bool none = state is null && from is null && until is null;
        return none ? null : findings.Found("validity", new Validity(state, from, until), where);
    }

    private static string? StateIn(string? title) => title is not null && StateMark().Match(title) is { Success: true } mark ? mark.Groups["s"].Value : null;

    private static DateOnly? DateOf(Panel panel, string label) => panel.Value(label) is PanelValue value ? Dates.Find(value.Text)?.Date : null;

    private static IEnumerable<(string Sentence, int Line)> Sentences(CleanText text)
    {
        foreach (Paragraph paragraph in text.Paragraphs)
        {
            if (paragraph.Kind is ParagraphKind.Form or ParagraphKind.Header or ParagraphKind.Title or ParagraphKind.Addressee || !Speaks(text.TextOf(paragraph)))
                continue;
            for (int start = paragraph.Start, end; start <= paragraph.End; start = end + 1)
            {
                int length = text.Body.AsSpan(start, paragraph.End - start).IndexOfAny(SentenceEnds);
                end = length < 0 ? paragraph.End : start + length;
                if (end - start <= MaxSentence && Speaks(text.Body.AsSpan(start, end - start)))
                    yield return (Hanzi.WithoutBlanks(text.Body[start..end]), paragraph.SourceLine);
            }
        }
    }

    // 有效期, or 本 and one of 施行, 实施, 执行, 生效; looked for at the characters that all of them share.
    private static bool Speaks(ReadOnlySpan<char> text)
    {
        bool own = false;
        for (int at = 0; text[at..].IndexOfAny('施', '效', '执') is int step and >= 0; at += step + 1)
        {
            ReadOnlySpan<char> before = text[..(at + step)], after = text[(at + step + 1)..];
            if (text[at + step] == '效' && before.EndsWith('有') && after.StartsWith('期'))
                return true;
            own |= text[at + step] switch { '施' => before.EndsWith('实') || after.StartsWith('行'), '执' => after.StartsWith('行'), _ => before.EndsWith('生') };
        }
        return own && text.Contains('本');
    }

    private static DateOnly? From(string sentence, DateOnly? issued)
    {
        if (Begins().Match(sentence) is not { Success: true } match)
            return null;
        return match.Groups["d"].Success ? Dates.Find(match.Groups["d"].Value)?.Date : issued;
    }

    private static DateOnly? Until(string sentence, DateOnly? from)
    {
        if (Ends().Match(sentence) is not { Success: true } match)
            return null;
        if (match.Groups["d"].Success)
            return Dates.Find(match.Groups["d"].Value)?.Date;
        long? years = ChineseNumerals.Parse(match.Groups["n"].ValueSpan);
        return years is > 0 and <= MaxYears && from is DateOnly begin && begin.Year + years <= DateOnly.MaxValue.Year ? begin.AddYears((int)years).AddDays(-1) : null;
    }

    // 本办法自2017年5月10日起施行, 本通知自印发之日起执行.
    [GeneratedRegex(@"本[一-龥]{1,10}[自从](?:(?<d>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[一二][〇○零0O一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)|(?:发布|公布|印发|颁布|下发|发文|签发|成文|发布施行|公布施行)之?日)起?(?:正式)?(?:施行|实施|执行|生效|试行)", RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex(@"有效期(?:限)?(?:为|暂定|暂定为|：)?(?:(?<n>[0-9]{1,2}|[一二三四五六七八九十两]{1,3})年|[至到截止]{1,3}(?<d>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日))", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"[（(\[【〔](?<s>已?(?:失效|废止|修改|修订)|全文(?:失效|废止)|部分(?:失效|废止)|现行有效)[）)\]】〕]", RegexOptions.CultureInvariant)]
    private static partial Regex StateMark();
}
