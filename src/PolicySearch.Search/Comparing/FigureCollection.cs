using Lucene.Net.Documents;
using Lucene.Net.Search;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Comparing;

/// <summary>Collects what documents state about a measure. Reads at most <see cref="FigureTableRequest.MaxDocuments"/> stored documents, and the records of those alone that state it.</summary>
internal sealed class FigureCollection
{
    // Enough to know what there is to compare.
    private const int MaxSampled = 500;
    private const int MaxMeasures = 60;
    private const int LongestMeasure = 16;

    private readonly Dictionary<(string Place, int? Year), List<StatedFigure>> cells = [];
    private readonly Dictionary<(string Subject, string Unit), int> measures = [];

    /// <summary>The figures of the documents that match a query.</summary>
    public static FigureTable Run(PolicySearcher searcher, Query query, FigureTableRequest request, CancellationToken cancellation)
    {
        bool sampling = request.Measure.Length == 0;
        SearchRequest newest = request.Search with { Page = 1, Size = sampling ? MaxSampled : FigureTableRequest.MaxDocuments, FacetSize = 1 };
        SearchPass pass = SearchPass.Run(searcher, query, newest, SortOrder.DateDescending, cancellation);
        var collection = new FigureCollection();
        string measure = CharacterFolding.Fold(request.Measure), unit = request.Unit;
        foreach (RankedDoc hit in pass.Hits)
        {
            cancellation.ThrowIfCancellationRequested();
            if (sampling)
                collection.Sample(StoredDocument.ReadFigures(searcher.Doc(hit.Doc, StoredDocument.FigureFields)));
            else
                collection.Add(searcher.Doc(hit.Doc, StoredDocument.ResultFields), figure => Fits(figure, measure, unit));
        }
        return collection.Finish(pass);
    }

    private static bool Fits(Figure figure, string measure, string unit) =>
        figure.Subject != null && (unit.Length == 0 || figure.Unit == unit) && CharacterFolding.Fold(figure.Subject).Contains(measure, StringComparison.Ordinal);

    private void Sample(IEnumerable<Figure> figures) =>
        Count(figures.Where(figure => figure.Subject is { Length: >= 2 and <= LongestMeasure }));

    private void Count(IEnumerable<Figure> figures)
    {
        foreach ((string, string) measure in figures.Select(figure => (figure.Subject!, figure.Unit)).Distinct())
            measures[measure] = measures.GetValueOrDefault(measure) + 1;
    }

    private void Add(Document stored, Predicate<Figure> fits)
    {
        List<Figure> figures = [.. StoredDocument.ReadFigures(stored).Where(figure => fits(figure))];
        if (figures.Count == 0)
            return;
        Count(figures);
        PolicyDocument record = StoredDocument.ReadRecord(stored);
        string body = StoredDocument.ReadBody(stored), place = record.City ?? record.Province ?? SearchRequest.Unlabelled;
        foreach (Figure figure in figures)
        {
            int? year = figure.Year ?? record.Year;
            if (!cells.TryGetValue((place, year), out List<StatedFigure>? cell))
                cells.Add((place, year), cell = []);
            cell.Add(new(figure, record, Sentence(body, figure)));
        }
    }

    private static HighlightedText Sentence(string body, Figure figure) =>
        new(body[figure.SentenceStart..figure.SentenceEnd], [new(figure.Start - figure.SentenceStart, figure.End - figure.SentenceStart)], figure.SentenceStart);

    private FigureTable Finish(SearchPass pass) => new(
        pass.Total,
        pass.Hits.Count,
        [.. measures.OrderByDescending(measure => measure.Value).ThenBy(measure => measure.Key.Subject, StringComparer.Ordinal).ThenBy(measure => measure.Key.Unit, StringComparer.Ordinal)
            .Take(MaxMeasures).Select(measure => new MeasureUse(measure.Key.Subject, measure.Key.Unit, measure.Value))],
        [.. cells.Keys.Select(key => key.Place).Distinct().OrderBy(place => place == SearchRequest.Unlabelled).ThenBy(place => place, StringComparer.Ordinal)],
        [.. cells.Keys.Select(key => key.Year).Distinct().OrderBy(year => year ?? int.MaxValue)],
        [.. cells.Select(cell => new FigureCell(cell.Key.Place, cell.Key.Year, cell.Value))]);
}
