using Lucene.Net.Codecs;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>A segment just written from a buffer, not yet part of the index.</summary>
/// <param name="Info">The segment; its .del is not written yet.</param>
/// <param name="Live">Live documents; null when all are.</param>
/// <param name="Sequence">When each document was added.</param>
/// <param name="Generation">The generation in which they were dated.</param>
/// <param name="DeletesUpTo">Deletions by term up to this moment are applied.</param>
internal sealed record FlushedSegment(SegmentCommitInfo Info, FixedBitSet? Live, long[] Sequence, int Generation, long DeletesUpTo);

/// <summary>Makes a segment of a <see cref="SegmentBuffer"/>: sorts the terms once and writes all files but the compound one.</summary>
internal static class SegmentFlusher
{
    /// <summary>Writes the buffer's segment; the buffer is of no use then. Null when every document in it failed.</summary>
    public static FlushedSegment? Flush(SegmentBuffer buffer, DeleteLog deletes)
    {
        FixedBitSet? live = FailedDocuments(buffer);
        long deletesUpTo = deletes.ApplyTerms(buffer, ref live);
        if (live is not null && live.Cardinality == 0)
        {
            buffer.Abandon();
            return null;
        }
        FieldInfos fields = Fields(buffer);
        var context = new IOContext(new FlushInfo(buffer.DocCount, buffer.RamBytes));
        buffer.FinishStored();
        WritePostings(buffer, fields, context);
        WriteNorms(buffer, fields, context);
        WriteDocValues(buffer, fields, context);
        FieldInfosWriter.Write(buffer.Directory, buffer.Segment, fields, context);
        long[] sequence = buffer.Sequence.ToArray();
        buffer.Release();
        return new FlushedSegment(Describe(buffer), live, sequence, buffer.Generation, deletesUpTo);
    }

    private static SegmentCommitInfo Describe(SegmentBuffer buffer)
    {
        var info = new SegmentInfo(buffer.Directory.Delegate, buffer.Segment, buffer.DocCount)
        {
            Diagnostics = SegmentDiagnostics.Create(IndexWriter.SOURCE_FLUSH),
            Files = buffer.Directory.CreatedFiles,
        };
        return new SegmentCommitInfo(info, 0, -1, -1);
    }

    private static FixedBitSet? FailedDocuments(SegmentBuffer buffer)
    {
        if (buffer.Failed.Count == 0)
            return null;
        var live = new FixedBitSet(buffer.DocCount);
        live.Set(0, buffer.DocCount);
        foreach (int doc in buffer.Failed)
            live.Clear(doc);
        return live;
    }

    private static FieldInfos Fields(SegmentBuffer buffer) => new([.. buffer.Fields.Select(field => new FieldInfo(
        field.Name,
        field.IsIndexed,
        field.Number,
        storeTermVector: false,
        field.OmitNorms,
        field.HasPayloads,
        field.Options,
        field.DocValues?.Type ?? DocValuesType.NONE,
        field.HasNorms && !field.OmitNorms ? DocValuesType.NUMERIC : DocValuesType.NONE,
        null))]);

    private static void WritePostings(SegmentBuffer buffer, FieldInfos fields, IOContext context)
    {
        FieldBuffer[] indexed = [.. buffer.Fields.Where(field => field.IsIndexed).OrderBy(field => field.Name, StringComparer.Ordinal)];
        if (indexed.Length == 0)
            return;
        using var postings = new PostingsWriter(buffer.Directory, buffer.Segment, FieldInfosWriter.PostingsSuffix, fields, context);
        using var blocks = new TermBlocksWriter(buffer.Directory, buffer.Segment, FieldInfosWriter.PostingsSuffix, postings, context);
        foreach (FieldBuffer field in indexed)
            WriteField(field, fields.FieldInfo(field.Name)!, postings, blocks);
        blocks.Finish();
        postings.Finish();
    }

    private static void WriteField(FieldBuffer field, FieldInfo info, PostingsWriter postings, TermBlocksWriter blocks)
    {
        long occurrences = 0, documents = 0;
        blocks.StartField(info);
        foreach (int term in field.Postings!.Terms.Sort())
        {
            TermPostings written = field.Postings.Write(term, postings);
            blocks.Add(field.Postings.Terms.Bytes(term), written);
            documents += written.DocFreq;
            occurrences += written.TotalTermFreq;
        }
        blocks.FinishField(occurrences, documents, field.DocCount);
    }

    private static void WriteNorms(SegmentBuffer buffer, FieldInfos fields, IOContext context)
    {
        if (!fields.HasNorms)
            return;
        using var norms = new NormsWriter(buffer.Directory, buffer.Segment, context);
        foreach (FieldInfo field in fields)
        {
            if (!field.HasNorms)
                continue;
            norms.StartField(field);
            norms.Add(buffer.Find(field.Name)!.Norms(buffer.DocCount));
        }
        norms.Finish();
    }

    private static void WriteDocValues(SegmentBuffer buffer, FieldInfos fields, IOContext context)
    {
        if (!fields.HasDocValues)
            return;
        using var values = new DocValuesWriter(buffer.Directory, buffer.Segment, FieldInfosWriter.DocValuesSuffix, context);
        foreach (FieldInfo field in fields)
            buffer.Find(field.Name)!.DocValues?.Write(values, field, buffer.DocCount);
        values.Finish();
    }
}

/// <summary>What a segment says about its making.</summary>
internal static class SegmentDiagnostics
{
    public static Dictionary<string, string> Create(string source, int mergedSegments = 0)
    {
        var diagnostics = new Dictionary<string, string>
        {
            ["source"] = source,
            ["lucene.version"] = "4.8",
            ["os"] = Environment.OSVersion.Platform.ToString(),
            ["runtime"] = Environment.Version.ToString(),
        };
        if (mergedSegments > 0)
            diagnostics["mergeFactor"] = mergedSegments.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return diagnostics;
    }
}
