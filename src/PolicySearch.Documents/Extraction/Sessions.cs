using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// Meeting and number that a reply answers, in text without blanks:
/// <code>
/// session := [place] body [第] term 届 [委员会] [第] meeting 次 [全体] 会议        市政协九届四次会议
///          | [place] [第] term 届 [place] body [第] meeting 次 [全体] 会议        市八届人大一次会议, 十届全国人大四次会议
///          | 中国人民政治协商会议 place term 届委员会 第 meeting 次会议
/// number  := [第] (letters? digits) 号                                         第059号, 第DH0271号, 13010087号
/// </code>
/// Thread-safe.
/// </summary>
internal static partial class Sessions
{
    private const int Window = 30;
    private static readonly string[] Delimiters = ["关于", "答复", "回复", "对", "在", "于", "“", "”", "《", "》", "（", "(", "）", ")", "：", ":", "，", "。", "、", "\"", "的", "出席", "号", "接到", "收到"];
    private static readonly string[] AssemblyWords = ["中国人民政治协商会议", "人民代表大会", "政治协商会议", "委员会", "政协", "人大", "第"];

    /// <summary>From the title, completed from the words that open the text; null when neither names a meeting or a number.</summary>
    public static Session? Find(string? title, string opening, string kind, Layout layout, Panel panel, Findings findings)
    {
        Session? fromTitle = title is null ? null : Read(title);
        Session? fromText = Read(opening);
        Session? session = Merge(fromTitle, fromText);
        if (session?.RawNumber is null && NumberAlone(layout) is string alone)
        {
            (long? number, string? raw) = Parse(alone);
            session = (session ?? new Session(null, null, null, null, null, null)) with { Number = number, RawNumber = raw };
        }
        if (session is null)
            return FromPanel(panel, kind, findings);
        string? assembly = session.Assembly ?? AssemblyOfKind(kind);
        if (fromTitle?.Term is int a && fromText?.Term is int b && a != b)
            findings.Warnings.Add($"title says term {a}, text says term {b}");
        return findings.Found("session", session with { Assembly = assembly }, fromTitle is null ? "opening of the text" : "title");
    }

    // 第23号 alone above the letter, on a form whose title names the meeting only.
    private static string? NumberAlone(Layout layout)
    {
        for (int i = 0; i < layout.BodyStart; i++)
        {
            string text = layout.Lines[i].Compact;
            if (text.Length is > 2 and <= 20 && text[^1] == '号' && FormNumber().Match(text) is { Success: true } match)
                return match.Groups["n"].Value;
        }
        return null;
    }

    // A form without a letter states the number, and some the meeting.
    private static Session? FromPanel(Panel panel, string kind, Findings findings)
    {
        if (panel.Value("建议编号") is not PanelValue value || Number().Match(value.Text.EndsWith('号') ? value.Text : value.Text + "号") is not { Success: true } match)
            return null;
        (long? number, string? raw) = Parse(match.Groups["n"].Value);
        Session? meeting = panel.Value("会议届次") is PanelValue stated ? Read(stated.Text) : null;
        return findings.Found("session", (meeting ?? new Session(AssemblyOfKind(kind), null, null, null, null, null)) with { Number = number, RawNumber = raw }, value.Where);
    }

    private static string? AssemblyOfKind(string kind) => kind switch { DocumentKinds.ProposalReply => "政协", DocumentKinds.SuggestionReply => "人大", _ => null };

    private static Session? Merge(Session? title, Session? text)
    {
        if (title is null || text is null)
            return title ?? text;
        bool sameMeeting = title.Term is null || text.Term is null || title.Term == text.Term;
        return !sameMeeting ? title : new Session(title.Assembly ?? text.Assembly, Longer(title.Place, text.Place), title.Term ?? text.Term, title.Meeting ?? text.Meeting,
            title.RawNumber is null ? text.Number : title.Number, title.RawNumber ?? text.RawNumber);
    }

    // 市 in the title and 岳阳市 in the text: the longer one says more.
    private static string? Longer(string? title, string? text) => title is null || (text is not null && text.Length > title.Length && text.EndsWith(title, StringComparison.Ordinal)) ? text : title;

    private static Session? Read(string text)
    {
        if (text.Length > 1000)
            text = text[..1000];
        // A meeting's term stands before 届, five characters at most.
        int term = text.IndexOf('届');
        Match match = term < 0 ? Match.Empty : Meeting().Match(text, Math.Max(0, term - 5));
        while (match.Success)
        {
            if (FromMatch(text, match) is Session session)
                return session;
            match = match.NextMatch();
        }
        return NumberOnly(text);
    }

    private static Session? FromMatch(string text, Match match)
    {
        int from = Math.Max(0, match.Index - Window);
        string before = AfterDelimiter(text[from..match.Index]);
        string between = match.Groups["between"].Value;
        string? assembly = Kinds.Assembly(before + between);
        if (assembly is null && !between.Contains("委员会", StringComparison.Ordinal) && match.Groups["meeting"].Length == 0)
            return null;
        string place = Strip(before);
        if (place.Length == 0)
            place = Strip(between);
        (long? number, string? raw) = NumberAfter(text, match.Index + match.Length);
        return new Session(assembly ?? (between.Contains("委员会", StringComparison.Ordinal) ? "政协" : null), place.Length is 0 or > 14 ? null : place,
            (int?)ChineseNumerals.Parse(match.Groups["term"].ValueSpan), (int?)ChineseNumerals.Parse(match.Groups["meeting"].ValueSpan), number, raw);
    }

    private static string AfterDelimiter(string text)
    {
        int cut = 0;
        foreach (string delimiter in Delimiters)
        {
            int at = text.LastIndexOf(delimiter, StringComparison.Ordinal);
            // 于 also begins names of places (于都县).
            if (at >= 0 && !(delimiter == "于" && at + 1 < text.Length && text[at + 1] is '都' or '洪' or '田'))
                cut = Math.Max(cut, at + delimiter.Length);
        }
        return text[cut..];
    }

    private static string Strip(string text)
    {
        foreach (string word in AssemblyWords)
            text = text.Replace(word, "", StringComparison.Ordinal);
        // 2018年某县政协七届一次会议: the year belongs to the page's title.
        return text.Length > 5 && text[4] == '年' && char.IsAsciiDigit(text[0]) ? text[5..] : text;
    }

    private static (long?, string?) NumberAfter(string text, int from)
    {
        int length = Math.Min(text.Length - from, 45);
        Match match = NumberAtOnce().Match(text, from, length);
        if (!match.Success)
            match = Number().Match(text, from, length);
        // …会议上，你们提出了《…》的提案，列为第57号提案: behind a subject of any length.
        if (!match.Success && text.IndexOf("列为第", from, StringComparison.Ordinal) is int listed and >= 0)
            match = Number().Match(text, listed, Math.Min(text.Length - listed, 20));
        return match.Success ? Parse(match.Groups["n"].Value) : (null, null);
    }

    private static Session? NumberOnly(string text)
    {
        Match match = text.Contains('号') ? NumberWithNoun().Match(text) : Match.Empty;
        if (!match.Success)
            return null;
        (long? number, string? raw) = Parse(match.Groups["n"].Value);
        return new Session(Kinds.Assembly(text[..Math.Min(text.Length, match.Index + match.Length)]), null, null, null, number, raw);
    }

    private static (long?, string?) Parse(string raw) => (raw.AsSpan().ContainsAnyExceptInRange('0', '9') ? ChineseNumerals.Parse(raw) : long.Parse(raw, System.Globalization.CultureInfo.InvariantCulture), raw);

    [GeneratedRegex(@"第?(?<term>[0-9]{1,2}|[一二三四五六七八九十]{1,4})届(?<between>[一-龥]{0,24}?)(?:第?(?<meeting>[0-9]{1,2}|[一二三四五六七八九十]{1,3})次(?:全体)?(?:会议|大会|全会)|(?=第?[0-9]{1,10}号))", RegexOptions.CultureInvariant)]
    private static partial Regex Meeting();

    // Directly behind the meeting a serial may have a sitting's or delegation's mark (闭08, 杭45) or parts (13.04.118).
    [GeneratedRegex(@"\G[“""（(]?(?:[A-D]类)?(?:第{0,2})(?<n>[一-龥-[第号届次]]?[A-Za-z]{0,4}[0-9]{1,10}(?:[.\-][0-9]{1,6}){0,3})(?:号|(?<=第[0-9]{1,10})(?=建议|提案))", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAtOnce();

    [GeneratedRegex(@"^(?:新?编号[：:])?第(?<n>[0-9]{1,10})号$", RegexOptions.CultureInvariant)]
    private static partial Regex FormNumber();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?<n>[A-Za-z]{0,4}[0-9]{1,10}|[一二三四五六七八九十百零〇]{1,7})号", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:第(?<n>[A-Za-z]{0,4}[0-9]{1,10})号[“”""]?[^，。；号]{0,14}?(?:建议|提案|议案|议事原案)|(?:建议|提案|议案)[^，。；号]{0,6}[（(第：:](?:编号[：:]?)?(?:[A-Z]?[〔\[(（](?:19|20)\d{2}[〕\])）]|(?:19|20)\d{2}年)?第?(?<n>[A-Za-z]{0,4}[0-9]{1,10})号|编号[：:]?[A-Za-z]{0,3}[〔\[(（](?:19|20)\d{2}[〕\])）](?<n>[0-9]{1,10})号)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberWithNoun();
}
