using System.Reflection;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests;

public sealed class PublicApiTests
{
    [NeedsFact(Requirement.SharedData)]
    public void Nothing_is_public_that_LuceneNet_does_not_have()
    {
        ApiList list = ApiList.Read(RepositoryRoot.InShared("lucene-net-api.txt"));

        string[] beyond = list.Beyond(Assembly.Load("PolicySearch.Engine")).ToArray();

        Assert.NotEmpty(list.Beyond(typeof(ApiList).Assembly));
        Assert.True(beyond.Length == 0, $"{beyond.Length} members are visible but not listed; make them internal:\n{string.Join('\n', beyond)}");
    }
}
