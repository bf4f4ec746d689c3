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
    private static readonly string[] Labels =
    [
        "索引号", "信息索引号", "发文字号", "文号", "文件编号", "发文机关", "发文机构", "发布机构", "发文单位", "成文日期", "发文日期", "生成日期", "发布日期", "发布时间", "公开方式", "公开形式", "公开属性", "公开范围",
        "案由", "提案标题", "建议标题", "提案名称", "建议名称", "提案人", "建议人", "答复时间", "答复日期", "办结时间", "提案编号", "建议编号", "有效性", "主题分类", "主题词", "标题", "信息名称", "名称", "废止日期", "生效日期", "公文种类", "关键词", "分类", "来源", "体裁",
    ];

    private readonly Dictionary<string, PanelValue> values = new(StringComparer.Ordinal);

    /// <summary>The value of a label; 发布时间 counts as 发布日期, 文号 as 发文字号.</summary>
    public PanelValue? Value(string label) => values.TryGetValue(label, out PanelValue value) ? value : null;

    /// <summary>Reads the lines above the text, and the fields that the format kept apart.</summary>
    public static Panel Read(Layout layout, IReadOnlyDictionary<string, string> fields)
    {
        var panel = new Panel();
        foreach ((string label, string value) in fields)
            panel.Add(Hanzi.WithoutBlanks(label).TrimEnd('：', ':'), Hanzi.WithoutBlanks(CharacterFolding.Fold(value)), "panel");
        for (int i = 0; i < layout.BodyStart; i++)
        {
            if (layout.Lines[i].Compact.Length <= 300 && HeaderLines.IsLabelled(layout.Lines[i].Compact))
                panel.ReadLine(layout.Lines[i]);
        }
        return panel;
    }

    private void ReadLine(Line line)
    {
        string text = line.Compact;
        var marks = new List<(int Start, int ValueStart, string Label)>();
        foreach (string label in Labels)
        {
            int at = text.IndexOf(label, StringComparison.Ordinal);
            int after = at + label.Length;
            bool marked = at >= 0 && after < text.Length && text[after] is '：' or ':' or '|';
            if (marked && !marks.Exists(mark => mark.Start <= at && at < mark.ValueStart))
                marks.Add((at, after + 1, label));
        }
        marks.Sort();
        for (int i = 0; i < marks.Count; i++)
        {
            int end = i + 1 < marks.Count ? marks[i + 1].Start : text.Length;
            if (end > marks[i].ValueStart)
                Add(marks[i].Label, text[marks[i].ValueStart..end].Trim('|'), $"panel, line {line.Number}");
        }
    }

    private void Add(string label, string value, string where)
    {
        string name = label switch { "文号" or "文件编号" => "发文字号", "发布时间" => "发布日期", "发文机构" or "发布机构" or "发文单位" => "发文机关", "提案标题" or "建议标题" or "提案名称" or "建议名称" => "案由", "答复日期" or "办结时间" => "答复时间", "提案编号" => "建议编号", _ => label };
        if (value.Length > 0)
            values.TryAdd(name, new PanelValue(value, where));
    }
}
