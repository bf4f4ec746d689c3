using Lucene.Net.Index;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Suggesting;

namespace PolicySearch.Search;

public sealed partial class EmbeddedPolicySearch
{
    // A query that finds so few is asked for another spelling, and a proposal must find so many times more.
    private const int Few = 2, ManyTimes = 5;

    /// <summary>Adds to an answer with few or no hits what the user may have meant, and what finds nothing.</summary>
    /// <param name="searcher">The state of the index.</param>
    /// <param name="request">The search.</param>
    /// <param name="response">Its answer.</param>
    /// <param name="strict">Documents that have all that was asked for.</param>
    /// <param name="cancellation">Gives up.</param>
    private SearchResponse Advise(PolicySearcher searcher, SearchRequest request, SearchResponse response, long strict, CancellationToken cancellation)
    {
        if (strict > Few || request.Size == 0 || request.Page > 1)
            return response;
        var report = new NothingFoundReport(searcher, planner, request, cancellation);
        Correction? meant = string.IsNullOrWhiteSpace(request.Query) ? null : Correct(report, request, strict);
        return response with { DidYouMean = meant, NothingFound = strict == 0 ? report.Make() : null };
    }

    private Correction? Correct(NothingFoundReport report, SearchRequest request, long strict)
    {
        ParsedQuery query = QueryParser.Parse(request.Query);
        IReadOnlyList<(Proposal Proposal, double Weight)> proposals = suggester.TryUse(reader => new Corrector(reader).Propose(query)) ?? [];
        (Correction Correction, double Weight)? best = null;
        foreach ((Proposal proposal, double weight) in proposals)
        {
            int replaced = proposal.End - (proposal.Query.Length - query.Folded.Length);
            if (report.IsSpoiledOutside(proposal.Start, replaced) || planner.LeavesLoneCharacter(proposal.Query, proposal.Start, proposal.End))
                continue;
            long total = report.Count(request with { Query = proposal.Query });
            double worth = weight + Math.Log10(1 + total);
            if (total > strict * ManyTimes && (best == null || worth > best.Value.Weight))
                best = (new(proposal.Query, total), worth);
        }
        return best?.Correction;
    }
}
