using Lucene.Net.Codecs;
using Lucene.Net.Store;

namespace Lucene.Net.Index;

/// <summary>
/// The open files of a segment that deletions do not change. Readers of later commits share it; the last one closes it.
/// Any number of threads may use it.
/// </summary>
internal sealed class SegmentCore
{
    private int references = 1;

    public SegmentCore(SegmentInfo info)
    {
        Info = info;
        try
        {
            Compound = info.UseCompoundFile ? new CompoundReader(info.Dir, info.Name) : null;
            Directory = Compound ?? info.Dir;
            Fields = FieldInfosReader.Read(Directory, info.Name, "");
            OpenFiles();
        }
        catch (Exception e)
        {
            Close();
            ThrowIfMissing(e, info.Name);
            throw;
        }
    }

    public SegmentInfo Info { get; }

    /// <summary>The compound file, or null.</summary>
    public CompoundReader? Compound { get; }

    /// <summary>Where the segment's files lie: the index, or the compound file.</summary>
    public Directory Directory { get; } = null!;

    /// <summary>The fields as first written; updates of doc values have their own.</summary>
    public FieldInfos Fields { get; } = null!;

    /// <summary>Null when no field is indexed.</summary>
    public PostingsByFormat? Postings { get; private set; }

    public NormsReader? Norms { get; private set; }

    public StoredFieldsReader Stored { get; private set; } = null!;

    public TermVectorsReader? Vectors { get; private set; }

    /// <summary>This, with one more reference. To be asked of a core that is open.</summary>
    public SegmentCore Shared()
    {
        Interlocked.Increment(ref references);
        return this;
    }

    public void RemoveReference()
    {
        if (Interlocked.Decrement(ref references) == 0)
            Close();
    }

    /// <summary>Throws that the segment is damaged when <paramref name="error"/> says that one of its files is not there.</summary>
    public static void ThrowIfMissing(Exception error, string segment)
    {
        if (error is System.IO.FileNotFoundException missing)
            throw new CorruptIndexException(missing.FileName is { } path ? System.IO.Path.GetFileName(path) : segment, 0, $"a file that segment {segment} needs", "no such file", error);
    }

    public void CheckIntegrity()
    {
        Compound?.CheckIntegrity();
        Postings?.CheckIntegrity();
        Norms?.CheckIntegrity();
        Stored.CheckIntegrity();
        Vectors?.CheckIntegrity();
    }

    private void OpenFiles()
    {
        if (Fields.Any(field => field.IsIndexed))
            Postings = new PostingsByFormat(Directory, Info, Fields);
        if (Fields.HasNorms)
            Norms = new NormsReader(Directory, Info.Name, Fields, Info.DocCount);
        Stored = new StoredFieldsReader(Directory, Info.Name, Fields, Info.DocCount);
        if (Fields.HasVectors)
            Vectors = new TermVectorsReader(Directory, Info.Name, Fields, Info.DocCount);
    }

    private void Close()
    {
        Postings?.Dispose();
        Norms?.Dispose();
        Stored?.Dispose();
        Vectors?.Dispose();
        Compound?.Dispose();
    }
}
