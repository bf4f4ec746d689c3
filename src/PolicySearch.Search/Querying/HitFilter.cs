using Lucene.Net.Index;
using PolicySearch.Search.Querying.Facets;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying;

/// <summary>Whether documents pass the filters and dates of a request. Moves from segment to segment; for one search.</summary>
internal sealed class HitFilter
{
    private readonly FacetColumn[] columns;
    private readonly DateWindow window;
    private NumericDocValues? dates;

    /// <summary>The filters of a request.</summary>
    public HitFilter(PolicySearcher searcher, SearchRequest request)
    {
        columns = [.. request.Filters.Where(filter => filter.Value.Count > 0)
            .Select(filter => new FacetColumn(searcher.Facets[filter.Key], new FacetFilter(searcher.Facets[filter.Key], filter.Value)))];
        window = DateWindow.Of(request);
    }

    /// <summary>Moves to a segment.</summary>
    public void SetSegment(AtomicReaderContext context)
    {
        dates = window.IsOpen ? null : context.AtomicReader.GetNumericDocValues(PolicySchema.Date);
        foreach (FacetColumn column in columns)
            column.SetSegment(context);
    }

    /// <summary>Whether a document of the segment passes all of them.</summary>
    public bool Admits(int doc)
    {
        if (!window.IsOpen && !window.Admits(dates?.Get(doc) ?? 0))
            return false;
        foreach (FacetColumn column in columns)
        {
            if (!column.Admits(doc))
                return false;
        }
        return true;
    }
}

/// <summary>The dates that a request lets through, as numbers of the index. Undated documents pass only when any date does.</summary>
/// <param name="Earliest">First day.</param>
/// <param name="Latest">Last day.</param>
internal readonly record struct DateWindow(long Earliest, long Latest)
{
    /// <summary>Whether any date passes, and none.</summary>
    public bool IsOpen => Earliest == 0;

    /// <summary>The dates of a request.</summary>
    public static DateWindow Of(SearchRequest request) => new(
        request.From is { } from ? PolicySchema.DateNumber(from) : request.To == null ? 0 : 1,
        request.To is { } to ? PolicySchema.DateNumber(to) : long.MaxValue);

    /// <summary>Whether a date passes; 0 stands for none.</summary>
    public bool Admits(long date) => date >= Earliest && date <= Latest;
}
