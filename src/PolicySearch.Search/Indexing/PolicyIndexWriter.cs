using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Documents;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// Writes documents and their passages, which lie in an index of their own below it, and commits both at one moment: the passages' commit is written
/// first and named in the documents' commit. Until that one is on disk, readers and later writers keep to the passages that were named before.
/// Thread-safe; owns its writers. Disposing gives up what was not committed.
/// </summary>
internal sealed class PolicyIndexWriter : IDisposable
{
    /// <summary>Postings and stored text that are kept in memory before they become a segment, in MiB.</summary>
    private const double DocumentMegabytes = 96, PassageMegabytes = 48;

    private readonly PolicyAnalyzer analyzer;
    private readonly FSDirectory passageDirectory;
    private readonly PassageCommits commits;
    private readonly IndexWriter documents;
    private readonly IndexWriter passages;

    // Many write, or one commits: a document must not be in one commit and its passages in another.
    private readonly ReaderWriterLockSlim gate = new();
    private bool done;

    /// <summary>Opens both indexes for writing.</summary>
    /// <param name="directory">The index; stays the caller's.</param>
    /// <param name="analyzer">The token chain; stays the caller's.</param>
    /// <param name="commitData">What the first commit of a new index holds; null to add to the one that is there.</param>
    /// <exception cref="LockObtainFailedException">Another writer is at work.</exception>
    /// <exception cref="IOException">The index cannot be read or written.</exception>
    public PolicyIndexWriter(FSDirectory directory, PolicyAnalyzer analyzer, IDictionary<string, string>? commitData)
    {
        this.analyzer = analyzer;
        OpenMode mode = commitData != null ? OpenMode.CREATE : OpenMode.APPEND;
        documents = new IndexWriter(directory, Config(mode, DocumentMegabytes));
        try
        {
            // The lock on the documents covers the passages too, so what is named stays named from here on.
            commits = new PassageCommits(PassageReaders.NamedGeneration(directory));
            passageDirectory = PassageReaders.OpenDirectory(directory);
            passages = OpenPassages(mode);
            if (commitData != null)
            {
                documents.SetCommitData(commitData);
                // Counts as a change, so that a new index gets passages of its own even when it has none.
                passages.SetCommitData(commitData);
            }
        }
        catch
        {
            documents.Rollback();
            passageDirectory?.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document with its passages; they take the place of those of the same source.</summary>
    /// <param name="document">The document.</param>
    /// <param name="number">What it says about the letters of its number, when it was read with what others taught; else null.</param>
    public void Update(PolicyDocument document, NumberRecord? number = null)
    {
        var source = new Term(PolicySchema.Source, document.Source);
        RecordedTokens body = RecordedTokens.Of(analyzer, PolicySchema.Body, document.Body);
        var mapped = DocumentMapper.Map(document, body, number);
        var parts = PassageMapper.Map(document, body);
        gate.EnterReadLock();
        try
        {
            if (parts.Count > 0)
                passages.UpdateDocuments(source, parts);
            else
                passages.DeleteDocuments(source);
            documents.UpdateDocument(source, mapped);
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>Deletes a document with its passages.</summary>
    public void Delete(string source)
    {
        gate.EnterReadLock();
        try
        {
            passages.DeleteDocuments(new Term(PolicySchema.Source, source));
            documents.DeleteDocuments(new Term(PolicySchema.Source, source));
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>Waits for merges that run.</summary>
    public void WaitForMerges()
    {
        passages.WaitForMerges();
        documents.WaitForMerges();
    }

    /// <summary>Makes everything so far visible and safe on disk; nothing new writes nothing.</summary>
    public void Commit()
    {
        gate.EnterWriteLock();
        try
        {
            passages.Commit();
            if (commits.Last != commits.Named)
                Name(commits.Last);
            documents.Commit();
            commits.Named = commits.Last;
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <summary>Gives up everything since the last commit, and closes.</summary>
    public void Dispose()
    {
        if (done)
            return;
        done = true;
        try
        {
            documents.Rollback();
        }
        finally
        {
            passages.Rollback();
            passageDirectory.Dispose();
            gate.Dispose();
        }
    }

    private void Name(long generation) => documents.SetCommitData(new Dictionary<string, string>(documents.CommitData)
    {
        [PassageSchema.GenerationKey] = generation.ToString(CultureInfo.InvariantCulture),
    });

    private IndexWriter OpenPassages(OpenMode mode)
    {
        IndexWriterConfig config = Config(mode, PassageMegabytes);
        config.IndexDeletionPolicy = commits;
        if (mode == OpenMode.APPEND)
            config.IndexCommit = PassageReaders.Find(passageDirectory, commits.Named);
        return new IndexWriter(passageDirectory, config);
    }

    private IndexWriterConfig Config(OpenMode mode, double megabytes) => new(LuceneVersion.LUCENE_48, analyzer)
    {
        OpenMode = mode,
        RAMBufferSizeMB = megabytes,
        Similarity = new BM25Similarity(),
    };
}
