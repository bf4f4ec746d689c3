using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace PolicySearch.Search.Schema;

/// <summary>
/// The index of passages: each paragraph of running text as a Lucene document of its own, in the folder <see cref="Folder"/> of the index.
/// <code>
/// source    keyword: the document's source, by which its passages are replaced and deleted
/// words     text: the tokens that the document's body has there, with their frequencies and the paragraph's length
/// shingle   keywords: the winnowed hashes of its wording, by which long shared runs are found (Shingles)
/// parent    values: the document's id as a number
/// place     values: where the paragraph lies in the body: start in the upper 32 bits, length in the lower
/// date      values: 成文日期 of the document, as PolicySchema.Date
/// </code>
/// Its versions go with <see cref="PolicySchema.Version"/>. The commit that belongs to a commit of the documents is named in that commit.
/// </summary>
internal static class PassageSchema
{
    /// <summary>Folder below the index's.</summary>
    public const string Folder = "passages";

    /// <summary>Key, in a commit of the documents, of the generation of the passages' commit that goes with it.</summary>
    public const string GenerationKey = "policysearch.passages";

    /// <summary>Fields.</summary>
    public const string Words = "words", Shingle = "shingle", Parent = "parent", Place = "place";

    /// <summary>Frequencies without positions.</summary>
    public static FieldType WordsType { get; } = new FieldType { IsIndexed = true, IndexOptions = IndexOptions.DOCS_AND_FREQS }.Freeze();

    /// <summary>Just which paragraphs hold a term.</summary>
    public static FieldType ShingleType { get; } = new FieldType { IsIndexed = true, IndexOptions = IndexOptions.DOCS_ONLY, OmitNorms = true }.Freeze();

    /// <summary>A paragraph's place as one number.</summary>
    public static long PackPlace(int start, int length) => ((long)start << 32) | (uint)length;

    /// <summary>Start and length.</summary>
    public static (int Start, int Length) UnpackPlace(long place) => ((int)(place >> 32), (int)place);
}
