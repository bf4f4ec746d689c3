using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying;

/// <summary>
/// The index on disk as searches see it: opened when it is there, seen anew when a commit is added, opened anew when another index takes its place.
/// A search keeps the state that it began with. Thread-safe; owns what it opens.
/// </summary>
internal sealed class OpenIndex(string indexFolder, TimeSpan refreshInterval) : IDisposable
{
    private const int MaxAttempts = 3;

    private readonly System.Threading.Lock gate = new();
    private readonly OpenPassages passages = new();
    private FSDirectory? directory;
    private SearcherManager? manager;
    private string? indexId;
    private long nextRefresh;
    private bool disposed;

    /// <summary>Does something with the present state of the index.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it cannot be read.</exception>
    public T Use<T>(Func<PolicySearcher, T> work) => Explained(() =>
    {
        (SearcherManager lender, IndexSearcher searcher) = Acquire();
        try
        {
            return work((PolicySearcher)searcher);
        }
        finally
        {
            lender.Release(searcher);
        }
    });

    /// <summary>Does something with the present state of the index and the passages that go with it.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it cannot be read.</exception>
    public T Use<T>(Func<PolicySearcher, IndexSearcher, T> work) => Explained(() =>
    {
        (SearcherManager lender, IndexSearcher searcher, IndexSearcher parts) = AcquireWithPassages();
        try
        {
            return work((PolicySearcher)searcher, parts);
        }
        finally
        {
            parts.IndexReader.DecRef();
            lender.Release(searcher);
        }
    });

    /// <summary>Lends the present state of the index.</summary>
    /// <exception cref="IndexUnavailableException">There is no index, or it cannot be read.</exception>
    public SearcherLease Borrow() => Explained(() =>
    {
        (SearcherManager lender, IndexSearcher searcher) = Acquire();
        return new SearcherLease(lender, (PolicySearcher)searcher);
    });

    private T Explained<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (IndexNotFoundException error)
        {
            throw NoIndex(error);
        }
        catch (IOException error)
        {
            throw new IndexUnavailableException($"{indexFolder}: the index cannot be read ({error.Message}); check it with: policysearch check --index {indexFolder}", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            Close();
        }
    }

    private (SearcherManager Lender, IndexSearcher Searcher) Acquire()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (manager == null)
                Open();
            else
                Refresh();
            return (manager!, manager!.Acquire());
        }
    }

    private (SearcherManager Lender, IndexSearcher Searcher, IndexSearcher Passages) AcquireWithPassages()
    {
        lock (gate)
        {
            for (int attempt = 1; ; attempt++)
            {
                (SearcherManager lender, IndexSearcher searcher) = Acquire();
                try
                {
                    return (lender, searcher, passages.Lend(directory!, ((DirectoryReader)searcher.IndexReader).IndexCommit.UserData));
                }
                catch (IOException) when (attempt < MaxAttempts)
                {
                    // A later commit has taken their place: what it names is there.
                    lender.Release(searcher);
                    nextRefresh = 0;
                }
                catch
                {
                    lender.Release(searcher);
                    throw;
                }
            }
        }
    }

    private void Open()
    {
        if (!System.IO.Directory.Exists(indexFolder))
            throw NoIndex(null);
        directory = FSDirectory.Open(indexFolder);
        try
        {
            if (!DirectoryReader.IndexExists(directory))
                throw NoIndex(null);
            manager = new SearcherManager(directory, new PolicySearcher.Factory());
            IDictionary<string, string> data = CommitData();
            IndexVersion.Require(data, indexFolder);
            indexId = IdOf(data);
            nextRefresh = Environment.TickCount64 + (long)refreshInterval.TotalMilliseconds;
        }
        catch
        {
            Close();
            throw;
        }
    }

    private void Refresh()
    {
        if (Environment.TickCount64 < nextRefresh)
            return;
        nextRefresh = Environment.TickCount64 + (long)refreshInterval.TotalMilliseconds;
        // While an index is being replaced there may be none for a moment: what is open stays good.
        if (!System.IO.Directory.Exists(indexFolder) || !DirectoryReader.IndexExists(directory!) || !manager!.MaybeRefresh())
            return;
        IDictionary<string, string> data = CommitData();
        if (IdOf(data) == indexId)
            return;
        // Another index has segments of the same names: nothing that is open may be taken over.
        Close();
        Open();
    }

    private IDictionary<string, string> CommitData()
    {
        IndexSearcher searcher = manager!.Acquire();
        try
        {
            return ((DirectoryReader)searcher.IndexReader).IndexCommit.UserData;
        }
        finally
        {
            manager.Release(searcher);
        }
    }

    private static string? IdOf(IDictionary<string, string> data) => data.TryGetValue(PolicySchema.IndexIdKey, out string? id) ? id : null;

    private void Close()
    {
        passages.Dispose();
        manager?.Dispose();
        directory?.Dispose();
        manager = null;
        directory = null;
    }

    private IndexUnavailableException NoIndex(Exception? inner) =>
        new($"{indexFolder}: there is no index; build one with: policysearch index CORPUS --index {indexFolder}", inner);
}
