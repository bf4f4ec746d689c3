using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Suggesting;

/// <summary>
/// Brings the index of suggestions up to date with the main index's last commit: made anew, then committed at once, so the old one serves until then.
/// Called by the run that holds the main index's write lock.
/// </summary>
internal static class SuggestIndexer
{
    private const double BufferMegabytes = 48;

    /// <summary>Makes the suggestions of the main index's last commit, unless they are there already.</summary>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="IOException">The main index cannot be read or the suggestions cannot be written; what was there stays.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was there stays.</exception>
    public static bool Update(FSDirectory main, string indexFolder, Analyzer analyzer, CancellationToken cancellation)
    {
        using DirectoryReader reader = DirectoryReader.Open(main);
        string folder = Path.Combine(indexFolder, SuggestSchema.Folder);
        System.IO.Directory.CreateDirectory(folder);
        using FSDirectory directory = FSDirectory.Open(folder);
        string source = SourceOf(reader);
        if (SourceIn(directory) == source)
            return false;
        using IndexWriter writer = Open(directory, analyzer);
        try
        {
            foreach ((Suggestion suggestion, IReadOnlyList<int> starts) in new SuggestionSource(reader, analyzer).Read())
            {
                cancellation.ThrowIfCancellationRequested();
                writer.AddDocument(SuggestSchema.Map(suggestion, starts));
            }
            writer.ForceMerge(1);
            writer.SetCommitData(new Dictionary<string, string>
            {
                [PolicySchema.VersionKey] = PolicySchema.Version,
                [PolicySchema.IndexIdKey] = Guid.NewGuid().ToString("N"),
                [SuggestSchema.SourceKey] = source,
            });
            writer.Commit();
            return true;
        }
        catch
        {
            // Half a list must not be committed by disposing.
            writer.Rollback();
            throw;
        }
    }

    /// <summary>Names a commit of the main index.</summary>
    public static string SourceOf(DirectoryReader reader) =>
        $"{(reader.IndexCommit.UserData.TryGetValue(PolicySchema.IndexIdKey, out string? id) ? id : "")}.{reader.IndexCommit.Generation}";

    /// <summary>The commit that suggestions were made from; null when there are none that this program can use.</summary>
    public static string? SourceIn(FSDirectory directory)
    {
        try
        {
            if (!DirectoryReader.IndexExists(directory))
                return null;
            using DirectoryReader reader = DirectoryReader.Open(directory);
            IDictionary<string, string> data = reader.IndexCommit.UserData;
            bool usable = data.TryGetValue(PolicySchema.VersionKey, out string? version) && version == PolicySchema.Version;
            return usable && data.TryGetValue(SuggestSchema.SourceKey, out string? source) ? source : null;
        }
        catch (IOException)
        {
            // Damaged: it is derived, so it is simply made anew.
            return null;
        }
    }

    private static IndexWriter Open(FSDirectory directory, Analyzer analyzer) => new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
    {
        OpenMode = OpenMode.CREATE,
        RAMBufferSizeMB = BufferMegabytes,
        // Merges neighbours only, so the best of a kind keep standing first.
        MergePolicy = new LogDocMergePolicy(),
    });
}
