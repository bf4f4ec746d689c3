using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying;

/// <summary>
/// Finds 文号 in folded text (<see cref="CharacterFolding"/>), in any spelling that people use:
/// <code>
/// Certain := Prefix? S* Open S* Year S* 年? S* Close S* 第? S* Serial S* 号?     (without a prefix 号 is needed)
/// Loose   := Prefix Gap* Year Gap+ Serial S* 号?                               (Gap: blank - _ / . , 年 第 or a lone bracket)
/// Prefix  := 2 to 12 Hanzi      Year := 19dd | 20dd      Serial := 1 to 5 digits
/// </code>
/// Time is linear in the text. Thread-safe.
/// </summary>
internal static class DocumentNumberRecognizer
{
    private const int MaxPrefix = 12;
    private const int MinPrefix = 2;
    private const int MaxSerialDigits = 5;

    // At most so many blanks are looked over in one place, so that no text makes the search slow.
    private const int MaxGap = 8;

    private const string Openers = "〔[(【{〈<「";
    private const string Closers = "〕])】}〉>」";

    /// <summary>Words that end before a number begins: 根据豫卫基层〔2020〕18号 has the prefix 豫卫基层.</summary>
    private static readonly string[] Cues =
        ["文件", "依据", "根据", "按照", "贯彻", "落实", "参照", "印发", "转发", "关于", "执行", "依照", "遵照", "结合", "查询", "查找", "以及"];

    /// <summary>All numbers of a folded text, in order, none overlapping.</summary>
    /// <param name="folded">Folded text.</param>
    /// <param name="loose">Whether loose spellings count; they do in a query, not in running text.</param>
    public static IEnumerable<DocumentNumberMatch> Find(string folded, bool loose)
    {
        int from = 0;
        for (int i = NextYear(folded, 0); i >= 0; i = NextYear(folded, Math.Max(i + 1, from)))
        {
            if (At(folded, i, from) is { } match && (match.Certain || loose))
            {
                from = match.End;
                yield return match;
            }
        }
    }

    private static int NextYear(string text, int from)
    {
        for (int i = from; i + 4 < text.Length; i++)
        {
            if (IsYear(text, i))
                return i;
        }
        return -1;
    }

    private static bool IsYear(string text, int i) =>
        (text[i] == '1' && text[i + 1] == '9' || text[i] == '2' && text[i + 1] == '0')
        && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) && !char.IsAsciiDigit(text[i + 4])
        && (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]));

    private static DocumentNumberMatch? At(string text, int year, int from)
    {
        bool opened = ReadLeft(text, year, from, out int prefixStart, out int prefixEnd, out int opener);
        if (!ReadRight(text, year + 4, out bool closed, out bool separated, out int serial, out int end, out bool marked))
            return null;
        bool prefixed = prefixEnd - prefixStart >= MinPrefix;
        bool certain = opened && closed && (prefixed || marked);
        if (!certain && !(prefixed && separated))
            return null;
        string prefix = prefixed ? text[prefixStart..prefixEnd] : "";
        int start = prefixed ? prefixStart : opened ? opener : year;
        return new(new(prefix, int.Parse(text.AsSpan(year, 4)), serial), certain, start, end);
    }

    private static bool ReadLeft(string text, int year, int from, out int prefixStart, out int prefixEnd, out int opener)
    {
        int i = SkipBlanksLeft(text, year, from);
        bool opened = i > from && Openers.Contains(text[i - 1]);
        opener = opened ? i - 1 : i;
        i = opened ? SkipBlanksLeft(text, i - 1, from) : i;
        if (!opened && i > from && IsGapMark(text[i - 1]))
            i = SkipBlanksLeft(text, i - 1, from);
        prefixEnd = i;
        while (i > from && prefixEnd - i < MaxPrefix && IsHanzi(text[i - 1]))
            i--;
        prefixStart = AfterLastCue(text, i, prefixEnd);
        return opened;
    }

    private static int AfterLastCue(string text, int start, int end)
    {
        int best = start;
        foreach (string cue in Cues)
        {
            int at = text.AsSpan(start, end - start).LastIndexOf(cue, StringComparison.Ordinal);
            if (at >= 0)
                best = Math.Max(best, start + at + cue.Length);
        }
        return best;
    }

    private static bool ReadRight(string text, int i, out bool closed, out bool separated, out int serial, out int end, out bool marked)
    {
        int begin = i;
        i = SkipBlanks(text, i);
        i = SkipOne(text, i, '年');
        i = SkipBlanks(text, i);
        closed = i < text.Length && Closers.Contains(text[i]);
        i = SkipBlanks(text, closed ? i + 1 : i);
        if (!closed && i < text.Length && IsGapMark(text[i]))
            i = SkipBlanks(text, i + 1);
        i = SkipBlanks(text, SkipOne(text, i, '第'));
        separated = i > begin;
        return ReadSerial(text, i, out serial, out end, out marked);
    }

    private static bool ReadSerial(string text, int i, out int serial, out int end, out bool marked)
    {
        int begin = i;
        while (i < text.Length && i - begin <= MaxSerialDigits && char.IsAsciiDigit(text[i]))
            i++;
        end = i;
        marked = false;
        serial = 0;
        if (i == begin || i - begin > MaxSerialDigits)
            return false;
        serial = int.Parse(text.AsSpan(begin, i - begin));
        int mark = SkipBlanks(text, i);
        marked = mark < text.Length && text[mark] == '号';
        end = marked ? mark + 1 : i;
        // 2023 年 3 月, 2023 3.5, 2023 3人: a number that goes on is not a serial.
        return marked || i == text.Length || !char.IsLetterOrDigit(text[i]) && text[i] is not ('.' or '%' or '-' or '/');
    }

    private static int SkipOne(string text, int i, char c) => i < text.Length && text[i] == c ? i + 1 : i;

    private static int SkipBlanks(string text, int i)
    {
        int limit = Math.Min(text.Length, i + MaxGap);
        while (i < limit && char.IsWhiteSpace(text[i]))
            i++;
        return i;
    }

    private static int SkipBlanksLeft(string text, int i, int from)
    {
        int limit = Math.Max(from, i - MaxGap);
        while (i > limit && char.IsWhiteSpace(text[i - 1]))
            i--;
        return i;
    }

    private static bool IsGapMark(char c) => c is '-' or '_' or '/' or '.' or ',' || Openers.Contains(c) || Closers.Contains(c);

    private static bool IsHanzi(char c) => c is >= '一' and <= '龥' or '〇';
}
