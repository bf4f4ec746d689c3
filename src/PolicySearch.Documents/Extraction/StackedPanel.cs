using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// A metadata panel whose table a crawler took apart: label and value on lines of their own, perhaps with bullets, perhaps the next label glued to a value.
/// <code>
/// panel := (label value?)*          three labels and more, one below the other
/// label := [•] 索引号 [：]           alone on its line, or glued to its value where three lines and more are
/// value := one line, which ends before a label that is glued to it (…的通知发文机关)
/// </code>
/// Immutable.
/// </summary>
internal sealed class StackedPanel
{
    private const int MaxLines = 80, LeastLabels = 3, MaxValueLength = 300, MaxGluedLength = 80, LongestLabel = 9, MostPartsOfNumber = 4;
    private readonly HashSet<int> taken = [];
    private readonly List<(string Label, string Value, int Line)> found = [];

    private StackedPanel(IReadOnlyList<Line> lines)
    {
        for (int i = 0; i < Math.Min(lines.Count, MaxLines);)
            i = Math.Max(ReadRun(lines, i), ReadGlued(lines, i));
    }

    /// <summary>Looks at the first lines only.</summary>
    public static StackedPanel Read(IReadOnlyList<Line> lines) => new(lines);

    /// <summary>Whether a line belongs to a panel.</summary>
    public bool Holds(int index) => taken.Contains(index);

    /// <summary>Canonical label, value and source line, in order.</summary>
    public IReadOnlyList<(string Label, string Value, int Line)> Values => found;

    // One panel beginning at or behind a line; where to go on.
    private int ReadRun(IReadOnlyList<Line> lines, int start)
    {
        int at = start, labels = 0;
        string? open = LabelOf(lines[start].Compact);
        if (open is null)
            return start + 1;
        var values = new List<(string, string, int)>();
        while (open is not null && at + 1 < Math.Min(lines.Count, MaxLines))
        {
            labels++;
            Line next = lines[++at];
            string? following = LabelOf(next.Compact);
            string cut = "";
            int parts = following is not null ? 0 : IsValue(open, next, lines[start]) ? 1 : open == "发文字号" ? LinesOfNumber(lines, at, out cut) : 0;
            if (parts > 0)
            {
                values.Add((open, parts == 1 ? WithoutGluedLabel(next.Compact, out following) : cut, next.Number));
                at += parts - 1;
                if (following is null && at + 1 < lines.Count && LabelOf(lines[at + 1].Compact) is string below)
                    (following, at) = (below, at + 1);
            }
            else if (following is null)
            {
                at--;
            }
            open = following;
        }
        if (labels < LeastLabels)
            return start + 1;
        found.AddRange(values);
        for (int i = start; i <= at; i++)
            taken.Add(i);
        return at + 1;
    }

    // 文号某民函〔2017〕14号 above 发布日期2018-08-19: each label with its value, nothing between. One such line alone may be a sentence.
    private int ReadGlued(IReadOnlyList<Line> lines, int start)
    {
        if (GluedValue(lines[start].Compact) is null)
            return start + 1;
        int at = start;
        var values = new List<(string, string, int)>();
        while (at < Math.Min(lines.Count, MaxLines) && GluedValue(lines[at].Compact) is (string label, string value))
            values.Add((label, value, lines[at++].Number));
        if (values.Count < LeastLabels)
            return start + 1;
        found.AddRange(values);
        taken.UnionWith(Enumerable.Range(start, at - start));
        return at;
    }

    private static (string Label, string Value)? GluedValue(string compact)
    {
        if (compact.Length is < 5 or > MaxGluedLength || !PanelLabels.MayBegin(compact[0]) || compact.AsSpan().ContainsAny("，。、：:"))
            return null;
        for (int length = Math.Min(LongestLabel, compact.Length - 1); length >= 2; length--)
        {
            if (PanelLabels.Of(compact.AsSpan(0, length)) is string label)
                return IsGluedValue(label, compact[length..]) ? (label, compact[length..]) : null;
        }
        return null;
    }

    private static bool IsGluedValue(string label, string value) => label switch
    {
        "索引号" => char.IsAsciiLetterOrDigit(value[0]),
        "发文字号" => DocumentNumbers.StartsWithNumber(value),
        "成文日期" or "发布日期" or "生效日期" or "失效日期" => Dates.Find(value) is { Start: 0 },
        "有效性" => value is "有效" or "失效" or "废止" or "现行有效",
        "发文机关" => Offices.IsName(value),
        _ => false,
    };

    private static string? LabelOf(string compact)
    {
        ReadOnlySpan<char> text = compact.AsSpan().Trim("•·●○◆■-*：:[]【】");
        return text.Length <= 10 ? PanelLabels.Of(text) : null;
    }

    // Below the panel's last label may stand the title: a value is what its label asks for, and is set no further left than labels are.
    private static bool IsValue(string label, Line line, Line firstLabel) => label switch
    {
        _ when line.Compact.Length > MaxValueLength || line.Indent < firstLabel.Indent => false,
        "发文字号" => DocumentNumbers.Find(line.Compact) is not null,
        "成文日期" or "发布日期" or "生效日期" or "失效日期" or "答复时间" => Dates.Find(line.Compact) is not null,
        "有效性" => line.Compact.Length <= 8,
        "浏览次数" => line.Compact.Length <= 9 && char.IsAsciiDigit(line.Compact[0]),
        "标题" or "案由" or "内容概述" => true,
        _ => line.Compact.Length <= 60 && TitleShapes.EndStrength(line.Compact) < 2,
    };

    // 某环 above 〔2019〕 above 44号: how many lines a number is cut into, 0 when there is none.
    private static int LinesOfNumber(IReadOnlyList<Line> lines, int start, out string number)
    {
        number = lines[start].Compact;
        for (int i = start + 1; i < Math.Min(lines.Count, start + MostPartsOfNumber) && LabelOf(lines[i].Compact) is null; i++)
        {
            number += lines[i].Compact;
            if (DocumentNumbers.Find(number) is FoundNumber found && found.Start == 0 && found.End == number.Length)
                return i + 1 - start;
        }
        return 0;
    }

    private static string WithoutGluedLabel(string value, out string? label)
    {
        string? glued = PanelLabels.All.Where(known => value.Length > known.Length + 3 && known.Length >= 4 && value.EndsWith(known, StringComparison.Ordinal)).MaxBy(known => known.Length);
        label = glued is null ? null : PanelLabels.Of(glued);
        return glued is null ? value : value[..^glued.Length];
    }
}
