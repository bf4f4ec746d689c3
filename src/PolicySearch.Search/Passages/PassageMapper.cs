using Lucene.Net.Documents;
using PolicySearch.Documents;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Passages;

/// <summary>Makes of a <see cref="PolicyDocument"/>'s paragraphs what the index of passages holds: see <see cref="PassageSchema"/>.</summary>
internal static class PassageMapper
{
    /// <summary>Paragraphs with fewer letters and digits are not worth finding.</summary>
    public const int MinLength = 16;

    /// <summary>Whether a paragraph is text that somebody may have copied. A numbered sentence that stands alone is called a heading.</summary>
    public static bool IsPassage(ParagraphKind kind) => kind is ParagraphKind.Body or ParagraphKind.ListItem or ParagraphKind.Heading or ParagraphKind.Attachment;

    /// <summary>One Lucene document for each passage, in order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="body">The tokens of its body.</param>
    public static List<Document> Map(PolicyDocument document, RecordedTokens body)
    {
        var passages = new List<Document>();
        foreach (Paragraph paragraph in document.Paragraphs.Where(paragraph => IsPassage(paragraph.Kind)))
        {
            NormalizedText wording = NormalizedText.Of(document.Body, paragraph.Start, paragraph.End);
            if (wording.Length >= MinLength)
                passages.Add(Map(document, paragraph, wording, body));
        }
        return passages;
    }

    private static Document Map(PolicyDocument document, Paragraph paragraph, NormalizedText wording, RecordedTokens body)
    {
        string[] shingles = [.. Shingles.Winnow(wording.Characters).Select(shingle => Shingles.Term(shingle.Hash)).Distinct(StringComparer.Ordinal)];
        return new Document
        {
            new StringField(PolicySchema.Source, document.Source, Field.Store.NO),
            new Field(PassageSchema.Words, body.Replay(paragraph.Start, paragraph.End), PassageSchema.WordsType),
            new Field(PassageSchema.Shingle, new TermList(shingles), PassageSchema.ShingleType),
            new NumericDocValuesField(PassageSchema.Parent, PolicySchema.IdNumber(document.Id)),
            new NumericDocValuesField(PassageSchema.Place, PassageSchema.PackPlace(paragraph.Start, paragraph.End - paragraph.Start)),
            new NumericDocValuesField(PolicySchema.Date, document.IssueDate is { } date ? PolicySchema.DateNumber(date) : 0),
        };
    }
}
