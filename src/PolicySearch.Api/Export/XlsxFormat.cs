using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PolicySearch.Search.Exporting;

namespace PolicySearch.Api.Export;

/// <summary>
/// An Excel workbook: a sheet of results, and one that says what was asked for, when, and whether it was cut. Written row by row into a temporary file, because the
/// package's writer is synchronous; nothing of it is held in memory. Text is text: no cell is a formula.
/// </summary>
internal sealed class XlsxFormat : IExportFormat
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const int MaxCell = 32_767;
    private const uint Heading = 1, Wrapped = 2;

    /// <inheritdoc/>
    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc/>
    public string Extension => ".xlsx";

    /// <inheritdoc/>
    public async Task WriteAsync(ExportJob job, Stream target, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await Task.Run(() => Write(job, file, cancellationToken), cancellationToken);
        file.Position = 0;
        await file.CopyToAsync(target, cancellationToken);
    }

    private static void Write(ExportJob job, Stream file, CancellationToken cancellation)
    {
        // Written only, the parts go to the file as they come; a package that could be read too would keep them in memory.
        using var package = Package.Open(file, FileMode.Create, FileAccess.Write);
        WritePart(package, "/xl/worksheets/sheet1.xml", "worksheet+xml", CompressionOption.Fast, writer => WriteResults(writer, job, cancellation));
        WritePart(package, "/xl/worksheets/sheet2.xml", "worksheet+xml", CompressionOption.Fast, writer => WriteAbout(writer, job));
        WritePart(package, "/xl/styles.xml", "styles+xml", CompressionOption.Normal, writer => writer.WriteElement(Styles()));
        PackagePart workbook = WritePart(package, "/xl/workbook.xml", "sheet.main+xml", CompressionOption.Normal, writer => writer.WriteElement(new Workbook(
            new Sheets(new Sheet { Name = "检索结果", SheetId = 1, Id = "rId1" }, new Sheet { Name = "检索说明", SheetId = 2, Id = "rId2" }))));
        Relate(workbook, "worksheets/sheet1.xml", "worksheet", "rId1");
        Relate(workbook, "worksheets/sheet2.xml", "worksheet", "rId2");
        Relate(workbook, "styles.xml", "styles", "rId3");
        package.CreateRelationship(new Uri("xl/workbook.xml", UriKind.Relative), TargetMode.Internal, Relations + "officeDocument", "rId1");
    }

    private static PackagePart WritePart(Package package, string name, string type, CompressionOption compression, Action<OpenXmlWriter> write)
    {
        PackagePart part = package.CreatePart(new Uri(name, UriKind.Relative), Main + type, compression);
        using Stream stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        write(writer);
        return part;
    }

    private static void Relate(PackagePart workbook, string target, string type, string id) =>
        workbook.CreateRelationship(new Uri(target, UriKind.Relative), TargetMode.Internal, Relations + type, id);

    private static void WriteResults(OpenXmlWriter writer, ExportJob job, CancellationToken cancellation)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0, TabSelected = true }));
        writer.WriteElement(Widths([6, .. ExportColumns.All.Select(column => column.Width)]));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, ["序号", .. ExportColumns.All.Select(column => column.Heading)], Heading);
        int number = 0;
        foreach (ResultDocument result in job.Results.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            WriteRow(writer, [(++number).ToString(CultureInfo.InvariantCulture), .. ExportColumns.All.Select(column => column.Value(job, result))], Wrapped);
        }
        if (job.CutNotice is { } notice)
            WriteRow(writer, ["", notice], Heading);
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{ColumnName(ExportColumns.All.Count)}{number + 1}" });
        writer.WriteEndElement();
    }

    private static void WriteAbout(OpenXmlWriter writer, ExportJob job)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(Widths([16, 80]));
        writer.WriteStartElement(new SheetData());
        foreach ((string name, string value) in job.Conditions())
            WriteRow(writer, [name, value], Wrapped);
        WriteRow(writer, ["结果总数", job.Results.Total.ToString(CultureInfo.InvariantCulture)], Wrapped);
        WriteRow(writer, ["导出条数", job.Results.Count.ToString(CultureInfo.InvariantCulture)], Wrapped);
        WriteRow(writer, ["是否截断", job.CutNotice ?? "否，全部结果都在表中。"], Wrapped);
        WriteRow(writer, ["导出时间", job.Now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)], Wrapped);
        WriteRow(writer, ["索引版本", job.Results.IndexVersion], Wrapped);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<string> cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (string text in cells)
            writer.WriteElement(new Cell(new InlineString(new Text(Fit(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style });
        writer.WriteEndElement();
    }

    private static string Fit(string text)
    {
        text = XmlText.Clean(text);
        return text.Length <= MaxCell ? text : text[..(MaxCell - 2)] + "…";
    }

    private static Columns Widths(IReadOnlyList<int> widths) =>
        new(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true }));

    private static string ColumnName(int index) => index < 26 ? ((char)('A' + index)).ToString() : ColumnName(index / 26 - 1) + (char)('A' + index % 26);

    private static Stylesheet Styles() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "等线" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "等线" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE6EEF6" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Center }) { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
