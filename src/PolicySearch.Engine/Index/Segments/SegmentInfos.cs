using System.Collections;
using System.IO;
using Lucene.Net.Codecs;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>The segments of one commit, in order, with what the application committed. See <see cref="SegmentInfosReader"/> for the files. Not safe for several threads.</summary>
public sealed partial class SegmentInfos : IEnumerable<SegmentCommitInfo>
{
    /// <summary>Format of segments.gen, the only one since 4.8.</summary>
    public static readonly int FORMAT_SEGMENTS_GEN_CURRENT = -3;

    /// <summary>Format of segments_N in 4.6 and 4.7: with generations of field infos.</summary>
    public static readonly int VERSION_46 = 1;

    /// <summary>Format of segments_N in 4.8: with a footer.</summary>
    public const int VERSION_48 = 2;

    private readonly List<SegmentCommitInfo> segments = [];

    /// <summary>How many segments there are.</summary>
    public int Count => segments.Count;

    /// <summary>The number that the next new segment's name will have.</summary>
    public int Counter { get; set; }

    /// <summary>The N of the segments_N that this was last read from or written to; −1 for none. After a failed write it is ahead of <see cref="LastGeneration"/>.</summary>
    public long Generation { get; internal set; } = -1;

    /// <summary>The segment at that place.</summary>
    public SegmentCommitInfo this[int index] => segments[index];

    /// <summary>The last N that was written completely.</summary>
    public long LastGeneration { get; internal set; } = -1;

    /// <summary>The segments; the list itself.</summary>
    public IList<SegmentCommitInfo> Segments => segments;

    /// <summary>Documents in all segments, deleted ones too.</summary>
    public int TotalDocCount => segments.Sum(segment => segment.Info.DocCount);

    /// <summary>What the application committed: name and value.</summary>
    public IDictionary<string, string> UserData { get; internal set; } = new Dictionary<string, string>();

    /// <summary>Grows with every change.</summary>
    public long Version { get; internal set; }

    /// <summary>Adds a segment at the end.</summary>
    public void Add(SegmentCommitInfo si) => segments.Add(si);

    /// <summary>Adds segments at the end.</summary>
    public void AddAll(IEnumerable<SegmentCommitInfo> sis) => segments.AddRange(sis);

    /// <summary>The segments, read-only.</summary>
    public IList<SegmentCommitInfo> AsList() => segments.AsReadOnly();

    /// <summary>To be called after each change: <see cref="Version"/> grows.</summary>
    public void Changed() => Version++;

    /// <summary>Removes all segments.</summary>
    public void Clear() => segments.Clear();

    /// <summary>A copy, down to each <see cref="SegmentCommitInfo"/>.</summary>
    public object Clone()
    {
        var copy = new SegmentInfos
        {
            Counter = Counter,
            Generation = Generation,
            LastGeneration = LastGeneration,
            Version = Version,
            UserData = new Dictionary<string, string>(UserData),
        };
        copy.AddAll(segments.Select(segment => (SegmentCommitInfo)segment.Clone()));
        return copy;
    }

    /// <summary>The N of a file name <c>segments_N</c>; 0 for <c>segments</c>.</summary>
    /// <exception cref="ArgumentException">It is no such name.</exception>
    public static long GenerationFromSegmentsFileName(string fileName)
    {
        long generation = ParseGeneration(fileName);
        return generation >= 0 ? generation : throw new ArgumentException($"'{fileName}' is not the name of a commit (segments_N)", nameof(fileName));
    }

    /// <inheritdoc/>
    public IEnumerator<SegmentCommitInfo> GetEnumerator() => segments.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All files of the segments that lie in <paramref name="dir"/>, and segments_N if asked for.</summary>
    public ICollection<string> GetFiles(Directory dir, bool includeSegmentsFile)
    {
        var files = new HashSet<string>();
        if (includeSegmentsFile && LastGeneration != -1)
            files.Add(GetSegmentsFileName());
        foreach (SegmentCommitInfo segment in segments.Where(segment => segment.Info.Dir == dir))
            files.UnionWith(segment.GetFiles());
        return files;
    }

    /// <summary>The largest N of the segments_N among <paramref name="files"/>; −1 for none.</summary>
    public static long GetLastCommitGeneration(string[] files) => files.Select(ParseGeneration).Append(-1).Max();

    /// <inheritdoc cref="GetLastCommitGeneration(string[])"/>
    public static long GetLastCommitGeneration(Directory directory)
    {
        try
        {
            return GetLastCommitGeneration(directory.ListAll());
        }
        catch (DirectoryNotFoundException)
        {
            return -1;
        }
    }

    /// <summary>The segments_N with the largest N, or null.</summary>
    public static string? GetLastCommitSegmentsFileName(string[] files) => NameOf(GetLastCommitGeneration(files));

    /// <inheritdoc cref="GetLastCommitSegmentsFileName(string[])"/>
    public static string? GetLastCommitSegmentsFileName(Directory directory) => NameOf(GetLastCommitGeneration(directory));

    /// <summary>The segments_N that the next commit will write.</summary>
    public string GetNextSegmentFileName() => NameOf(Generation == -1 ? 1 : Generation + 1)!;

    /// <summary>The segments_N of the last complete commit.</summary>
    public string GetSegmentsFileName() => NameOf(LastGeneration) ?? throw new InvalidOperationException("nothing was committed yet");

    /// <summary>Replaces the content by the last commit that can be read.</summary>
    /// <exception cref="IndexNotFoundException">There is none.</exception>
    /// <exception cref="CorruptIndexException">No commit can be read; the exception is the newest one's.</exception>
    public void Read(Directory directory) => SegmentInfosReader.ReadLast(directory, name =>
    {
        Read(directory, name);
        return true;
    });

    /// <summary>Replaces the content by the given commit.</summary>
    /// <exception cref="CorruptIndexException">It cannot be read.</exception>
    public void Read(Directory directory, string segmentFileName)
    {
        segments.Clear();
        UserData = new Dictionary<string, string>();
        Generation = LastGeneration = GenerationFromSegmentsFileName(segmentFileName);
        SegmentInfosReader.Read(this, directory, segmentFileName);
    }

    /// <summary>Removes a segment.</summary>
    public void Remove(SegmentCommitInfo si) => segments.Remove(si);

    /// <summary><c>segments_1: _0(4.8):C10 …</c>.</summary>
    public string ToString(Directory directory) => $"{NameOf(LastGeneration)}: {string.Join(' ', segments)}";

    internal static string? NameOf(long generation) => IndexFileNames.FileNameFromGeneration(IndexFileNames.SEGMENTS, "", generation);

    private static long ParseGeneration(string fileName)
    {
        if (fileName == IndexFileNames.SEGMENTS)
            return 0;
        return fileName.StartsWith("segments_", StringComparison.Ordinal) ? IndexFileNames.ParseBase36(fileName["segments_".Length..]) : -1;
    }
}
