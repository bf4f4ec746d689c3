using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Passages;

/// <summary>Finds and opens the commit of the passages that a commit of the documents names. Thread-safe.</summary>
internal static class PassageReaders
{
    /// <summary>The folder of the passages below an index, made when it is not there.</summary>
    public static FSDirectory OpenDirectory(FSDirectory documents) =>
        FSDirectory.Open(System.IO.Directory.CreateDirectory(Path.Combine(documents.Directory.FullName, PassageSchema.Folder)));

    /// <summary>The generation that the last commit in a directory names; −1 when there is no commit, or it cannot be read, or it names none.</summary>
    public static long NamedGeneration(FSDirectory documents)
    {
        try
        {
            return DirectoryReader.IndexExists(documents) ? NamedGeneration(DirectoryReader.ListCommits(documents)[^1].UserData) : -1;
        }
        catch (IOException)
        {
            // It is about to be replaced: nothing else opens a damaged index for writing.
            return -1;
        }
    }

    /// <summary>The generation that a commit of the documents names; −1 when it names none.</summary>
    public static long NamedGeneration(IDictionary<string, string> commitData) =>
        commitData.TryGetValue(PassageSchema.GenerationKey, out string? text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long generation) ? generation : -1;

    /// <summary>The commit of this generation.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    public static IndexCommit Find(FSDirectory passages, long generation)
    {
        if (DirectoryReader.IndexExists(passages))
        {
            foreach (IndexCommit commit in DirectoryReader.ListCommits(passages))
            {
                if (commit.Generation == generation)
                    return commit;
            }
        }
        throw new FileNotFoundException($"{passages.Directory.FullName}: the passages of generation {generation}, which the documents' last commit names, are not there");
    }
}
