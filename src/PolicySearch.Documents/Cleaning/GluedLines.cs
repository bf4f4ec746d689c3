using System.Text.RegularExpressions;

namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// Parts a text whose line ends a crawler lost: a document that is hardly more than one long line, perhaps below a panel of short ones, is cut behind title, number and addressee, round office and date,
/// and before chapters, articles and headings. Every other document stays as it is. Thread-safe.
/// </summary>
internal static partial class GluedLines
{
    private const int MostLines = 4, MostLinesOfPanel = 12, LeastLength = 120, LeastLetter = 240, HeadLength = 400;

    /// <summary>The first field of a form that says what was suggested.</summary>
    internal static readonly WordList FormBeginnings = new("案由", "事由", "建议号", "提案号", "建议编号", "提案编号");

    /// <summary>The lines, parted where they were glued together; parts keep their line's number.</summary>
    public static List<Line> Part(List<Line> lines)
    {
        if (lines.Count > MostLines && lines.Count(line => line.Text.Length > 1) > MostLines && !IsLetterBelowPanel(lines) || lines.TrueForAll(line => line.Text.Length < LeastLength))
            return lines;
        var parted = new List<Line>();
        foreach (Line line in lines)
        {
            if (line.Text.Length < LeastLength)
                parted.Add(line);
            else
                AddParts(line, parted);
        }
        return parted;
    }

    // A few short lines, and below them one that has nearly everything.
    private static bool IsLetterBelowPanel(List<Line> lines)
    {
        if (lines.Count > MostLinesOfPanel)
            return false;
        int longest = lines.Max(line => line.Text.Length);
        return longest >= LeastLetter && longest * 10 >= lines.Sum(line => line.Text.Length) * 6;
    }

    private static void AddParts(Line line, List<Line> parted)
    {
        string text = line.Text;
        int start = 0;
        foreach (int cut in Cuts(text).Where(cut => cut > 0 && cut < text.Length).Order().Distinct())
        {
            Add(line, text[start..cut], parted);
            start = cut;
        }
        Add(line, text[start..], parted);
    }

    private static void Add(Line line, string part, List<Line> parted)
    {
        string text = part.Trim(' ');
        if (text.Length > 0)
            parted.Add(line.With(text, Unwrapper.IsTableRow(text), mark: parted.Count == 0 ? line.Mark : 0));
    }

    private static IEnumerable<int> Cuts(string text)
    {
        foreach (int cut in FormBeginnings.Begins(text) && LetterBelowForm().Match(text) is { Success: true } letter ? FormCuts(text, letter) : HeadCuts(text[..Math.Min(HeadLength, text.Length)]))
            yield return cut;
        foreach (Match signature in Signature().Matches(text))
        {
            yield return signature.Index;
            yield return signature.Groups["date"].Index;
            yield return signature.Groups["date"].Index + signature.Groups["date"].Length;
            yield return signature.Index + signature.Length;
        }
        if (DateAtEnd().Match(text) is { Success: true } last)
        {
            yield return last.Index;
            yield return last.Groups["date"].Index + last.Groups["date"].Length;
        }
        foreach (Match heading in Heading().Matches(text))
            yield return heading.Index;
    }

    private static IEnumerable<int> HeadCuts(string head)
    {
        int from = 0;
        if (TitleAndNumber().Match(head) is { Success: true } number)
        {
            yield return number.Groups["n"].Index;
            yield return from = number.Index + number.Length;
            if (Source().Match(head, from) is { Success: true } source)
                yield return from = source.Index + source.Length;
        }
        else if (TitleBeforeAddressee().Match(head) is { Success: true } title)
        {
            yield return from = title.Index + title.Length;
        }
        if (Addressee().Match(head, from) is { Success: true } addressee)
            yield return addressee.Index + addressee.Length;
    }

    private static IEnumerable<int> FormCuts(string text, Match letter)
    {
        foreach (Match field in FormField().Matches(text[..letter.Index]))
            yield return field.Index;
        yield return letter.Index;
        yield return letter.Groups["addressee"].Index;
        yield return letter.Index + letter.Length;
    }

    // 案由：… 提案人：… 提案内容：… 关于对…的答复 某某代表：, a form and the letter below it.
    [GeneratedRegex(@"(?<= )(?:关于|对)[^ 。：:]{6,80}(?:答复函?|复函|回复) (?<addressee>[一-龥、]{2,60}(?:代表|委员)[：:])", RegexOptions.CultureInvariant)]
    private static partial Regex LetterBelowForm();

    [GeneratedRegex(@"(?<= )(?:提案人|建议人|提案内容|建议内容|内容|承办单位|办理情况)[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex FormField();

    [GeneratedRegex(@"^.{0,120}?(?:通知|意见|决定|批复|公告|通告|通报|复函|函|答复)(?<n>[一-龥]{2,14}[〔\[［（(【](?:19|20)\d{2}[〕\]］)）】]第?\d{1,5}号)", RegexOptions.CultureInvariant)]
    private static partial Regex TitleAndNumber();

    [GeneratedRegex(@"^.{4,120}?(?:通知|意见|决定|批复|公告|通告|通报|复函|函|答复)[,，]?(?= ?各| ?[一-龥、]{2,40}(?:代表|委员|政府|局|委|厅)[：:])", RegexOptions.CultureInvariant)]
    private static partial Regex TitleBeforeAddressee();

    // 来源：某部各省…：, the page's source between number and addressee.
    [GeneratedRegex(@"\G来源[：:][^：:。，]{2,16}?(?=各)", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex(@"\G[^：:。]{2,300}[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Addressee();

    [GeneratedRegex(@"(?<=[。！）)]|[0-9] )[^。，；：！,;:!]{2,40}(?:政府|办公室|办公厅|委员会|局|厅|委|部|院|工会|联合会|协会) ?(?<date>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:（[^（）]{2,12}）)?", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex(@"(?<=[。！!]) ?(?<date>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?= ?$| ?[（(](?:联系|此件))", RegexOptions.CultureInvariant)]
    private static partial Regex DateAtEnd();

    [GeneratedRegex(@"(?<=[。；）]|[^第]{1})第[一二三四五六七八九十]{1,4}章|(?<=[。；则围标务度定])第[一二三四五六七八九十百]{1,5}条(?=[^第、和及之的（规款])|(?<=[。；：])(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
