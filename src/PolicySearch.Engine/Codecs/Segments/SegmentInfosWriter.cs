using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// Writes segments_N in two phases; the form stands on its reader. <see cref="Prepare"/> writes all but
/// the footer, without which readers do not take the file for a commit; <see cref="Finish"/> adds it, syncs, and names the
/// commit in segments.gen.
/// </summary>
internal sealed class SegmentInfosWriter : IDisposable
{
    private readonly Directory _directory;
    private readonly SegmentInfos _infos;
    private readonly IndexOutput _output;
    private readonly string _name;
    private readonly long _generation;
    private bool _finished;

    private SegmentInfosWriter(Directory directory, SegmentInfos infos)
    {
        _directory = directory;
        _infos = infos;
        _generation = infos.Generation == -1 ? 1 : infos.Generation + 1;
        _name = IndexFileNames.FileNameFromGeneration(IndexFileNames.SEGMENTS, "", _generation)!;
        // Before anything can fail: the next attempt must not write the same file.
        infos.Generation = _generation;
        _output = directory.CreateOutput(_name, IOContext.DEFAULT);
    }

    /// <summary>The file's name.</summary>
    public string FileName => _name;

    /// <summary>Writes all but the footer. On failure the file is gone, or useless.</summary>
    public static SegmentInfosWriter Prepare(Directory directory, SegmentInfos infos)
    {
        var writer = new SegmentInfosWriter(directory, infos);
        try
        {
            writer.WriteBody();
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Makes the file a commit. When this throws, the commit before is still the last.</summary>
    public void Finish()
    {
        CodecUtil.WriteFooter(_output);
        _output.Dispose();
        _directory.Sync([_name]);
        _finished = true;
        _infos.LastGeneration = _generation;
        WriteGeneration();
    }

    /// <summary>Gives up an unfinished commit and deletes its file.</summary>
    public void Dispose()
    {
        if (_finished)
            return;
        _finished = true;
        try
        {
            _output.Dispose();
        }
        finally
        {
            DirectoryFiles.TryDelete(_directory, _name);
        }
    }

    private void WriteBody()
    {
        CodecUtil.WriteHeader(_output, IndexFileNames.SEGMENTS, SegmentInfos.VERSION_48);
        _output.WriteInt64(_infos.Version);
        _output.WriteInt32(_infos.Counter);
        _output.WriteInt32(_infos.Count);
        foreach (SegmentCommitInfo segment in _infos)
            Write(segment);
        _output.WriteStringStringMap(_infos.UserData);
        _output.Flush();
    }

    private void Write(SegmentCommitInfo segment)
    {
        _output.WriteString(segment.Info.Name);
        _output.WriteString(SegmentInfo.CodecName);
        _output.WriteInt64(segment.DelGen);
        _output.WriteInt32(segment.DelCount);
        _output.WriteInt64(segment.FieldInfosGen);
        _output.WriteInt32(segment.UpdatesFiles.Count);
        foreach ((long generation, ISet<string> files) in segment.UpdatesFiles)
        {
            _output.WriteInt64(generation);
            _output.WriteStringSet(files);
        }
    }

    // A second source of the generation for file systems whose listings lag; readers do without it, so a failure is none of the commit's.
    private void WriteGeneration()
    {
        try
        {
            using (IndexOutput output = _directory.CreateOutput(IndexFileNames.SEGMENTS_GEN, IOContext.READ_ONCE))
            {
                output.WriteInt32(SegmentInfos.FORMAT_SEGMENTS_GEN_CURRENT);
                output.WriteInt64(_generation);
                output.WriteInt64(_generation);
                CodecUtil.WriteFooter(output);
            }
            _directory.Sync([IndexFileNames.SEGMENTS_GEN]);
        }
        catch (System.IO.IOException)
        {
            DirectoryFiles.TryDelete(_directory, IndexFileNames.SEGMENTS_GEN);
        }
    }
}
