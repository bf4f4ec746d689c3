using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>A value of the metadata panel and where it stood.</summary>
internal readonly record struct PanelValue(string Text, string Where);

/// <summary>
/// The metadata panel that sites print above a document (索引号, 发文字号, 成文日期 …): labels and values, several on a line or one, parted by
/// colons, bars or wide gaps. Immutable.
/// </summary>
internal sealed class Panel
{
    private static readonly char[] Bullets = ['•', '·', '●', '-', ' '];

    private readonly Dictionary<string, PanelValue> values = new(StringComparer.Ordinal);

    /// <summary>The value of a label by the one name of its meaning (<see cref="PanelLabels"/>).</summary>
    public PanelValue? Value(string label) => values.TryGetValue(label, out PanelValue value) ? value : null;

    /// <summary>Reads the lines above the text, and the fields that the format kept apart.</summary>
    public static Panel Read(Layout layout, IReadOnlyDictionary<string, string> fields)
    {
        var panel = new Panel();
        foreach ((string label, string value) in fields)
            panel.Add(Hanzi.WithoutBlanks(label).TrimEnd('：', ':'), Hanzi.WithoutBlanks(CharacterFolding.Fold(value)), "panel");
        foreach ((string label, string value, int line) in layout.Panel?.Values ?? [])
            panel.Add(label, value, $"panel, line {line}");
        for (int i = 0; i < layout.BodyStart; i++)
        {
            if (layout.Lines[i].Compact.Length <= 600 && (HeaderLines.IsLabelled(layout.Lines[i].Compact) || NamesSource(layout.Lines[i].Compact)))
                panel.ReadLine(layout.Lines[i]);
            if (MayBeRow(layout.Lines[i].Text))
                panel.ReadCells(layout.Lines[i]);
        }
        return panel;
    }

    private void ReadLine(Line line)
    {
        string text = line.Compact;
        var marks = new List<(int Start, int ValueStart, string Label)>();
        ulong letters = LettersOf(text);
        foreach (string label in PanelLabels.All)
        {
            // Most labels are not on the line, which two of their letters tell.
            if ((letters & LetterBit(label[0])) == 0 || (letters & LetterBit(label[^1])) == 0)
                continue;
            int at = text.IndexOf(label, StringComparison.Ordinal);
            int after = at + label.Length;
            bool bracketed = at > 0 && after < text.Length && text[after] is ']' or '】';
            if (bracketed)
                after++;
            bool marked = at >= 0 && after < text.Length && text[after] is '：' or ':' or '|' && !IsEndOfWord(text, at, label);
            // 来源：某局 时间：…: whatever time that is, the value before it ends there.
            bool stamp = !marked && at > 0 && after < text.Length && text[after] is '：' or ':' && line.Text.Contains(' ' + label, StringComparison.Ordinal);
            // 【发文字号】某政〔2005〕19号: the brackets part label and value.
            bool alone = !marked && bracketed && text[at - 1] is '[' or '【';
            if ((marked || alone || stamp) && !LiesInOneOf(marks, at))
                marks.Add((at, alone ? after : after + 1, stamp ? "" : label));
        }
        marks.Sort();
        for (int i = 0; i < marks.Count; i++)
        {
            int end = i + 1 < marks.Count ? marks[i + 1].Start : text.Length;
            if (end > marks[i].ValueStart && marks[i].Label.Length > 0)
                Add(marks[i].Label, text[marks[i].ValueStart..end].TrimEnd(['|', '[', '【']).TrimStart('|'), $"panel, line {line.Number}");
        }
    }

    /// <summary>Whether a line is a row of such cells: a label first, blanks or bars behind it.</summary>
    public static bool IsRowOfCells(Line line) => MayBeRow(line.Text) && line.Text.AsSpan().ContainsAny(' ', '|') && LabelAt(CellsOf(line), 0, out _) is not null;

    private static bool MayBeRow(string text) =>
        text.Length is > 2 and <= 200 && text.AsSpan().TrimStart(Bullets) is { Length: > 0 } row && (PanelLabels.MayBegin(row[0]) || row[0] == '|');

    private static string[] CellsOf(Line line) => line.Text.TrimStart(Bullets).Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries);

    // 2022-06-28 17:28 来源：某州文化和旅游局: a date without a label first.
    private static bool NamesSource(string compact) =>
        compact.Length <= 120 && char.IsAsciiDigit(compact[0]) && (compact.Contains("来源：", StringComparison.Ordinal) || compact.Contains("来源:", StringComparison.Ordinal));

    // 公开日期 2018-12-14  发布机构 某区综合行政执法局: a table's cells without colons, a label first. 索 引 号 is three cells of one label.
    private void ReadCells(Line line)
    {
        string[] cells = CellsOf(line);
        if (cells.Length < 2 || LabelAt(cells, 0, out _) is null)
            return;
        for (int i = 0; i < cells.Length;)
        {
            string? label = LabelAt(cells, i, out int length);
            int from = i += Math.Max(length, 1);
            while (i < cells.Length && LabelAt(cells, i, out _) is null)
                i++;
            if (label is not null && i > from)
                Add(label, string.Concat(cells[from..i]), $"panel, line {line.Number}");
        }
    }

    private static string? LabelAt(string[] cells, int at, out int length)
    {
        string joined = "";
        for (length = 1; length <= 4 && at + length <= cells.Length; length++)
        {
            joined += cells[at + length - 1];
            if (joined.Length > 8)
                break;
            if (PanelLabels.Of(joined) is string label)
                return label;
            if (cells[at + length - 1].Length > 1)
                break;
        }
        length = 0;
        return null;
    }

    // 截止日期 is no 日期, 会议时间 no 时间.
    private static bool IsEndOfWord(string text, int at, string label) => at > 0 && label is "日期" or "时间" && Hanzi.IsIdeograph(text[at - 1]);

    private static ulong LetterBit(char c) => 1UL << (c & 63);

    private static ulong LettersOf(string text)
    {
        ulong letters = 0;
        foreach (char c in text)
            letters |= LetterBit(c);
        return letters;
    }

    private static bool LiesInOneOf(List<(int Start, int ValueStart, string Label)> marks, int at) => marks.Exists(mark => mark.Start <= at && at < mark.ValueStart);

    private void Add(string label, string value, string where)
    {
        if (value.Length > 0)
            values.TryAdd(PanelLabels.Of(label) ?? label, new PanelValue(value, where));
    }
}
