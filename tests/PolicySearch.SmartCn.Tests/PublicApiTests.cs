using System.Reflection;
using PolicySearch.Testing;

namespace PolicySearch.SmartCn.Tests;

public sealed class PublicApiTests
{
    [NeedsFact(Requirement.SharedData)]
    public void Nothing_is_public_that_LuceneNet_does_not_have()
    {
        ApiList list = ApiList.Read(RepositoryRoot.InShared("lucene-net-api.txt"));

        string[] beyond = list.Beyond(Assembly.Load("PolicySearch.SmartCn")).ToArray();

        Assert.True(beyond.Length == 0, $"{beyond.Length} members are visible but not listed; make them internal:\n{string.Join('\n', beyond)}");
    }
}
