using Lucene.Net.Index;
using Lucene.Net.Store;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Indexing;

/// <summary>What a check found.</summary>
public sealed record IndexCheckReport
{
    /// <summary>Documents that can be found.</summary>
    public int Documents { get; init; }

    /// <summary>Passages of them.</summary>
    public int Passages { get; init; }

    /// <summary>Segments, those of the passages included.</summary>
    public int Segments { get; init; }

    /// <summary>Distinct terms of documents that can be found, added up over fields and segments.</summary>
    public long Terms { get; init; }

    /// <summary>What is wrong, one English sentence each; empty when the index is clean.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>
/// Reads an index whole: every file's checksum, every term with its documents and positions, every stored record, every ordinal. A segment that is damaged
/// does not keep the others from being checked.
/// </summary>
public static class IndexCheck
{
    /// <summary>Checks an index.</summary>
    /// <exception cref="IndexUnavailableException">There is no index.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IndexCheckReport Run(string indexFolder, CancellationToken cancellation = default)
    {
        if (!System.IO.Directory.Exists(indexFolder))
            throw NoIndex(indexFolder);
        using FSDirectory directory = FSDirectory.Open(indexFolder);
        try
        {
            if (!DirectoryReader.IndexExists(directory))
                throw NoIndex(indexFolder);
            using DirectoryReader reader = DirectoryReader.Open(directory);
            IndexCheckReport report = Run(reader, indexFolder, cancellation);
            return WithPassages(report, directory, reader, cancellation);
        }
        catch (IOException error)
        {
            return new() { Problems = [$"{indexFolder}: {error.Message}"] };
        }
    }

    private static IndexCheckReport Run(DirectoryReader reader, string indexFolder, CancellationToken cancellation)
    {
        var problems = new List<string>();
        long terms;
        try
        {
            IndexVersion.Require(reader.IndexCommit.UserData, indexFolder);
        }
        catch (IndexUnavailableException error)
        {
            problems.Add(error.Message);
        }
        terms = CheckSegments(reader, CheckRecord, "documents", problems, cancellation);
        return new() { Documents = reader.NumDocs, Segments = reader.Leaves.Count, Terms = terms, Problems = problems };
    }

    private static IndexCheckReport WithPassages(IndexCheckReport report, FSDirectory directory, DirectoryReader documents, CancellationToken cancellation)
    {
        var problems = new List<string>(report.Problems);
        try
        {
            using FSDirectory below = PassageReaders.OpenDirectory(directory);
            using DirectoryReader reader = DirectoryReader.Open(PassageReaders.Find(below, PassageReaders.NamedGeneration(documents.IndexCommit.UserData)));
            var parents = new HashSet<long>(ParentsOf(documents));
            long terms = CheckSegments(reader, (leaf, doc) => CheckPassage(leaf, doc, parents), "passages", problems, cancellation);
            return report with { Passages = reader.NumDocs, Segments = report.Segments + reader.Leaves.Count, Terms = report.Terms + terms, Problems = problems };
        }
        catch (IOException error)
        {
            return report with { Problems = [.. problems, error.Message] };
        }
    }

    private static long CheckSegments(DirectoryReader reader, Action<AtomicReader, int> checkDocument, string what, List<string> problems, CancellationToken cancellation)
    {
        long terms = 0;
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            try
            {
                terms += CheckSegment(leaf.AtomicReader, checkDocument, cancellation);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                problems.Add($"segment {leaf.Ord} with {leaf.AtomicReader.MaxDoc} {what}: {error.Message}");
            }
        }
        return terms;
    }

    private static IEnumerable<long> ParentsOf(DirectoryReader documents)
    {
        foreach (AtomicReaderContext leaf in documents.Leaves)
        {
            NumericDocValues? ids = leaf.AtomicReader.GetNumericDocValues(PolicySchema.IdOrder);
            for (int doc = 0; ids != null && doc < leaf.AtomicReader.MaxDoc; doc++)
                yield return ids.Get(doc);
        }
    }

    private static long CheckSegment(AtomicReader leaf, Action<AtomicReader, int> checkDocument, CancellationToken cancellation)
    {
        leaf.CheckIntegrity();
        CheckIndex.Status.TermIndexStatus postings = CheckIndex.TestPostings(leaf, TextWriter.Null);
        Require(postings.Error, cancellation);
        Require(CheckIndex.TestFieldNorms(leaf, TextWriter.Null).Error, cancellation);
        Require(CheckIndex.TestStoredFields(leaf, TextWriter.Null).Error, cancellation);
        Require(CheckIndex.TestDocValues(leaf, TextWriter.Null).Error, cancellation);
        for (int doc = 0; doc < leaf.MaxDoc; doc++)
        {
            cancellation.ThrowIfCancellationRequested();
            checkDocument(leaf, doc);
        }
        return postings.TermCount;
    }

    private static void Require(Exception? error, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (error != null)
            throw new InvalidDataException(error.Message, error);
    }

    private static void CheckRecord(AtomicReader leaf, int doc)
    {
        var record = StoredDocument.ReadWhole(leaf.Document(doc));
        NumericDocValues? ids = leaf.GetNumericDocValues(PolicySchema.IdOrder);
        if (ids == null || ids.Get(doc) != PolicySchema.IdNumber(record.Id))
            throw new InvalidDataException($"document {doc}: the record's id {record.Id} is not the one that it is ordered by");
    }

    private static void CheckPassage(AtomicReader leaf, int doc, HashSet<long> parents)
    {
        if (leaf.LiveDocs?.Get(doc) == false)
            return;
        long parent = leaf.GetNumericDocValues(PassageSchema.Parent)?.Get(doc) ?? 0;
        if (!parents.Contains(parent))
            throw new InvalidDataException($"passage {doc}: there is no document {PolicySchema.IdText(parent)} that it could be of");
    }

    private static IndexUnavailableException NoIndex(string indexFolder) =>
        new($"{indexFolder}: there is no index; build one with: policysearch index CORPUS --index {indexFolder}");
}
