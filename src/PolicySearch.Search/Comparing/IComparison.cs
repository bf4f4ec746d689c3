using PolicySearch.Documents;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Comparing;

/// <summary>
/// The port to results laid out in a table: how many there are for each pair of values, and what figures they state. Implementations are thread-safe.
/// </summary>
public interface IComparison
{
    /// <summary>Counts the results of a search by two facets.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size or level outside the limits that <see cref="CrossTableRequest"/> states, or rows and columns by the same facet.</exception>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task<CrossTable> CountAsync(CrossTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>Collects the figures that the results of a search state about a measure, by city and year.</summary>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task<FigureTable> FiguresAsync(FigureTableRequest request, CancellationToken cancellationToken = default);
}

/// <summary>Asks for counts by two facets. Immutable.</summary>
public sealed record CrossTableRequest
{
    /// <summary>Most values that an axis may show.</summary>
    public const int MaxValues = 500;

    /// <summary>Which documents: query, filters and dates count; order and page do not.</summary>
    public required SearchRequest Search { get; init; }

    /// <summary>What the rows stand for.</summary>
    public required FacetField Rows { get; init; }

    /// <summary>What the columns stand for; another facet than the rows'.</summary>
    public required FacetField Columns { get; init; }

    /// <summary>Most rows, the most frequent values; the others are added up in one more. 1 to <see cref="MaxValues"/>, default 50.</summary>
    public int RowLimit { get; init; } = 50;

    /// <summary>Most columns, likewise. Default 30.</summary>
    public int ColumnLimit { get; init; } = 30;

    /// <summary>Which level of the topics counts, 1 (the topmost) to 3. Default 1.</summary>
    public int TopicLevel { get; init; } = 1;
}

/// <summary>Counts by two facets.</summary>
/// <param name="Total">Documents that match, exact.</param>
/// <param name="Rows">What the rows stand for.</param>
/// <param name="Columns">What the columns stand for.</param>
/// <param name="Cells">Documents for each row and column. Where neither axis repeats documents, all of them add up to <paramref name="Total"/>.</param>
public sealed record CrossTable(long Total, TableAxis Rows, TableAxis Columns, IReadOnlyList<IReadOnlyList<int>> Cells);

/// <summary>One axis of a table.</summary>
/// <param name="Field">The facet.</param>
/// <param name="Values">Years ascending, others the most frequent first; then what was left out, added up; documents without a value last.</param>
/// <param name="Distinct">How many values there are, those left out included.</param>
/// <param name="Repeats">Whether a document may have several of the values, so that counts may add up to more than there are documents.</param>
public sealed record TableAxis(FacetField Field, IReadOnlyList<AxisValue> Values, int Distinct, bool Repeats);

/// <summary>A row or a column.</summary>
/// <param name="Value">What a filter takes; null where several values are added up.</param>
/// <param name="Label">What a person reads; "" where several values are added up.</param>
/// <param name="Parent">The value above it, or null.</param>
/// <param name="Count">Documents that have it.</param>
public sealed record AxisValue(string? Value, string Label, string? Parent, int Count);

/// <summary>Asks for figures. Immutable.</summary>
public sealed record FigureTableRequest
{
    /// <summary>Longest measure in UTF-16 units.</summary>
    public const int MaxMeasureLength = 60;

    /// <summary>Documents that are looked at, the newest: so that a search for everything stays quick.</summary>
    public const int MaxDocuments = 2_000;

    /// <summary>Which documents: query, filters and dates count; order and page do not.</summary>
    public required SearchRequest Search { get; init; }

    /// <summary>What is measured (签约率): figures whose subject contains it. Empty asks for the measures that there are instead.</summary>
    public string Measure { get; init; } = "";

    /// <summary>Only figures in this unit (%); empty for all.</summary>
    public string Unit { get; init; } = "";
}

/// <summary>Figures by place and year. A pair that no document states anything about is missing: nothing stated is not zero.</summary>
/// <param name="Total">Documents that match, exact.</param>
/// <param name="Read">Documents that were looked at; fewer than <paramref name="Total"/> when the search finds more than <see cref="FigureTableRequest.MaxDocuments"/>.</param>
/// <param name="Measures">Measures that the documents state, the most frequent first; of a given measure the subjects and units that it was found in.</param>
/// <param name="Places">Cities; of a document without one its province; <see cref="SearchRequest.Unlabelled"/> last.</param>
/// <param name="Years">Years that the figures are about, ascending; null last.</param>
/// <param name="Cells">What is stated, by place and year.</param>
public sealed record FigureTable(
    long Total, int Read, IReadOnlyList<MeasureUse> Measures, IReadOnlyList<string> Places, IReadOnlyList<int?> Years, IReadOnlyList<FigureCell> Cells);

/// <summary>A measure.</summary>
/// <param name="Subject">What is measured.</param>
/// <param name="Unit">In what; "" for a bare count.</param>
/// <param name="Documents">Documents that state it.</param>
public sealed record MeasureUse(string Subject, string Unit, int Documents);

/// <summary>What is stated about one place and year.</summary>
/// <param name="Place">As in <see cref="FigureTable.Places"/>.</param>
/// <param name="Year">As in <see cref="FigureTable.Years"/>.</param>
/// <param name="Figures">The newest document first.</param>
public sealed record FigureCell(string Place, int? Year, IReadOnlyList<StatedFigure> Figures);

/// <summary>A figure and where it stands.</summary>
/// <param name="Figure">The figure; its offsets count in the document's body.</param>
/// <param name="Document">The document's record, without body and figures.</param>
/// <param name="Sentence">Its sentence, the number marked.</param>
public sealed record StatedFigure(Figure Figure, PolicyDocument Document, HighlightedText Sentence);
