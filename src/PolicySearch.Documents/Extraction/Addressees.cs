using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>主送: persons and bodies. Thread-safe.</summary>
internal static partial class Addressees
{
    /// <summary>The addressee line without blanks, or null.</summary>
    public static string? Line(Layout layout) =>
        layout.Count(layout.Addressee) == 0 ? null : AddresseeShapes.WithoutGreeting(string.Concat(layout.In(layout.Addressee).Select(line => line.Compact)));

    /// <summary>One entry a person or body, as written, without 尊敬的, 等N名 and the title 代表 or 委员.</summary>
    public static List<string> Find(Layout layout, Findings findings)
    {
        if (Line(layout) is not string compact)
            return [];
        string spaced = AddresseeShapes.WithoutGreeting(string.Join(' ', layout.In(layout.Addressee).Select(line => line.Text))).TrimEnd('：', ':', '；', ';', ' ');
        List<string> people = Persons(spaced) ?? Bodies(compact.TrimEnd('：', ':', '；', ';'));
        string where = $"line {layout.Lines[layout.Addressee.Start].Number}";
        if (compact.Contains('等') && people.Count > 0)
            where += $", as written {compact.TrimEnd('：', ':', '；', ';')}";
        return findings.Found("addressees", people.ConvertAll(Hanzi.WideBrackets), where);
    }

    private static List<string>? Persons(string text)
    {
        string compact = Hanzi.WithoutBlanks(text);
        bool bracket = compact.EndsWith('）') || compact.EndsWith(')');
        if (bracket)
            compact = RoleInBrackets().Replace(compact, "$1");
        bool person = compact.EndsWith("代表", StringComparison.Ordinal) || compact.EndsWith("委员", StringComparison.Ordinal);
        if (compact.Length > 200 || !(person || bracket))
            return null;
        Match match = PersonLine().Match(compact);
        if (!match.Success)
            return null;
        if (match.Groups["list"].Success && People.List(match.Groups["list"].Value) is { Count: > 1 } listed)
            return listed;
        string names = match.Groups["names"].Value;
        if (names.Contains(match.Groups["role"].Value, StringComparison.Ordinal))
            names = names.Replace(match.Groups["role"].Value, "", StringComparison.Ordinal);
        List<string> bySeparator = [.. AndBetweenNames().Replace(names, "、").Split(['、', '，', ',', '；'], StringSplitOptions.RemoveEmptyEntries)];
        if (bySeparator.Count == 1 && names.Length > 3)
            return SplitByBlanks(text, names) ?? bySeparator;
        return bySeparator;
    }

    // 张某某 李某某委员: no mark between the names, only a blank.
    private static List<string>? SplitByBlanks(string text, string names)
    {
        int at = text.IndexOf(names[0]);
        var found = new List<string>();
        string surname = "";
        foreach (string piece in text[at..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            // 魏 某: a blank inside a name of two characters.
            string name = surname + TitleWords().Replace(piece, "");
            surname = name.Length == 1 ? name : "";
            if (name.Length is 2 or 3 && People.IsName(name))
                found.Add(name);
        }
        return string.Concat(found) == names ? found : null;
    }

    private static List<string> Bodies(string text)
    {
        text = text.StartsWith("尊敬的", StringComparison.Ordinal) ? text[3..] : text;
        var bodies = new List<string>();
        foreach (string part in SplitOutsideBrackets(text, "，；,;"))
        {
            List<string> pieces = SplitOutsideBrackets(part, "、");
            if (pieces.Count > 1 && !AreGovernmentsOfOneLevel(pieces) && pieces.All(piece => Offices.IsName(piece) && piece[0] != '各') && pieces.Skip(1).All(NamesItsPlace))
                bodies.AddRange(pieces);
            else
                bodies.Add(part);
        }
        return bodies;
    }

    // 盟行政公署、市人民政府: one level's governments under their two names.
    private static bool AreGovernmentsOfOneLevel(List<string> pieces) =>
        pieces[^1] is "市人民政府" or "县人民政府" or "区人民政府" or "州人民政府" && pieces.TrueForAll(piece => piece.EndsWith("人民政府", StringComparison.Ordinal) || piece.EndsWith("行政公署", StringComparison.Ordinal));

    // 某开发区经济发展局、财政局: the second is the same zone's; 市教育局、市财政局 are two.
    private static bool NamesItsPlace(string body) =>
        body.AsSpan(0, Math.Min(12, body.Length)).ContainsAny("省市县区州旗盟镇乡") || body[0] is '中' or '国';

    private static List<string> SplitOutsideBrackets(string text, string separators)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length)
                depth += text[i] is '（' or '(' ? 1 : text[i] is '）' or ')' ? -1 : 0;
            if (i < text.Length && (depth > 0 || !separators.Contains(text[i])))
                continue;
            if (i > start)
                parts.Add(text[start..i]);
            start = i + 1;
        }
        return parts;
    }

    [GeneratedRegex(@"^(?:尊敬的|尊敬)?(?<names>[一-龥·、，,；]{2,120}?)(?:[（(]?(?:等(?:[0-9一二三四五六七八九十]{1,4})?(?:位|名|人)?|[0-9一二两三四五六七八九十]{1,3}[位名])[）)]?)?(?:市|县|区|省)?(?:人大|政协)?(?<role>代表|委员)(?:[（(](?<list>[^（）()]{1,100})[）)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonLine();

    [GeneratedRegex(@"[（(](代表|委员)[）)]$", RegexOptions.CultureInvariant)]
    private static partial Regex RoleInBrackets();

    // 和 is a surname too: it joins names only between two of them.
    [GeneratedRegex(@"(?<=[一-龥]{2})[和并及](?=[一-龥]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex AndBetweenNames();

    [GeneratedRegex(@"^尊敬的?|等(?:[0-9一二三四五六七八九十]{1,4})?(?:位|名)?|[0-9一二两三四五六七八九十]{1,3}[位名](?=代表|委员)|代表$|委员$|[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex TitleWords();
}
