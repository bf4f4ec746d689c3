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
    private const int MaxLineLength = 300;

    /// <summary>One entry a person, with the unit and phone that stand beside; or a unit with its phone.</summary>
    public static List<Contact> Find(Layout layout, Findings findings)
    {
        var collector = new ContactCollector();
        int firstLine = 0;
        for (int i = layout.BodyStart; i < layout.MainEnd; i++)
        {
            string text = layout.Lines[i].Text;
            if (text.Length > MaxLineLength || !MayBeContact(text))
                continue;
            if (ReadLine(JoinWrapped(layout, i), collector) && firstLine == 0)
                firstLine = layout.Lines[i].Number;
        }
        return findings.Found("contacts", collector.Finish(), $"line {firstLine}");
    }

    private static bool MayBeContact(string text)
    {
        int first = text[0] is '（' or '(' ? 1 : 0;
        return first < text.Length && text[first] is '联' or '承' or '电' or '经' or '责' or '负';
    }

    // A list of units or names may go on in the next line.
    private static string JoinWrapped(Layout layout, int index)
    {
        string text = layout.Lines[index].Text;
        if (text[^1] is not ('、' or '，' or ',') || index + 1 >= layout.MainEnd || MayBeContact(layout.Lines[index + 1].Text))
            return EndsInName(layout, index, text) ? text + layout.Lines[index + 1].Text : text;
        return text + layout.Lines[index + 1].Text;
    }

    private static bool EndsInName(Layout layout, int index, string text)
    {
        if (index + 1 >= layout.MainEnd || !text.Contains('、') || text[^1] is '；' or ';' or '。')
            return false;
        string next = layout.Lines[index + 1].Text;
        return next.Length <= 40 && next[^1] is '；' or ';' && !next.AsSpan().ContainsAny('：', ':', '。');
    }

    private static bool ReadLine(string text, ContactCollector collector)
    {
        MatchCollection labels = Label().Matches(text);
        if (labels.Count == 0 || labels[0].Index > 1)
            return false;
        for (int i = 0; i < labels.Count; i++)
        {
            int start = labels[i].Index + labels[i].Length;
            int end = i + 1 < labels.Count ? labels[i + 1].Index : text.Length;
            collector.Add(Hanzi.WithoutBlanks(labels[i].Value), text[start..end].Trim(' ', '；', ';', '，', ',', '。', '）', ')', '（', '('));
        }
        return true;
    }

    [GeneratedRegex(@"(?:联 {0,8}系 {0,8}人|联 {0,8}系 {0,8}单 {0,8}位|联 {0,8}系 {0,8}科 {0,8}室|联 {0,8}系 {0,8}部 {0,8}门|承 {0,8}办 {0,8}单 {0,8}位|承 {0,8}办 {0,8}科 {0,8}室|承 {0,8}办 {0,8}人|承 {0,8}办 {0,8}负 {0,8}责 {0,8}人|经 {0,8}办 {0,8}人|责 {0,8}任 {0,8}人|负 {0,8}责 {0,8}人|联 {0,8}系 {0,8}电 {0,8}话|联 {0,8}系 {0,8}方 {0,8}式|办 {0,8}公 {0,8}电 {0,8}话|电 {0,8}话)(?: {0,4}姓 {0,4}名)?(?: {0,4}[及和与、/] {0,4}(?:联 {0,4}系 {0,4})?电 {0,4}话| {0,4}[及和与] {0,4}联 {0,4}系 {0,4}方 {0,4}式)? {0,4}[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
