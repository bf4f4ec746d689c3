using PolicySearch.Documents;

namespace PolicySearch.Search.Indexing;

/// <summary>How many documents carry each field. Not thread-safe.</summary>
internal sealed class FieldCoverage
{
    private static readonly (string Name, Predicate<PolicyDocument> IsPresent)[] Fields =
    [
        ("title", document => document.Title != null),
        ("subject", document => document.Subject != null),
        ("docNumber", document => document.DocumentNumber != null),
        ("issuer", document => document.Issuer != null),
        ("province", document => document.Province != null),
        ("city", document => document.City != null),
        ("county", document => document.County != null),
        ("year", document => document.Year != null),
        ("issueDate", document => document.IssueDate != null),
        ("session", document => document.Session != null),
        ("addressees", document => document.Addressees.Count > 0),
        ("proposerKind", document => document.ProposerKind != null),
        ("outcome", document => document.Outcome != null),
        ("disclosure", document => document.Disclosure != null),
        ("signatory", document => document.Signatory != null),
        ("contacts", document => document.Contacts.Count > 0),
        ("copiedTo", document => document.CopiedTo.Count > 0),
        ("citations", document => document.Citations.Count > 0),
        ("topics", document => document.Topics.Count > 0),
    ];

    private readonly int[] counts = new int[Fields.Length];

    /// <summary>The counts, in the record's order.</summary>
    public IReadOnlyList<(string Field, int Documents)> Counts => [.. Fields.Select((known, i) => (known.Name, counts[i]))];

    /// <summary>Counts a document.</summary>
    public void Add(PolicyDocument document) => Add(Of(document), 1);

    /// <summary>Counts a document that was read again in place of what it had before.</summary>
    public void Replace(int before, PolicyDocument document)
    {
        Add(before, -1);
        Add(document);
    }

    /// <summary>Which fields a document has: one bit a field.</summary>
    public static int Of(PolicyDocument document)
    {
        int present = 0;
        for (int i = 0; i < Fields.Length; i++)
            present |= Fields[i].IsPresent(document) ? 1 << i : 0;
        return present;
    }

    private void Add(int present, int count)
    {
        for (int i = 0; i < Fields.Length; i++)
            counts[i] += (present >> i & 1) * count;
    }
}
