namespace PolicySearch.Documents.Figures;

/// <summary>Which parts of a document state figures: its text, not its head, foot and forms. Places are asked for in ascending order. Not thread-safe.</summary>
internal sealed class StatingParts(IReadOnlyList<Paragraph> paragraphs)
{
    private int current;

    /// <summary>Whether the paragraph at a place states nothing.</summary>
    public bool Skips(int place)
    {
        while (current < paragraphs.Count && paragraphs[current].End <= place)
            current++;
        return current < paragraphs.Count && paragraphs[current].Kind is ParagraphKind.Header or ParagraphKind.Title or ParagraphKind.Addressee
            or ParagraphKind.Signature or ParagraphKind.Footer or ParagraphKind.Form;
    }
}
