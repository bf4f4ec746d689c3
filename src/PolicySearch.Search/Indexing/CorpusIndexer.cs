using Lucene.Net.Index;
using Lucene.Net.Store;
using PolicySearch.Documents;
using PolicySearch.Search.Schema;
using PolicySearch.Search.Suggesting;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// <see cref="ICorpusIndexer"/> into an index in a folder, which is made when it is not there. One run at a time may write an index: another is refused,
/// in this process or any other. Thread-safe.
/// </summary>
public sealed class CorpusIndexer : ICorpusIndexer
{
    private readonly string indexFolder;
    private readonly IDocumentReader reader;
    private readonly DomainLexicon lexicon;

    /// <summary>Writes the index in a folder.</summary>
    /// <param name="indexFolder">The folder.</param>
    /// <param name="reader">Reads the files.</param>
    /// <param name="lexicon">Compounds to index as one word; null for those that come with the application. An index keeps to one lexicon.</param>
    public CorpusIndexer(string indexFolder, IDocumentReader reader, DomainLexicon? lexicon = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(indexFolder);
        ArgumentNullException.ThrowIfNull(reader);
        this.indexFolder = indexFolder;
        this.reader = reader;
        this.lexicon = lexicon ?? DomainLexicon.BuiltIn;
    }

    /// <inheritdoc/>
    public IndexingReport Run(IReadOnlyList<string> corpora, IndexingOptions options, IProgress<IndexingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Parallelism);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.CommitInterval, TimeSpan.Zero);
        CorpusFiles files = CorpusFiles.List(corpora, reader);
        System.IO.Directory.CreateDirectory(indexFolder);
        using FSDirectory directory = FSDirectory.Open(indexFolder);
        using var analyzer = new PolicyAnalyzer(lexicon);
        bool isNew = options.Rebuild || !DirectoryReader.IndexExists(directory);
        (Dictionary<string, string> indexed, Dictionary<string, NumberRecord> numbers) = isNew ? ([], []) : ReadIndexed(directory);
        using PolicyIndexWriter writer = Open(directory, analyzer, isNew);
        var run = new IndexingRun(writer, reader, files, indexed, new NumberLessons(numbers), options, progress);
        return WithSuggestions(run.Execute(cancellationToken), directory, analyzer, cancellationToken);
    }

    /// <summary>The documents are committed already: that the suggestions cannot be made is a warning, and the next run tries again.</summary>
    private IndexingReport WithSuggestions(IndexingReport report, FSDirectory directory, PolicyAnalyzer analyzer, CancellationToken cancellation)
    {
        try
        {
            SuggestIndexer.Update(directory, indexFolder, analyzer, cancellation);
            return report;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            string warning = $"the documents are indexed, but the suggestions could not be brought up to date ({error.Message}); run the command again";
            return report with { Warnings = [.. report.Warnings, (SuggestSchema.Folder, warning)] };
        }
    }

    private (Dictionary<string, string> Hashes, Dictionary<string, NumberRecord> Numbers) ReadIndexed(FSDirectory directory)
    {
        try
        {
            using DirectoryReader existing = DirectoryReader.Open(directory);
            IDictionary<string, string> data = existing.IndexCommit.UserData;
            IndexVersion.Require(data, indexFolder);
            RequireLexicon(data);
            return (IndexedSources.Read(existing), IndexedSources.ReadNumbers(existing));
        }
        catch (IOException error)
        {
            throw Damaged(error);
        }
    }

    private void RequireLexicon(IDictionary<string, string> data)
    {
        if (data.TryGetValue(PolicySchema.LexiconKey, out string? fingerprint) && fingerprint != lexicon.Fingerprint)
        {
            throw new IndexUnavailableException(
                $"{indexFolder}: the index was built with another lexicon; name that one, or build the index anew: policysearch index CORPUS --index {indexFolder} --rebuild");
        }
    }

    private PolicyIndexWriter Open(FSDirectory directory, PolicyAnalyzer analyzer, bool isNew)
    {
        try
        {
            return new PolicyIndexWriter(directory, analyzer, isNew ? NewCommitData() : null);
        }
        catch (LockObtainFailedException error)
        {
            throw new IndexUnavailableException($"{indexFolder}: the index is being written by another process; wait until it has finished", error);
        }
        catch (IOException error) when (error is CorruptIndexException or FileNotFoundException)
        {
            throw Damaged(error);
        }
    }

    private Dictionary<string, string> NewCommitData() => new()
    {
        [PolicySchema.VersionKey] = PolicySchema.Version,
        [PolicySchema.IndexIdKey] = Guid.NewGuid().ToString("N"),
        [PolicySchema.LexiconKey] = lexicon.Fingerprint,
    };

    private IndexUnavailableException Damaged(IOException error) =>
        new($"{indexFolder}: the index cannot be read ({error.Message}); build it anew: policysearch index CORPUS --index {indexFolder} --rebuild", error);
}
