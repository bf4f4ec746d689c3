using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Codecs;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>What the checks of a segment's parts share: naming the file in which a contradiction lies.</summary>
internal static class SegmentCheck
{
    /// <summary>Throws that a part of the segment contradicts itself or another one.</summary>
    /// <param name="reader">The segment.</param>
    /// <param name="extension">That of the file in which it shows.</param>
    /// <param name="field">Its field, or null when the file has no suffix.</param>
    /// <param name="expected">What should be.</param>
    /// <param name="found">What is.</param>
    [DoesNotReturn]
    public static void Fail(AtomicReader reader, string extension, FieldInfo? field, string expected, string found) =>
        throw new CorruptIndexException(FileName(reader, extension, field), -1, field == null ? expected : $"field {field.Name}: {expected}", found);

    /// <summary>True when a document is not deleted.</summary>
    public static bool IsLive(AtomicReader reader, int doc) => reader.LiveDocs is not { } live || live.Get(doc);

    private static string FileName(AtomicReader reader, string extension, FieldInfo? field)
    {
        if (reader is not SegmentReader segment)
            return reader.ToString()!;
        string name = segment.SegmentInfo.Info.Name;
        if (segment.SegmentInfo.Info.UseCompoundFile)
            return IndexFileNames.SegmentFileName(name, "", CompoundReader.DataExtension);
        return IndexFileNames.SegmentFileName(name, field == null ? "" : Suffix(field, extension), extension);
    }

    private static string Suffix(FieldInfo field, string extension)
    {
        bool values = extension is DocValuesReader.Extension or DocValuesEntries.Extension;
        string format = values ? DocValuesByFormat.Format : PostingsByFormat.Format;
        string suffix = $"{format}_{field.GetAttribute(values ? DocValuesByFormat.SuffixKey : PostingsByFormat.SuffixKey)}";
        return values && field.DocValuesGen != -1 ? $"{IndexFileNames.ToBase36(field.DocValuesGen)}_{suffix}" : suffix;
    }
}

/// <summary>Deletions agree with what the commit says of them.</summary>
internal static class LiveDocsCheck
{
    public static void Run(SegmentReader reader)
    {
        int live = 0;
        IBits? bits = reader.LiveDocs;
        for (int doc = 0; doc < reader.MaxDoc; doc++)
            live += bits == null || bits.Get(doc) ? 1 : 0;
        if (live != reader.NumDocs || reader.NumDeletedDocs != reader.SegmentInfo.DelCount || (bits == null && reader.SegmentInfo.HasDeletions))
            SegmentCheck.Fail(reader, LiveDocsReader.Extension, null, $"{reader.NumDocs} documents that are not deleted", $"{live}");
    }
}

/// <summary>Norms: one for each document, in every field that says so and in no other.</summary>
internal static class NormsCheck
{
    public static void Run(AtomicReader reader, CheckIndex.Status.FieldNormStatus status)
    {
        foreach (FieldInfo field in reader.FieldInfos)
        {
            NumericDocValues? norms = reader.GetNormValues(field.Name);
            if (norms == null == field.HasNorms)
                SegmentCheck.Fail(reader, NormsReader.MetaExtension, null, $"field {field.Name}: norms: {field.HasNorms}, as the .fnm says", norms == null ? "none" : "some");
            if (norms == null)
                continue;
            status.TotFields++;
            for (int doc = 0; doc < reader.MaxDoc; doc++)
                norms.Get(doc);
        }
    }
}

/// <summary>Stored fields: each document's can be read, deleted ones too.</summary>
internal static class StoredFieldsCheck
{
    public static void Run(AtomicReader reader, CheckIndex.Status.StoredFieldStatus status)
    {
        var counter = new Counter();
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            counter.Values = 0;
            reader.Document(doc, counter);
            if (!SegmentCheck.IsLive(reader, doc))
                continue;
            status.DocCount++;
            status.TotFields += counter.Values;
        }
        if (status.DocCount != reader.NumDocs)
            SegmentCheck.Fail(reader, StoredFieldsReader.DataExtension, null, $"{reader.NumDocs} documents", $"{status.DocCount}");
    }

    /// <summary>Counts values, and has each one decoded.</summary>
    private sealed class Counter : StoredFieldVisitor
    {
        public long Values { get; set; }

        public override Status NeedsField(FieldInfo fieldInfo) => Status.YES;

        public override void BinaryField(FieldInfo fieldInfo, byte[] value) => Values++;

        public override void StringField(FieldInfo fieldInfo, string value) => Values++;

        public override void Int32Field(FieldInfo fieldInfo, int value) => Values++;

        public override void Int64Field(FieldInfo fieldInfo, long value) => Values++;

        public override void SingleField(FieldInfo fieldInfo, float value) => Values++;

        public override void DoubleField(FieldInfo fieldInfo, double value) => Values++;
    }
}
