using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>Lays out clean lines: head, text, signature, foot, attachments, form. Thread-safe.</summary>
internal static class LayoutFinder
{
    /// <summary>Cost is linear in the number of lines.</summary>
    public static Layout Find(IReadOnlyList<Line> lines)
    {
        var panel = StackedPanel.Read(lines);
        Header header = HeaderFinder.Find(lines, panel);
        Foot foot = FootFinder.Find(lines, header.BodyStart);
        return new Layout
        {
            Lines = lines,
            Panel = panel,
            Title = header.Title,
            Addressee = header.Addressee,
            BodyStart = header.BodyStart,
            SignatureStart = foot.SignatureStart,
            DateLine = foot.DateLine,
            FootStart = foot.FootStart,
            MainEnd = foot.MainEnd,
            FormStart = foot.FormStart,
        };
    }
}
