using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>The documents that a text says are repealed: those cited in a sentence that says 同时废止, 予以废止 and the like. Thread-safe.</summary>
internal static class Repeals
{
    private static readonly WordList Words = new("同时废止", "予以废止", "自行废止", "即行废止", "相应废止", "一并废止", "现予废止", "宣布废止", "废止《", "停止执行", "同时失效", "不再执行", "宣布失效");
    private static readonly char[] SentenceEnds = ['。', '；', '\n'];

    /// <summary>In order of the text, each once.</summary>
    public static List<Citation> Find(CleanText text, OwnDocument own, Findings findings)
    {
        CitationCollector? collector = null;
        int firstLine = 0;
        foreach (Paragraph paragraph in text.Paragraphs)
        {
            if (paragraph.Kind is ParagraphKind.Form or ParagraphKind.Header or ParagraphKind.Title or ParagraphKind.Addressee || !Says(text.TextOf(paragraph)))
                continue;
            collector ??= new CitationCollector(own with { Title = null, Subject = null });
            int before = collector.Count;
            ReadParagraph(text.Body, paragraph, collector);
            if (collector.Count > before && firstLine == 0)
                firstLine = paragraph.SourceLine;
        }
        return collector is null ? [] : findings.Found("repeals", collector.Finish(), $"from body line {firstLine} on");
    }

    // One of these is the first, second or third character of every word above.
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("废失停再");
    private const int LastMark = 2;

    private static bool Says(ReadOnlySpan<char> text)
    {
        for (int at = 0; text[at..].IndexOfAny(Marks) is int step and >= 0; at += step + 1)
        {
            for (int start = Math.Max(0, at + step - LastMark); start <= at + step; start++)
            {
                if (Words.Begins(text[start..]))
                    return true;
            }
        }
        return false;
    }

    private static void ReadParagraph(string body, Paragraph paragraph, CitationCollector collector)
    {
        for (int start = paragraph.Start; start < paragraph.End;)
        {
            int end = body.AsSpan(start, paragraph.End - start).IndexOfAny(SentenceEnds);
            end = end < 0 ? paragraph.End : start + end;
            if (Says(body.AsSpan(start, end - start)))
                Citations.Scan(body, start, end, collector);
            start = end + 1;
        }
    }
}
