using Lucene.Net.Analysis;
using Lucene.Net.Search;
using PolicySearch.Documents;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Similar;

/// <summary>What one search for similar wording works on. Immutable.</summary>
/// <param name="Documents">A state of the documents.</param>
/// <param name="Passages">The passages that go with it.</param>
/// <param name="Analyzer">The token chain of both.</param>
/// <param name="Cancellation">Stops the search.</param>
internal sealed record SearchedState(PolicySearcher Documents, IndexSearcher Passages, Analyzer Analyzer, CancellationToken Cancellation)
{
    /// <summary>Finds passages.</summary>
    public PassageFinder Finder => new(Passages, Cancellation);

    /// <summary>The words of a draft, and its wording.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="isIndexed">Whether the index holds the draft itself.</param>
    public (DraftTerms Words, DraftWording Wording) Read(PolicyDocument draft, bool isIndexed)
    {
        DraftTerms words = DraftTerms.Of(draft, Documents.IndexReader, Analyzer, isIndexed);
        return (words, DraftWording.Of(draft.Body, words.Telling, Passages.IndexReader, Documents.IndexReader.NumDocs, isIndexed ? 1 : 0));
    }
}
