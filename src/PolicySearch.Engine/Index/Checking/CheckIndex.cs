using System.Diagnostics;
using System.Globalization;
using System.IO;
using Lucene.Net.Codecs;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>
/// Verifies the last commit of an index: the checksum of every file, every structure in it, and what the structures promise each other. Writes
/// nothing, and needs no lock; a writer may go on meanwhile as long as it keeps that commit. Everything is read once, through the ordinary
/// readers. Not safe for several threads.
/// </summary>
public partial class CheckIndex
{
    private readonly Directory dir;

    /// <summary>For the index in <paramref name="dir"/>.</summary>
    public CheckIndex(Directory dir) => this.dir = dir;

    /// <summary>Whether term vectors are held against the postings, which reads these once more for each. Default false.</summary>
    public virtual bool CrossCheckTermVectors { get; set; }

    /// <summary>Where the report goes; null for nowhere, the default.</summary>
    public virtual TextWriter? InfoStream { get; set; }

    /// <summary>Whether the report has a line for each field. Default false.</summary>
    public virtual bool InfoStreamIsVerbose { get; set; }

    /// <summary>Checks all segments.</summary>
    public virtual Status DoCheckIndex() => DoCheckIndex(null!);

    /// <summary>Checks the segments of these names; null for all.</summary>
    public virtual Status DoCheckIndex(IList<string> onlySegments)
    {
        var status = new Status { Dir = dir };
        if (OpenCommit(status) is not { } infos)
            return status;
        if (onlySegments != null)
        {
            status.Partial = true;
            foreach (string name in onlySegments)
                status.SegmentsChecked.Add(name);
        }
        foreach (SegmentCommitInfo info in infos)
        {
            CountName(status, info.Info.Name);
            if (!status.Partial || status.SegmentsChecked.Contains(info.Info.Name))
                CheckSegment(status, info);
        }
        CheckCounter(status, infos);
        status.Clean = status.Problems.Count == 0;
        Report(status.Clean ? "No problems were detected with this index." : $"WARNING: {status.NumBadSegments} broken segments (containing {status.TotLoseDocCount} documents) detected");
        return status;
    }

    /// <summary>Commits the index without the segments in which something is wrong: their documents are lost. To be called while no writer is open.</summary>
    /// <param name="result">A check of all segments of this index.</param>
    /// <exception cref="ArgumentException">It was no check of all segments, or found no list of them.</exception>
    public virtual void FixIndex(Status result)
    {
        if (result.Partial || result.Commit is not { } infos)
            throw new ArgumentException("only a check of all segments of a commit says which ones to leave out", nameof(result));
        var broken = result.SegmentInfos.Where(segment => segment.IsBroken).Select(segment => segment.Name).ToHashSet();
        foreach (SegmentCommitInfo info in infos.Where(info => broken.Contains(info.Info.Name)).ToList())
            infos.Remove(info);
        infos.Counter = Math.Max(infos.Counter, result.MaxSegmentName + 1);
        infos.Changed();
        using SegmentInfosWriter writer = SegmentInfosWriter.Prepare(dir, infos);
        writer.Finish();
    }

    /// <summary>Flushes <see cref="InfoStream"/>.</summary>
    public virtual void FlushInfoStream() => InfoStream?.Flush();

    /// <summary>Checks doc values: numbers, order and use of ords, documents without a value.</summary>
    public static Status.DocValuesStatus TestDocValues(AtomicReader reader, TextWriter? infoStream)
    {
        var status = new Status.DocValuesStatus();
        status.Error = Try(infoStream, "docvalues", () => DocValuesCheck.Run(reader, status), () => $"{status.TotalValueFields} fields");
        return status;
    }

    /// <summary>Checks norms: every field that says so has one for each document.</summary>
    public static Status.FieldNormStatus TestFieldNorms(AtomicReader reader, TextWriter? infoStream)
    {
        var status = new Status.FieldNormStatus();
        status.Error = Try(infoStream, "field norms", () => NormsCheck.Run(reader, status), () => $"{status.TotFields} fields");
        return status;
    }

    /// <summary>Checks terms and postings: order, counts, positions, offsets, skips, and that seeking finds what enumerating does.</summary>
    public static Status.TermIndexStatus TestPostings(AtomicReader reader, TextWriter? infoStream) => TestPostings(reader, infoStream, false);

    /// <inheritdoc cref="TestPostings(AtomicReader, TextWriter)"/>
    public static Status.TermIndexStatus TestPostings(AtomicReader reader, TextWriter? infoStream, bool verbose)
    {
        var status = new Status.TermIndexStatus();
        status.Error = Try(infoStream, "terms, freq, prox", () => new PostingsCheck(reader, status, verbose ? infoStream : null).Run(),
            () => $"{status.TermCount} terms; {status.TotFreq} terms/docs pairs; {status.TotPos} tokens");
        return status;
    }

    /// <summary>Checks that every document's stored fields can be read.</summary>
    public static Status.StoredFieldStatus TestStoredFields(AtomicReader reader, TextWriter? infoStream)
    {
        var status = new Status.StoredFieldStatus();
        status.Error = Try(infoStream, "stored fields", () => StoredFieldsCheck.Run(reader, status), () => $"{status.TotFields} total field count");
        return status;
    }

    /// <summary>Checks term vectors by themselves.</summary>
    public static Status.TermVectorStatus TestTermVectors(AtomicReader reader, TextWriter? infoStream) => TestTermVectors(reader, infoStream, false, false);

    /// <summary>Checks term vectors, and with <paramref name="crossCheckTermVectors"/> that the postings say the same.</summary>
    public static Status.TermVectorStatus TestTermVectors(AtomicReader reader, TextWriter? infoStream, bool verbose, bool crossCheckTermVectors)
    {
        var status = new Status.TermVectorStatus();
        status.Error = Try(infoStream, "term vectors", () => new TermVectorsCheck(reader, status, crossCheckTermVectors).Run(), () => $"{status.TotVectors} total vector count");
        return status;
    }

    private SegmentInfos? OpenCommit(Status status)
    {
        var infos = new SegmentInfos();
        try
        {
            infos.Read(dir);
            status.SegmentsFileName = infos.GetSegmentsFileName();
            CommitFiles.CheckNewer(dir, infos, Report);
        }
        catch (IndexNotFoundException error)
        {
            status.MissingSegments = true;
            Fail(status, "could not find a commit", error);
            return null;
        }
        catch (IOException error)
        {
            status.CantOpenSegments = true;
            status.ToolOutOfDate = error is IndexFormatTooNewException;
            Fail(status, "could not read the last commit", error);
            return null;
        }
        CommitFiles.CheckHint(dir, Report);
        status.Commit = infos;
        status.NumSegments = infos.Count;
        status.UserData = infos.UserData;
        Report($"Segments file={status.SegmentsFileName} numSegments={infos.Count} version={infos.Version} userData={infos.UserData.Count} entries");
        return infos;
    }

    private void CheckSegment(Status status, SegmentCommitInfo info)
    {
        var segment = new Status.SegmentInfoStatus
        {
            Name = info.Info.Name,
            DocCount = info.Info.DocCount,
            Compound = info.Info.UseCompoundFile,
            Diagnostics = info.Info.Diagnostics,
            HasDeletions = info.HasDeletions,
            DeletionsGen = info.DelGen,
            NumDeleted = info.DelCount,
        };
        status.SegmentInfos.Add(segment);
        Report($"  {status.SegmentInfos.Count} of {status.NumSegments}: name={info.Info.Name} docCount={info.Info.DocCount} compound={info.Info.UseCompoundFile} deleted={info.DelCount}");
        int before = status.Problems.Count;
        try
        {
            CommitFiles.CheckPresent(info, segment);
            using var reader = new SegmentReader(info);
            reader.CheckIntegrity();
            LiveDocsCheck.Run(reader);
            segment.OpenReaderPassed = true;
            CheckParts(status, segment, reader);
        }
        catch (Exception error) when (error is IOException or ArgumentException or InvalidOperationException)
        {
            Fail(status, "segment is broken", error);
        }
        if (status.Problems.Count == before)
            return;
        segment.IsBroken = true;
        status.NumBadSegments++;
        status.TotLoseDocCount += info.Info.DocCount - info.DelCount;
    }

    private void CheckParts(Status status, Status.SegmentInfoStatus segment, SegmentReader reader)
    {
        segment.FieldNormStatus = TestFieldNorms(reader, InfoStream);
        segment.TermIndexStatus = TestPostings(reader, InfoStream, InfoStreamIsVerbose);
        segment.StoredFieldStatus = TestStoredFields(reader, InfoStream);
        segment.DocValuesStatus = TestDocValues(reader, InfoStream);
        segment.TermVectorStatus = TestTermVectors(reader, InfoStream, InfoStreamIsVerbose, CrossCheckTermVectors);
        Exception?[] errors = [segment.FieldNormStatus.Error, segment.TermIndexStatus.Error, segment.StoredFieldStatus.Error, segment.DocValuesStatus.Error, segment.TermVectorStatus.Error];
        status.Problems.AddRange(errors.OfType<Exception>());
    }

    private static void CountName(Status status, string name)
    {
        if (IndexFileNames.ParseBase36(name.TrimStart('_')) is var number and <= int.MaxValue)
            status.MaxSegmentName = Math.Max(status.MaxSegmentName, (int)number);
    }

    private void CheckCounter(Status status, SegmentInfos infos)
    {
        status.ValidCounter = status.MaxSegmentName < infos.Counter;
        if (!status.ValidCounter)
            Fail(status, "next segment's name", new CorruptIndexException(status.SegmentsFileName!, -1, $"a counter beyond {status.MaxSegmentName}", $"{infos.Counter}"));
    }

    private void Fail(Status status, string what, Exception error)
    {
        status.Problems.Add(error);
        Report($"ERROR: {what}: {error.Message}");
    }

    private void Report(string line) => InfoStream?.WriteLine(line);

    // What the readers throw on damage, and what calling them with damaged numbers makes the runtime throw.
    private static Exception? Try(TextWriter? infoStream, string what, Action check, Func<string> found)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            check();
            infoStream?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    test: {what}..OK [{found()}] [took {Stopwatch.GetElapsedTime(start).TotalSeconds:0.000} sec]"));
            return null;
        }
        catch (Exception error) when (error is IOException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException)
        {
            infoStream?.WriteLine($"ERROR: {what}: {error.Message}");
            return error;
        }
    }
}
