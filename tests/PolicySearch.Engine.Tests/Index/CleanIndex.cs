using System.IO;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace PolicySearch.Engine.Tests.Index;

/// <summary>Holds an index against everything that <see cref="CheckIndex"/> knows.</summary>
internal static class CleanIndex
{
    /// <summary>Fails, showing the report, unless the last commit is clean.</summary>
    public static CheckIndex.Status Assert(Directory directory)
    {
        var report = new StringWriter();
        CheckIndex.Status status = new CheckIndex(directory) { CrossCheckTermVectors = true, InfoStream = report }.DoCheckIndex();
        Xunit.Assert.True(status.Clean, report.ToString());
        return status;
    }

    /// <inheritdoc cref="Assert(Directory)"/>
    public static CheckIndex.Status Assert(string path)
    {
        using FSDirectory directory = FSDirectory.Open(path);
        return Assert(directory);
    }
}
