using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Indexing;

/// <summary>What a check found.</summary>
public sealed record IndexCheckReport
{
    /// <summary>Documents that can be found.</summary>
    public int Documents { get; init; }

    /// <summary>Segments.</summary>
    public int Segments { get; init; }

    /// <summary>Distinct terms, added up over fields and segments.</summary>
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
            return Run(reader, indexFolder, cancellation);
        }
        catch (IOException error)
        {
            return new() { Problems = [$"{indexFolder}: {error.Message}"] };
        }
    }

    private static IndexCheckReport Run(DirectoryReader reader, string indexFolder, CancellationToken cancellation)
    {
        var problems = new List<string>();
        long terms = 0;
        try
        {
            IndexVersion.Require(reader.IndexCommit.UserData, indexFolder);
        }
        catch (IndexUnavailableException error)
        {
            problems.Add(error.Message);
        }
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            try
            {
                terms += CheckSegment(leaf.AtomicReader, cancellation);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                problems.Add($"segment {leaf.Ord} with {leaf.AtomicReader.MaxDoc} documents: {error.Message}");
            }
        }
        return new() { Documents = reader.NumDocs, Segments = reader.Leaves.Count, Terms = terms, Problems = problems };
    }

    private static long CheckSegment(AtomicReader leaf, CancellationToken cancellation)
    {
        leaf.CheckIntegrity();
        long terms = 0;
        foreach (string field in (IEnumerable<string>?)leaf.Fields ?? [])
            terms += CheckTerms(leaf, field, cancellation);
        for (int doc = 0; doc < leaf.MaxDoc; doc++)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckRecord(leaf, doc);
        }
        return terms;
    }

    private static long CheckTerms(AtomicReader leaf, string field, CancellationToken cancellation)
    {
        if (leaf.GetTerms(field) is not { } terms)
            return 0;
        long count = 0;
        TermsEnum each = terms.GetEnumerator();
        var previous = new BytesRef();
        while (each.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            if (count++ > 0 && previous.CompareTo(each.Term) >= 0)
                throw new InvalidDataException($"field {field}: terms out of order at '{each.Term.Utf8ToString()}'");
            previous.CopyBytes(each.Term);
            CheckPostings(each, field, terms.HasPositions, leaf.MaxDoc);
        }
        return count;
    }

    private static void CheckPostings(TermsEnum term, string field, bool hasPositions, int maxDoc)
    {
        DocsEnum? docs = hasPositions ? term.DocsAndPositions(null!, null!) : term.Docs(null!, null!);
        int found = 0, last = -1;
        for (int doc = docs!.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc(), found++)
        {
            if (doc <= last || doc >= maxDoc)
                throw new InvalidDataException($"field {field}, term '{term.Term.Utf8ToString()}': document {doc} after {last}");
            last = doc;
            if (docs is DocsAndPositionsEnum positions)
                CheckPositions(positions, field, term);
        }
        if (found != term.DocFreq)
            throw new InvalidDataException($"field {field}, term '{term.Term.Utf8ToString()}': {found} documents, {term.DocFreq} stated");
    }

    private static void CheckPositions(DocsAndPositionsEnum positions, string field, TermsEnum term)
    {
        int last = -1;
        for (int i = 0; i < positions.Freq; i++)
        {
            int position = positions.NextPosition();
            if (position < last)
                throw new InvalidDataException($"field {field}, term '{term.Term.Utf8ToString()}': position {position} after {last}");
            last = position;
        }
    }

    private static void CheckRecord(AtomicReader leaf, int doc)
    {
        var record = StoredDocument.ReadWhole(leaf.Document(doc));
        NumericDocValues? ids = leaf.GetNumericDocValues(PolicySchema.IdOrder);
        if (ids == null || ids.Get(doc) != PolicySchema.IdNumber(record.Id))
            throw new InvalidDataException($"document {doc}: the record's id {record.Id} is not the one that it is ordered by");
    }

    private static IndexUnavailableException NoIndex(string indexFolder) =>
        new($"{indexFolder}: there is no index; build one with: policysearch index CORPUS --index {indexFolder}");
}
