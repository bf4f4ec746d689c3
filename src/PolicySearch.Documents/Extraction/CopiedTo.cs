using System.Text;
using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>抄送, 抄报, 分送: the bodies below the letter. Thread-safe.</summary>
internal static partial class CopiedTo
{
    private const int MaxLines = 6, MaxLength = 600;

    /// <summary>One entry a body, as written, without the number of copies; 、 parts bodies only where each piece is whole.</summary>
    public static List<string> Find(Layout layout, Findings findings)
    {
        var bodies = new List<string>();
        int firstLine = 0;
        for (int i = layout.BodyStart; i < layout.FormStart; i++)
        {
            if (!IsLabel(layout.Lines[i].Text))
                continue;
            firstLine = firstLine == 0 ? layout.Lines[i].Number : firstLine;
            bodies.AddRange(Split(Collect(layout, i)));
        }
        return findings.Found("copiedTo", bodies, $"line {firstLine}");
    }

    private static bool IsLabel(string text) =>
        text.Length > 3 && text[0] is '抄' or '分' or '发' && text.AsSpan(0, Math.Min(8, text.Length)).IndexOfAny('：', ':') is > 1 and < 8
        && Hanzi.WithoutBlanks(text)[..2] is "抄送" or "抄报" or "分送" or "发送";

    private static string Collect(Layout layout, int index)
    {
        var text = new StringBuilder(layout.Lines[index].Compact);
        for (int i = index + 1; i < Math.Min(layout.FormStart, index + MaxLines) && text[^1] is not '。' && text.Length < MaxLength; i++)
        {
            string next = layout.Lines[i].Compact;
            if (layout.Lines[i].IsFoot || FootLines.IsFootContinuation(layout.Lines, i) && next.EndsWith("办公室", StringComparison.Ordinal) || Dates.Find(next) is not null)
                break;
            text.Append(next);
        }
        return text.ToString();
    }

    private static IEnumerable<string> Split(string text)
    {
        int colon = text.AsSpan().IndexOfAny('：', ':');
        foreach (string part in text[(colon + 1)..].Split(['，', ',', '；', ';', '。'], StringSplitOptions.RemoveEmptyEntries))
        {
            string body = Copies().Replace(part, "").Trim('、');
            string[] pieces = body.Split('、');
            // 某县人大、人民政府 is one entry: its second half is no name by itself.
            bool whole = pieces.Length > 1 && Array.TrueForAll(pieces, piece => piece.Length > 2 && Offices.IsName(piece) && !Offices.IsBareEnding(piece));
            foreach (string one in whole ? pieces : [body])
            {
                if (one.Length > 1)
                    yield return one;
            }
        }
    }

    [GeneratedRegex(@"[（(]?(?:各)?[0-9一二三四五六七八九十]{1,3}份[）)]?|[（(]存档[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Copies();
}
