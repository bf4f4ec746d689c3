using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>
/// The documents and frequencies of a term. Beside the public methods, <see cref="TakeBlock"/> hands out whole decoded blocks
/// for scorers that go through all documents.
/// </summary>
internal sealed class BlockDocsEnum : DocsEnum
{
    private readonly DocCursor cursor;
    private readonly bool hasFreqs;

    public BlockDocsEnum(PostingsReader postings, FieldInfo field)
    {
        Postings = postings;
        Field = field;
        hasFreqs = field.IndexOptions >= IndexOptions.DOCS_AND_FREQS;
        cursor = new DocCursor(postings, field, countsPositions: false);
    }

    public override int DocID => cursor.Doc;

    public override int Freq => hasFreqs ? cursor.Freq : 1;

    /// <summary>Whose postings this can be reused for.</summary>
    public PostingsReader Postings { get; }

    public FieldInfo Field { get; }

    /// <summary>Whether the postings hold frequencies; else each is 1.</summary>
    public bool HasFreqs => hasFreqs;

    /// <summary>What goes through the blocks, for scorers that do so themselves.</summary>
    public DocCursor Cursor => cursor;

    /// <summary>The documents to return, or null for all.</summary>
    public IBits? LiveDocs { get; private set; }

    public BlockDocsEnum Start(in PostingsLocation term, IBits? liveDocs)
    {
        LiveDocs = liveDocs;
        cursor.Start(in term, liveDocs);
        return this;
    }

    public override int Advance(int target) => cursor.Advance(target);

    public override long GetCost() => cursor.Location.DocFreq;

    public override int NextDoc() => cursor.Next();

    /// <summary>
    /// The next documents and their frequencies, up to 128 at once, and moves to the last of them; false at the end. Deleted
    /// documents are among them: ask <see cref="LiveDocs"/>. Both spans are valid until the next move. Without
    /// frequencies in the postings those are of no meaning.
    /// </summary>
    public bool TakeBlock(out ReadOnlySpan<int> docs, out ReadOnlySpan<int> freqs) => cursor.TakeBlock(out docs, out freqs);
}
