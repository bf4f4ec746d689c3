using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// 联系人, from raw lines at the letter's end:
/// <code>
/// line  := label ： value (blank label ： value)*        联系人：张某 联系电话：0000-0000000
/// value := unit and phone | names and phone | names | unit | phone, as the label says or the value shows
/// </code>
/// Units, names and phones of neighbouring lines belong together. Thread-safe.
/// </summary>
internal static partial class Contacts
{
    private const int MaxLineLength = 300, MaxWrappedLines = 3;

    /// <summary>One entry a person, with the unit and phone that stand beside; or a unit with its phone.</summary>
    public static List<Contact> Find(Layout layout, Findings findings)
    {
        var collector = new ContactCollector();
        int firstLine = 0, width = Unwrapper.WrapWidth(layout.Lines, layout.BodyStart, layout.SignatureStart);
        for (int i = layout.BodyStart; i < layout.MainEnd; i++)
        {
            int start = ContactStart(layout.Lines[i].Text);
            if (start < 0)
                continue;
            int line = i;
            string text = JoinWrapped(layout, ref i, width)[start..];
            if (ReadLine(text, collector) && firstLine == 0)
                firstLine = layout.Lines[line].Number;
        }
        return findings.Found("contacts", collector.Finish(), $"line {firstLine}");
    }

    // Where a line's contact begins: at its start, or behind a sentence (…报送进度。联系人：张某); −1 when it has none.
    private static int ContactStart(string text)
    {
        if (text.Length <= MaxLineLength && BeginsContact(text))
            return 0;
        int inside = text.LastIndexOf("联系人：", StringComparison.Ordinal);
        return inside > 0 && text[inside - 1] is '。' or '（' or '(' or '；' ? inside : -1;
    }

    private static bool BeginsContact(string text)
    {
        bool bracket = text[0] is '（' or '(';
        if (bracket && (text.Contains("联系", StringComparison.Ordinal) || text.Contains("电话", StringComparison.Ordinal)))
            return true;
        int first = bracket ? 1 : 0;
        return first < text.Length && text[first] is '联' or '承' or '电' or '经' or '责' or '负';
    }

    private static string JoinWrapped(Layout layout, ref int index, int width)
    {
        string text = layout.Lines[index].Text;
        for (int lines = 0; lines < MaxWrappedLines && index + 1 < layout.MainEnd; lines++)
        {
            string next = layout.Lines[index + 1].Text;
            if (!GoesOn(text, layout.Lines[index], next, width))
                break;
            text += next;
            index++;
        }
        return text;
    }

    private static bool GoesOn(string text, Line last, string next, int width)
    {
        bool openBracket = text[0] is '（' or '(' && !text.AsSpan().ContainsAny('）', ')');
        if (openBracket)
            return next.Length <= 60;
        if (BeginsContact(next) || next.Length > 45 || next.Contains('。') || FootFinder.IsSignatureDate(Hanzi.WithoutBlanks(next), out _) || FootLines.IsFoot(Hanzi.WithoutBlanks(next)))
            return false;
        bool digits = !next.AsSpan().ContainsAnyExcept("0123456789-—－ ）)");
        return text[^1] is '、' or '，' or '：' or ':' or '-' or '—' or '－' || (char.IsAsciiDigit(text[^1]) && digits) || Unwrapper.IsFull(last, width);
    }

    private static bool ReadLine(string text, ContactCollector collector)
    {
        if (!text.AsSpan().ContainsAny('：', ':'))
            return false;
        MatchCollection labels = Label().Matches(text);
        if (labels.Count == 0)
            return false;
        string office = Hanzi.WithoutBlanks(text[..labels[0].Index]).Trim('（', '(', '，', ',', '；');
        if (office.Length > 0 && !Offices.IsName(office))
            return false;
        if (office.Length > 0)
            collector.Add("联系单位", office);
        for (int i = 0; i < labels.Count; i++)
        {
            int start = labels[i].Index + labels[i].Length;
            int end = i + 1 < labels.Count ? labels[i + 1].Index : text.Length;
            collector.Add(Hanzi.WithoutBlanks(labels[i].Value), Sentence(text[start..end]).Trim(' ', '；', ';', '，', ',', '。', '）', ')', '（', '('));
        }
        return true;
    }

    private static string Sentence(string text)
    {
        int stop = text.IndexOf('。');
        return stop < 0 ? text : text[..stop];
    }

    [GeneratedRegex(@"(?:联 {0,8}系 {0,8}人|科 {0,8}室|单 {0,8}位|联 {0,8}系 {0,8}单 {0,8}位|联 {0,8}系 {0,8}科 {0,8}室|联 {0,8}系 {0,8}部 {0,8}门|承 {0,8}办 {0,8}单 {0,8}位|承 {0,8}办 {0,8}科 {0,8}室|承 {0,8}办 {0,8}人|承 {0,8}办 {0,8}负 {0,8}责 {0,8}人|经 {0,8}办 {0,8}人|责 {0,8}任 {0,8}人|负 {0,8}责 {0,8}人|联 {0,8}系 {0,8}电 {0,8}话|联 {0,8}系 {0,8}方 {0,8}式|办 {0,8}公 {0,8}电 {0,8}话|电 {0,8}话)(?: {0,4}姓 {0,4}名)?(?: {0,4}[及和与、/] {0,4}(?:联 {0,4}系 {0,4})?电 {0,4}话| {0,4}[及和与] {0,4}联 {0,4}系 {0,4}方 {0,4}式)? {0,4}[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
