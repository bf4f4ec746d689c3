using PolicySearch.Documents;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Policies;

/// <summary>Finds the sentence in which a document cites a policy. Time is linear in the text.</summary>
internal static class CitingSentence
{
    private const int MaxSentence = 300;
    private const string Ends = "。！？；\n";

    /// <summary>The sentence around the first mention by one of the citations, or null.</summary>
    public static HighlightedText? Find(string body, IReadOnlyList<Citation> citations)
    {
        foreach (Citation citation in citations)
        {
            if (Locate(body, citation) is { } place)
                return Around(body, place);
        }
        return null;
    }

    private static TextSpan? Locate(string body, Citation citation)
    {
        if (citation.Title is { Length: > 0 } title)
        {
            int at = body.IndexOf("《" + title + "》", StringComparison.Ordinal);
            if (at >= 0)
                return new(at, at + title.Length + 2);
        }
        return citation.DocumentNumber is { } number ? LocateNumber(body, PolicySpelling.KeyOf(number)) : null;
    }

    private static TextSpan? LocateNumber(string body, string key)
    {
        foreach (DocumentNumberMatch match in DocumentNumberRecognizer.Find(CharacterFolding.Fold(body), loose: false))
        {
            // Running text may put a word before the code that cannot be told from it.
            string found = match.Number.Canonical;
            if (found == key || found.EndsWith(key, StringComparison.Ordinal) || key.EndsWith(found, StringComparison.Ordinal))
                return new(found.Length > key.Length ? match.Start + found.Length - key.Length : match.Start, match.End);
        }
        return null;
    }

    private static HighlightedText Around(string body, TextSpan place)
    {
        int start = body.AsSpan(0, place.Start).LastIndexOfAny(Ends) + 1;
        int end = body.AsSpan(place.End).IndexOfAny(Ends);
        end = end < 0 ? body.Length : place.End + end + (body[place.End + end] == '\n' ? 0 : 1);
        while (start < place.Start && char.IsWhiteSpace(body[start]))
            start++;
        start = SafeCut(body, Math.Max(start, place.Start - MaxSentence / 2));
        end = SafeCut(body, Math.Min(end, place.End + MaxSentence / 2));
        return new(body[start..end], [new(place.Start - start, place.End - start)], start);
    }

    // Never between the halves of a surrogate pair.
    private static int SafeCut(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
