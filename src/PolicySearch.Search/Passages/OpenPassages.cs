using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace PolicySearch.Search.Passages;

/// <summary>
/// The passages that go with one state of the documents: opened when they are first asked for, kept until another state is. Not thread-safe but for
/// what it lends; owns what it opens.
/// </summary>
internal sealed class OpenPassages : IDisposable
{
    private FSDirectory? directory;
    private DirectoryReader? reader;
    private IndexSearcher? searcher;
    private long generation = -1;

    /// <summary>A searcher over the passages of a commit of the documents. Its reader has been taken a reference of, which the caller gives back.</summary>
    /// <exception cref="IOException">They are not there (any more), or cannot be read.</exception>
    public IndexSearcher Lend(FSDirectory documents, IDictionary<string, string> commitData)
    {
        long wanted = PassageReaders.NamedGeneration(commitData);
        if (reader == null || wanted != generation)
            Open(documents, wanted);
        reader!.IncRef();
        return searcher!;
    }

    /// <summary>Closes; what is lent stays good until it is given back.</summary>
    public void Dispose()
    {
        reader?.Dispose();
        directory?.Dispose();
        (reader, searcher, directory, generation) = (null, null, null, -1);
    }

    private void Open(FSDirectory documents, long wanted)
    {
        directory ??= PassageReaders.OpenDirectory(documents);
        IndexCommit commit = PassageReaders.Find(directory, wanted);
        DirectoryReader next = reader == null ? DirectoryReader.Open(commit) : DirectoryReader.OpenIfChanged(reader, commit) ?? throw new IOException($"{commit.SegmentsFileName}: opened twice");
        reader?.Dispose();
        reader = next;
        searcher = new IndexSearcher(next) { Similarity = new BM25Similarity() };
        generation = wanted;
    }
}
