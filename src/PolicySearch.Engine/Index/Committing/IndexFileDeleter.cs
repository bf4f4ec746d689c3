using System.IO;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>
/// Counts who needs each file: every commit, and the writer's current segments. A file that nobody needs any more is deleted; one that cannot be
/// deleted now is tried again later. Not thread-safe: the writer's lock protects it.
/// </summary>
internal sealed class IndexFileDeleter
{
    private readonly Directory _directory;
    private readonly IndexDeletionPolicy _policy;
    private readonly Dictionary<string, int> _references = new(StringComparer.Ordinal);
    private readonly List<CommitPoint> _commits = [];
    private readonly HashSet<string> _undeletable = new(StringComparer.Ordinal);
    private List<string> _current = [];

    /// <summary>Takes stock of a directory, and deletes what a crashed writer left.</summary>
    /// <param name="directory">Where the index is.</param>
    /// <param name="policy">Which commits go.</param>
    /// <param name="current">The writer's segments, which need their files.</param>
    public IndexFileDeleter(Directory directory, IndexDeletionPolicy policy, SegmentInfos current)
    {
        _directory = directory;
        _policy = policy;
        string[] files = [.. ListFiles().Where(IndexFileNames.IsIndexFile)];
        foreach (string file in files)
            _references[file] = 0;
        bool keepAll = false;
        foreach (string file in files)
            keepAll |= !FindCommit(file, current);
        _commits.Sort();
        _current = [.. current.GetFiles(directory, includeSegmentsFile: false)];
        IncRef(_current);
        if (!keepAll)
            Delete([.. _references.Where(entry => entry.Value == 0 && entry.Key != IndexFileNames.SEGMENTS_GEN).Select(entry => entry.Key)]);
        _policy.OnInit(_commits);
        DeleteMarkedCommits();
    }

    /// <summary>The last commit; null when there is none.</summary>
    public CommitPoint? LastCommit => _commits.Count == 0 ? null : _commits[^1];

    /// <summary>The writer's segments have changed: their files are needed, those of before no more.</summary>
    public void Checkpoint(SegmentInfos infos)
    {
        List<string> before = _current;
        _current = [.. infos.GetFiles(_directory, includeSegmentsFile: false)];
        IncRef(_current);
        DecRef(before);
        RetryDeletes();
    }

    /// <summary>A commit is complete.</summary>
    public void Committed(SegmentInfos infos)
    {
        var commit = new CommitPoint(_directory, infos);
        _commits.Add(commit);
        IncRef(commit.FileNames);
        _policy.OnCommit(_commits);
        DeleteMarkedCommits();
    }

    public void IncRef(IEnumerable<string> files)
    {
        foreach (string file in files)
            _references[file] = _references.GetValueOrDefault(file) + 1;
    }

    public void DecRef(IEnumerable<string> files)
    {
        var unused = new List<string>();
        foreach (string file in files)
        {
            int count = _references[file] - 1;
            _references[file] = count;
            if (count == 0)
                unused.Add(file);
        }
        Delete(unused);
    }

    /// <summary>Asks the policy again, and tries again to delete what could not be deleted.</summary>
    public void RevisitPolicy()
    {
        if (_commits.Count > 0)
        {
            _policy.OnCommit(_commits);
            DeleteMarkedCommits();
        }
        RetryDeletes();
    }

    /// <summary>Deletes those of the given files that nothing needs.</summary>
    public void DeleteUnneeded(IEnumerable<string> files) => Delete([.. files.Where(file => _references.GetValueOrDefault(file) == 0)]);

    private string[] ListFiles()
    {
        try
        {
            return _directory.ListAll();
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Takes a file into account if it is a commit. False when it may be one, older than the current, that cannot be read now: then nothing is safe to delete.</summary>
    private bool FindCommit(string file, SegmentInfos current)
    {
        if (!file.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal) || file == IndexFileNames.SEGMENTS_GEN)
            return true;
        long generation = SegmentInfos.GetLastCommitGeneration([file]);
        if (generation < 0)
            return true;
        var infos = new SegmentInfos();
        try
        {
            infos.Read(_directory, file);
        }
        catch (IOException)
        {
            // Newer than the last commit that could be read: what a crash left of a commit that never was.
            return generation > current.LastGeneration;
        }
        var commit = new CommitPoint(_directory, infos);
        _commits.Add(commit);
        IncRef(commit.FileNames);
        return true;
    }

    private void DeleteMarkedCommits()
    {
        foreach (CommitPoint commit in _commits.FindAll(commit => commit.IsDeleted))
        {
            _commits.Remove(commit);
            DecRef(commit.FileNames);
        }
    }

    private void Delete(List<string> files)
    {
        // The commit itself first: a crash in between must not leave one without its files.
        foreach (string file in files.OrderBy(file => !file.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal)))
        {
            _references.Remove(file);
            if (!DirectoryFiles.TryDelete(_directory, file))
                _undeletable.Add(file);
        }
    }

    private void RetryDeletes() =>
        _undeletable.RemoveWhere(file => _references.GetValueOrDefault(file) > 0 || DirectoryFiles.TryDelete(_directory, file));
}
