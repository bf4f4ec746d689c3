using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>What one segment is: name, size, files. Deletions stand in <see cref="SegmentCommitInfo"/>. Immutable once written, but for <see cref="Files"/> and <see cref="UseCompoundFile"/> while its writer completes it.</summary>
internal sealed class SegmentInfo(Directory dir, string name, int docCount)
{
    /// <summary>The codec that this engine reads and writes.</summary>
    public const string CodecName = "Lucene46";

    public Directory Dir { get; } = dir;

    /// <summary><c>_0</c>, <c>_1</c>, …, <c>_z</c>, <c>_10</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Documents, deleted ones too.</summary>
    public int DocCount { get; set; } = docCount;

    /// <summary>The release that wrote the segment.</summary>
    public string Version { get; init; } = "4.8";

    /// <summary>True when all files but .si lie in the .cfs.</summary>
    public bool UseCompoundFile { get; set; }

    /// <summary>Who wrote the segment, and why: name and value.</summary>
    public IDictionary<string, string> Diagnostics { get; set; } = new Dictionary<string, string>();

    /// <summary>Names of the segment's files, those of later updates apart.</summary>
    public ISet<string> Files { get; set; } = new HashSet<string>();

    public override string ToString() => $"{Name}({Version}):{(UseCompoundFile ? 'c' : 'C')}{DocCount}";
}
