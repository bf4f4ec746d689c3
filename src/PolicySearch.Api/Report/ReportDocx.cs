using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicySearch.Api.Export;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Report;

/// <summary>A report as a Word document on A4.</summary>
internal static class ReportDocx
{
    private const string Ink = "1F2328", Accent = "1D4E79", OpenInk = "A1281F";
    private const int TableWidth = 9_000;

    /// <summary>The file.</summary>
    public static byte[] Write(PrecedentReport report)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.Document = new Document(new Body([.. Content(report), Page()]));
        }
        return file.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(PrecedentReport report) =>
        [Styled("Title", PrecedentReport.Title), .. About(report), .. Overview(report), .. Details(report), .. Common(report), .. Draft(report)];

    private static IEnumerable<OpenXmlElement> About(PrecedentReport report) =>
        [Styled("Heading1", "一、检索说明"), Grid([1_800, TableWidth - 1_800], report.About.Select(entry => new[] { Words(entry.Name), Words(entry.Value) }), heading: null), Empty()];

    private static IEnumerable<OpenXmlElement> Overview(PrecedentReport report)
    {
        yield return Styled("Heading1", "二、先例一览");
        if (report.Precedents.Count == 0)
        {
            yield return Styled("Normal", "没有符合条件的文件。");
            yield break;
        }
        string[] facts = ["发文机关", "文号", "成文日期", "办理结果"];
        yield return Grid(
            [600, 2_800, 1_700, 1_800, 1_300, 800],
            report.Precedents.Select(precedent => new[] { Words(precedent.Number.ToString(CultureInfo.InvariantCulture)), Words(precedent.Title) }
                .Concat(facts.Select(name => Words(precedent.Facts.FirstOrDefault(fact => fact.Name == name).Value ?? ""))).ToArray()),
            ["序号", "标题", "发文机关", "文号", "日期", "结果"]);
        yield return Empty();
    }

    private static IEnumerable<OpenXmlElement> Details(PrecedentReport report)
    {
        yield return Styled("Heading1", "三、逐件摘录");
        foreach (Precedent precedent in report.Precedents)
        {
            yield return Styled("Heading2", string.Create(CultureInfo.InvariantCulture, $"{precedent.Number}. {precedent.Title}"));
            yield return Styled("Normal", string.Join("；", precedent.Facts.Select(fact => $"{fact.Name}：{fact.Value}")) + "。");
            yield return Styled("Heading3", "入选理由");
            foreach (string reason in precedent.Reasons)
                yield return Styled("Normal", reason);
            yield return Styled("Heading3", "匹配段落（原文）");
            foreach (HighlightedText passage in precedent.Passages)
                yield return Paragraph("Quote", Marked(passage));
            yield return Styled("Reference", precedent.Reference);
        }
    }

    private static IEnumerable<OpenXmlElement> Common(PrecedentReport report)
    {
        yield return Styled("Heading1", "四、共同引用的政策");
        if (report.Common.Count == 0)
            yield return Styled("Normal", "收录的文件没有共同引用的政策。");
        foreach (CommonPolicy policy in report.Common)
            yield return Styled("Normal", $"{policy.Name}（第{string.Join("、", policy.CitedBy)}件）");
    }

    private static IEnumerable<OpenXmlElement> Draft(PrecedentReport report)
    {
        yield return Styled("Heading1", "五、拟稿参考");
        yield return Styled("Reference", "以下段落取自上列先例，其中的数据、时间、地名和机关均已换成【待填】，请据本地情况填写，引用的政策请核对原文。");
        foreach (Precedent precedent in report.Precedents)
        {
            foreach (string draft in precedent.Drafts)
                yield return Paragraph("Normal", [.. Opened(draft), Words(string.Create(CultureInfo.InvariantCulture, $"（取自第{precedent.Number}件）"), color: "5B626B")]);
        }
        if (report.ToFillIn.Count == 0)
            yield break;
        yield return Styled("Heading2", "待填清单");
        yield return Grid([6_000, TableWidth - 6_000], report.ToFillIn.Select(asked => new[] { Words(asked), Words("【待填】", color: OpenInk) }), ["待填内容", "本地情况"]);
    }

    private static IEnumerable<Run> Marked(HighlightedText passage)
    {
        string text = passage.Text;
        int done = 0;
        foreach ((int start, int end) in passage.Matches.Select(match => (match.Start, match.End)))
        {
            yield return Words(text[done..start]);
            yield return Words(text[start..end], bold: true);
            done = end;
        }
        yield return Words(text[done..]);
    }

    private static IEnumerable<Run> Opened(string draft)
    {
        while (draft.Length > 0)
        {
            int open = draft.IndexOf("【待填", StringComparison.Ordinal), close = open < 0 ? -1 : draft.IndexOf('】', open);
            if (close < 0)
            {
                yield return Words(draft);
                yield break;
            }
            yield return Words(draft[..open]);
            yield return Words(draft[open..(close + 1)], bold: true, color: OpenInk);
            draft = draft[(close + 1)..];
        }
    }

    private static Run Words(string text, bool bold = false, string? color = null)
    {
        var properties = new RunProperties();
        if (bold)
            properties.Append(new Bold());
        if (color != null)
            properties.Append(new Color { Val = color });
        return new(properties, new Text(XmlText.Clean(text.ReplaceLineEndings(" "))) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Paragraph Styled(string style, string text) => Paragraph(style, [Words(text)]);

    private static Paragraph Paragraph(string style, IEnumerable<Run> runs) => new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. runs]);

    private static Paragraph Empty() => new();

    private static Table Grid(int[] widths, IEnumerable<Run[]> rows, string[]? heading)
    {
        var table = new Table(
            new TableProperties(new TableWidth { Width = TableWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }, Borders(), new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
        if (heading != null)
            table.Append(Row(widths, [.. heading.Select(text => Words(text, bold: true))], new TableRowProperties(new TableHeader())));
        foreach (Run[] row in rows)
            table.Append(Row(widths, row, new TableRowProperties(new CantSplit())));
        return table;
    }

    private static TableRow Row(int[] widths, Run[] cells, TableRowProperties properties) => new([properties, .. cells.Select((cell, i) => new TableCell(
        new TableCellProperties(new TableCellWidth { Width = widths[i].ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }), Paragraph("Cell", [cell])))]);

    private static TableBorders Borders()
    {
        BorderType[] all = [new TopBorder(), new LeftBorder(), new BottomBorder(), new RightBorder(), new InsideHorizontalBorder(), new InsideVerticalBorder()];
        foreach (BorderType border in all)
        {
            border.Val = BorderValues.Single;
            border.Size = 4;
            border.Color = "B8B5AD";
        }
        return new(all);
    }

    private static SectionProperties Page() => new(
        new PageSize { Width = 11_906, Height = 16_838 }, new PageMargin { Top = 1_440, Right = 1_440, Bottom = 1_440, Left = 1_440, Header = 720, Footer = 720, Gutter = 0 });

    private static Styles Styles() => new(
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "宋体" }, new FontSize { Val = "22" }, new Languages { EastAsia = "zh-CN" }))),
        Style("Normal", "Normal", 22, bold: false, Ink, new SpacingBetweenLines { After = "80", Line = "320", LineRule = LineSpacingRuleValues.Auto }, isDefault: true),
        Style("Title", "Title", 36, bold: true, Ink, new SpacingBetweenLines { After = "300" }, centred: true),
        Style("Heading1", "heading 1", 28, bold: true, Accent, new SpacingBetweenLines { Before = "320", After = "140" }, level: 0),
        Style("Heading2", "heading 2", 24, bold: true, Ink, new SpacingBetweenLines { Before = "240", After = "80" }, level: 1),
        Style("Heading3", "heading 3", 22, bold: true, Ink, new SpacingBetweenLines { Before = "120", After = "40" }, level: 2),
        Style("Quote", "Quote", 21, bold: false, Ink, new SpacingBetweenLines { After = "80", Line = "300", LineRule = LineSpacingRuleValues.Auto }, indent: 420),
        Style("Reference", "Reference", 19, bold: false, "5B626B", new SpacingBetweenLines { Before = "60", After = "120" }),
        Style("Cell", "Cell", 19, bold: false, Ink, new SpacingBetweenLines { Before = "30", After = "30" }));

    private static Style Style(
        string id, string name, int size, bool bold, string color, SpacingBetweenLines spacing, bool isDefault = false, bool centred = false, int? level = null, int indent = 0)
    {
        var paragraph = new StyleParagraphProperties();
        if (level != null)
            paragraph.Append(new KeepNext());
        paragraph.Append(spacing);
        if (indent > 0)
            paragraph.Append(new Indentation { Left = indent.ToString(CultureInfo.InvariantCulture) });
        if (centred)
            paragraph.Append(new Justification { Val = JustificationValues.Center });
        if (level is { } depth)
            paragraph.Append(new OutlineLevel { Val = depth });
        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold());
        run.Append(new Color { Val = color }, new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) });
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault };
        if (!isDefault)
            style.Append(new BasedOn { Val = "Normal" });
        style.Append(paragraph, run);
        return style;
    }
}
