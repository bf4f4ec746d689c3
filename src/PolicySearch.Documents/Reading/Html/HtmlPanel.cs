using AngleSharp.Dom;

namespace PolicySearch.Documents.Reading.Html;

/// <summary>
/// The metadata panel above an article: a table, a definition list or a row of labelled boxes that says 索引号, 发文字号, 成文日期 and the like.
/// Two or more known labels make a panel; a single one is part of the text.
/// </summary>
internal static class HtmlPanel
{
    /// <summary>Canonical label of the document's title.</summary>
    public const string Title = "标题";

    private const int MinLabels = 2;
    private const int MaxValueLength = 300;
    private const int MaxPanelText = 1500;
    private const int MaxPanelNodes = 2000;

    // As office sites print them → the canonical label.
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["索引号"] = "索引号",
        ["索取号"] = "索引号",
        ["信息索引号"] = "索引号",
        ["发文字号"] = "发文字号",
        ["文号"] = "发文字号",
        ["文件编号"] = "发文字号",
        ["发文文号"] = "发文字号",
        ["文件字号"] = "发文字号",
        ["发布文号"] = "发文字号",
        ["发文机关"] = "发文机关",
        ["发布机构"] = "发文机关",
        ["发文单位"] = "发文机关",
        ["发布机关"] = "发文机关",
        ["制发机关"] = "发文机关",
        ["公开责任部门"] = "发文机关",
        ["信息来源"] = "来源",
        ["来源"] = "来源",
        ["发文机构"] = "发文机关",
        ["成文日期"] = "成文日期",
        ["成文时间"] = "成文日期",
        ["发文日期"] = "成文日期",
        ["制发日期"] = "成文日期",
        ["生成日期"] = "成文日期",
        ["产生日期"] = "成文日期",
        ["发布日期"] = "发布日期",
        ["发布时间"] = "发布日期",
        ["公开日期"] = "发布日期",
        ["公开时间"] = "发布日期",
        ["有效性"] = "有效性",
        ["时效性"] = "有效性",
        ["效力状态"] = "有效性",
        ["是否有效"] = "有效性",
        ["文件状态"] = "有效性",
        ["主题分类"] = "主题分类",
        ["主题词"] = "主题词",
        ["关键词"] = "主题词",
        ["体裁分类"] = "体裁分类",
        ["文种"] = "体裁分类",
        ["公文种类"] = "体裁分类",
        ["信息分类"] = "主题分类",
        ["组配分类"] = "组配分类",
        ["公开方式"] = "公开方式",
        ["公开属性"] = "公开方式",
        ["公开类别"] = "公开方式",
        ["公开范围"] = "公开范围",
        ["公开形式"] = "公开形式",
        ["标题"] = Title,
        ["名称"] = Title,
        ["信息名称"] = Title,
        ["文件名称"] = Title,
        ["实施日期"] = "生效日期",
        ["生效日期"] = "生效日期",
        ["失效日期"] = "失效日期",
        ["废止日期"] = "失效日期",
    };

    /// <summary>The panel's fields (canonical label → value), and the elements that hold it, so that the article is read without them.</summary>
    public static Dictionary<string, string> Read(IDocument document, out HashSet<IElement> elements)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        elements = [];
        if (document.Body is null)
            return fields;
        foreach (IElement candidate in Candidates(document.Body))
        {
            if (InsideOf(candidate, elements) || !HoldsPanel(candidate, out List<(string Label, string Value)> found))
                continue;
            elements.Add(candidate);
            foreach ((string label, string value) in found)
                fields.TryAdd(label, value);
        }
        return fields;
    }

    /// <summary>Elements with little text and at least two labels, outer ones first. O(nodes).</summary>
    private static List<IElement> Candidates(IElement root)
    {
        var sizes = new Dictionary<IElement, Size>();
        var candidates = new List<IElement>();
        var pending = new Stack<(INode Node, bool Done)>();
        pending.Push((root, false));
        while (pending.TryPop(out (INode Node, bool Done) step))
        {
            if (step.Node is IText text && text.ParentElement is { } holder)
            {
                string compact = Compact(text.Data);
                sizes[holder] = sizes.GetValueOrDefault(holder).Plus(new Size(1, compact.Length, LabelIn(compact) ? 1 : 0));
            }
            else if (step.Node is IElement element && step.Done)
            {
                Size size = sizes.GetValueOrDefault(element);
                if (size is { Labels: >= MinLabels, Text: <= MaxPanelText, Nodes: <= MaxPanelNodes })
                    candidates.Add(element);
                if (element != root && element.ParentElement is { } parent)
                    sizes[parent] = sizes.GetValueOrDefault(parent).Plus(size with { Nodes = size.Nodes + 1 });
            }
            else if (step.Node is IElement open)
            {
                pending.Push((open, true));
                HtmlElements.PushChildren(open, pending);
            }
        }
        candidates.Reverse();
        return candidates;
    }

    private readonly record struct Size(int Nodes, int Text, int Labels)
    {
        public Size Plus(Size other) => new(Nodes + other.Nodes, Text + other.Text, Labels + other.Labels);
    }

    private static bool LabelIn(string compact) => compact.Length <= MaxValueLength * 4 && Split(compact).Label != null;

    private static bool HoldsPanel(IElement element, out List<(string Label, string Value)> found)
    {
        found = Pairs(element).ToList();
        if (found.Select(pair => pair.Label).Distinct().Count() < MinLabels)
            return false;
        int covered = found.Sum(pair => pair.Label.Length + pair.Value.Length);
        return covered * 2 >= Compact(string.Concat(HtmlLines.Of(element, new HashSet<IElement>()))).Length;
    }

    private static bool InsideOf(IElement element, HashSet<IElement> elements)
    {
        for (IElement? parent = element.ParentElement; parent != null; parent = parent.ParentElement)
        {
            if (elements.Contains(parent))
                return true;
        }
        return false;
    }

    private static IEnumerable<(string Label, string Value)> Pairs(IElement element)
    {
        List<string> lines = HtmlLines.Of(element, new HashSet<IElement>());
        var cells = lines.SelectMany(line => line.Split('\t')).SelectMany(SplitLabels).Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToList();
        for (int i = 0; i < cells.Count; i++)
        {
            (string? label, string value) = Split(cells[i]);
            if (label is null)
                continue;
            if (value.Length == 0 && i + 1 < cells.Count && Split(cells[i + 1]).Label is null)
                value = cells[++i];
            if (value.Length is > 0 and <= MaxValueLength)
                yield return (label, value);
        }
    }

    /// <summary>「索 引 号： 123 发文字号： 某政〔2020〕1号」 on one line is two cells.</summary>
    private static IEnumerable<string> SplitLabels(string cell)
    {
        int start = 0;
        for (int i = 1; i < cell.Length; i++)
        {
            if (cell[i - 1] is ' ' or '\u3000' or '|' && Split(cell[i..]).Label != null)
            {
                yield return cell[start..i];
                start = i;
            }
        }
        yield return cell[start..];
    }

    private static (string? Label, string Value) Split(string cell)
    {
        int colon = cell.IndexOfAny([':', '：']);
        string head = Compact(colon < 0 ? cell : cell[..colon]).Trim('[', ']', '【', '】', '〔', '〕');
        return Labels.TryGetValue(head, out string? label) ? (label, colon < 0 ? "" : cell[(colon + 1)..].Trim()) : (null, "");
    }

    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
