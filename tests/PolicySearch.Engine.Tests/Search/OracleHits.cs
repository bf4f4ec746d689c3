using System.Globalization;
using Lucene.Net.Search;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>What <c>oracle search</c> printed: for each query the best ten documents with their scores and stored ids, and the total.</summary>
internal sealed class OracleHits
{
    private const double Tolerance = 1e-5;

    private readonly Dictionary<string, List<string[]>> byQuery;

    private OracleHits(Dictionary<string, List<string[]>> byQuery) => this.byQuery = byQuery;

    /// <summary>From the lines that it printed.</summary>
    public static OracleHits Parse(IEnumerable<string> lines) =>
        new(lines.Where(line => line.Length > 0).Select(line => line.Split('\t')).GroupBy(columns => columns[0]).ToDictionary(group => group.Key, group => group.Select(columns => columns[1..]).ToList()));

    /// <summary>Fails unless we find the same documents in the same order, with the same stored ids, scores and total.</summary>
    /// <returns>How many documents it finds.</returns>
    public int AssertSame(OracleQuery query, IndexSearcher searcher)
    {
        List<string[]> expected = byQuery[query.Id];
        TopDocs actual = searcher.Search(query.Query, 10);
        Assert.True(int.Parse(expected[^1][1], CultureInfo.InvariantCulture) == actual.TotalHits, $"{query.Line}: {actual.TotalHits} hits, not {expected[^1][1]}");
        string[] documents = [.. expected.SkipLast(1).Select(columns => columns[1])], found = [.. actual.ScoreDocs.Select(hit => $"{hit.Doc}")];
        Assert.True(documents.SequenceEqual(found), $"{query.Line}: documents {string.Join(' ', found)}, not {string.Join(' ', documents)}");
        for (int i = 0; i < documents.Length; i++)
        {
            float score = float.Parse(expected[i][2], CultureInfo.InvariantCulture);
            Assert.True(Math.Abs(score - actual.ScoreDocs[i].Score) <= Tolerance, $"{query.Line}: document {documents[i]} scores {actual.ScoreDocs[i].Score}, not {score}");
            Assert.Equal(expected[i][3], searcher.Doc(actual.ScoreDocs[i].Doc).Get("id"));
        }
        return actual.TotalHits;
    }
}
