using PolicySearch.Documents;
using PolicySearch.Search.Tests.Querying;

namespace PolicySearch.Search.Tests.Contract;

/// <summary>The embedded index under the contract.</summary>
public sealed class EmbeddedPolicySearchTests : PolicySearchContract
{
    private protected override Searched Over(IReadOnlyList<PolicyDocument> documents)
    {
        var index = new TestIndex(documents);
        return new(index.Search, documents, index);
    }

    private protected override Searched OverNothing()
    {
        var search = new EmbeddedPolicySearch(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        return new(search, [], search);
    }
}
