using Lucene.Net.Index;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Suggesting;

/// <summary>Suggestions out of their own index beside the main one. Thread-safe; owns what it opens.</summary>
internal sealed class Suggester(string indexFolder, TimeSpan refreshInterval) : IDisposable
{
    private const string Missing = "联想词库还没有建立，暂时没有联想；下次更新索引时会自动建立。";
    private const string Outdated = "联想词库还没有跟上最近一次更新，可能缺少新文件里的词。";

    private readonly OpenIndex index = new(Path.Combine(indexFolder, SuggestSchema.Folder), refreshInterval);

    /// <summary>Completes a text; see <see cref="ISuggester"/>.</summary>
    /// <param name="main">The state of the main index that is searched.</param>
    /// <param name="typed">The text.</param>
    /// <param name="limit">Most suggestions.</param>
    public SuggestResponse Suggest(DirectoryReader main, string typed, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, SuggestResponse.MaxLimit);
        if (typed.Length > SuggestResponse.MaxTypedLength)
            return new([]);
        string source = SuggestIndexer.SourceOf(main);
        return TryUse(reader => new SuggestResponse(new SuggestionLookup(reader, typed, limit).Find(), IsOf(reader, source) ? null : Outdated)) ?? new([], Missing);
    }

    /// <summary>Does something with the suggestions; null when there are none that can be read.</summary>
    public T? TryUse<T>(Func<DirectoryReader, T> work) where T : class
    {
        try
        {
            return index.Use(searcher => work((DirectoryReader)searcher.IndexReader));
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => index.Dispose();

    private static bool IsOf(DirectoryReader reader, string source) =>
        reader.IndexCommit.UserData.TryGetValue(SuggestSchema.SourceKey, out string? made) && made == source;
}
