using System.Text.Json;
using PolicySearch.Api.Documents;
using PolicySearch.Api.Search;
using PolicySearch.Documents;
using PolicySearch.Search.Comparing;

namespace PolicySearch.Api.Compare;

/// <summary>Counts by two facets.</summary>
/// <param name="Total">Documents that match, exact.</param>
/// <param name="Rows">What the rows stand for.</param>
/// <param name="Columns">What the columns stand for.</param>
/// <param name="Cells">Documents for each row and column; where neither axis repeats documents they add up to <paramref name="Total"/>.</param>
internal sealed record CountsView(long Total, AxisView Rows, AxisView Columns, IReadOnlyList<IReadOnlyList<int>> Cells)
{
    public static CountsView From(CrossTable table) => new(table.Total, AxisView.From(table.Rows), AxisView.From(table.Columns), table.Cells);
}

/// <summary>One axis.</summary>
/// <param name="Name">The name of the facet's filter parameter.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Distinct">How many values there are, those left out included.</param>
/// <param name="Repeats">Whether a document may have several values, so that counts may add up to more than there are documents.</param>
/// <param name="Values">Rows or columns in order.</param>
internal sealed record AxisView(string Name, string Label, int Distinct, bool Repeats, IReadOnlyList<AxisValueView> Values)
{
    public static AxisView From(TableAxis axis)
    {
        (string name, string label) = FacetNames.Of(axis.Field);
        return new(name, label, axis.Distinct, axis.Repeats, [.. axis.Values.Select(value => new AxisValueView(value.Value, value.Value is null ? "其余" : value.Label, value.Parent, value.Count))]);
    }
}

/// <summary>A row or a column.</summary>
/// <param name="Value">What a filter takes; null where several values are added up.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Parent">The value above it.</param>
/// <param name="Count">Documents that have it.</param>
internal sealed record AxisValueView(string? Value, string Label, string? Parent, int Count);

/// <summary>Figures by place and year. What no document states is missing.</summary>
/// <param name="Total">Documents that match.</param>
/// <param name="Read">Documents that were looked at, the newest; fewer than <paramref name="Total"/> when there are too many.</param>
/// <param name="Measures">Measures, the most frequent first.</param>
/// <param name="Places">Rows.</param>
/// <param name="Years">Columns; null for figures without a year.</param>
/// <param name="Cells">What is stated.</param>
internal sealed record FiguresView(long Total, int Read, IReadOnlyList<MeasureUse> Measures, IReadOnlyList<string> Places, IReadOnlyList<int?> Years, IReadOnlyList<FigureCellView> Cells)
{
    public static FiguresView From(FigureTable table) => new(table.Total, table.Read, table.Measures, table.Places, table.Years,
        [.. table.Cells.Select(cell => new FigureCellView(cell.Place, cell.Year, [.. cell.Figures.Select(StatedFigureView.From)]))]);
}

/// <summary>What is stated about one place and year.</summary>
internal sealed record FigureCellView(string Place, int? Year, IReadOnlyList<StatedFigureView> Figures);

/// <summary>A figure and where it stands.</summary>
/// <param name="Subject">What is measured.</param>
/// <param name="Comparator"><c>equal</c>, <c>atLeast</c>, <c>atMost</c>, <c>moreThan</c>, <c>lessThan</c>, <c>about</c>, <c>increase</c> or <c>decrease</c>.</param>
/// <param name="Value">The number; of a range the lower end.</param>
/// <param name="Upper">Upper end of a range.</param>
/// <param name="Unit">The measure; "" for a bare count.</param>
/// <param name="Promised">Something to come.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Title">Its title, or the name of its file.</param>
/// <param name="DocNumber">Its 文号.</param>
/// <param name="Date">Its issue date.</param>
/// <param name="Sentence">The sentence, the number marked; its offset counts in the document's text.</param>
internal sealed record StatedFigureView(
    string Subject, string Comparator, decimal Value, decimal? Upper, string Unit, bool Promised, string Document, string Title, string? DocNumber, DateOnly? Date, HighlightView Sentence)
{
    public static StatedFigureView From(StatedFigure stated)
    {
        Figure figure = stated.Figure;
        PolicyDocument document = stated.Document;
        return new(figure.Subject ?? "", JsonNamingPolicy.CamelCase.ConvertName(figure.Comparator.ToString()), figure.Value, figure.Upper, figure.Unit, figure.Promised,
            document.Id, document.Title ?? document.Source[(document.Source.LastIndexOf('/') + 1)..], document.DocumentNumber, document.IssueDate,
            HighlightView.From(stated.Sentence, PhoneMask.For(document)));
    }
}
