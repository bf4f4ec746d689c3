using Lucene.Net.Store;

namespace Lucene.Net.Index;

/// <summary>A segment as one commit sees it: with the generations of its deletions and updates.</summary>
public class SegmentCommitInfo
{
    private readonly Dictionary<long, ISet<string>> updatesFiles = [];

    /// <summary>The segment, its deleted documents, and the generations of deletions and field infos; −1 for none.</summary>
    internal SegmentCommitInfo(SegmentInfo info, int delCount, long delGen, long fieldInfosGen)
    {
        Info = info;
        DelCount = delCount;
        DelGen = delGen;
        FieldInfosGen = fieldInfosGen;
        NextDelGen = delGen == -1 ? 1 : delGen + 1;
        NextFieldInfosGen = fieldInfosGen == -1 ? 1 : fieldInfosGen + 1;
    }

    /// <summary>Deleted documents.</summary>
    public virtual int DelCount { get; internal set; }

    /// <summary>Generation of the deletions' file; −1 when nothing is deleted.</summary>
    public virtual long DelGen { get; internal set; }

    /// <summary>Generation of the last update of doc values; −1 when there was none.</summary>
    public virtual long FieldInfosGen { get; internal set; }

    /// <summary>True when a document is deleted.</summary>
    public virtual bool HasDeletions => DelGen != -1;

    /// <summary>True when doc values were updated.</summary>
    public virtual bool HasFieldUpdates => FieldInfosGen != -1;

    /// <summary>The generation that the next deletions will have.</summary>
    public virtual long NextDelGen { get; internal set; }

    /// <summary>The generation that the next update will have.</summary>
    public virtual long NextFieldInfosGen { get; internal set; }

    /// <summary>Files of updates, by generation.</summary>
    public virtual IDictionary<long, ISet<string>> UpdatesFiles => updatesFiles;

    internal SegmentInfo Info { get; }

    /// <summary>Name of the deletions' file, or null.</summary>
    internal string? DelFileName => IndexFileNames.FileNameFromGeneration(Info.Name, "del", DelGen);

    /// <summary>A copy that later deletions of this one do not change.</summary>
    public virtual object Clone()
    {
        var copy = new SegmentCommitInfo(Info, DelCount, DelGen, FieldInfosGen) { NextDelGen = NextDelGen, NextFieldInfosGen = NextFieldInfosGen };
        copy.SetGenUpdatesFiles(updatesFiles);
        return copy;
    }

    /// <summary>All files that the segment needs.</summary>
    public virtual ICollection<string> GetFiles()
    {
        var files = new HashSet<string>(Info.Files);
        foreach (ISet<string> updates in updatesFiles.Values)
            files.UnionWith(updates);
        if (DelFileName is { } deletions)
            files.Add(deletions);
        return files;
    }

    /// <summary>Bytes in all those files.</summary>
    public virtual long GetSizeInBytes() => GetFiles().Sum(Info.Dir.FileLength);

    /// <summary>Replaces <see cref="UpdatesFiles"/>.</summary>
    public virtual void SetGenUpdatesFiles(IDictionary<long, ISet<string>> genUpdatesFiles)
    {
        var copy = genUpdatesFiles.ToList();
        updatesFiles.Clear();
        foreach ((long generation, ISet<string> files) in copy)
            updatesFiles[generation] = new HashSet<string>(files);
    }

    /// <summary><c>_0(4.8):C10/2:delGen=1</c>: name, release, compound (c) or not (C), documents, deleted ones.</summary>
    public override string ToString() => HasDeletions ? $"{Info}/{DelCount}:delGen={DelGen}" : Info.ToString();

    /// <inheritdoc cref="ToString()"/>
    public virtual string ToString(Directory dir, int pendingDelCount) =>
        pendingDelCount == 0 ? ToString() : $"{Info}/{DelCount + pendingDelCount}:delGen={DelGen}";
}
