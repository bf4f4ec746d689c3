using PolicySearch.Documents.Cleaning;
using PolicySearch.Documents.Reading;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// Gives a document that was understood in simplified characters its own characters back: the rules know one script, the record keeps what is printed. Every character
/// of the clean body came from the source in order, so the two are walked side by side; a value takes the characters of its first mention in the body. What the record says in
/// words of its own (kind, province, city, county, topics, classes, disclosure) stays simplified, so that facets count it as one. Thread-safe.
/// </summary>
internal static class PrintedScript
{
    /// <summary>The source with every character simplified; line by line as long as it was.</summary>
    public static SourceText Simplified(SourceText source) => source with
    {
        Lines = [.. source.Lines.Select(line => line with { Text = TraditionalScript.Simplified(line.Text) })],
        Panel = source.Panel.ToDictionary(field => TraditionalScript.Simplified(field.Key), field => TraditionalScript.Simplified(field.Value)),
    };

    /// <summary>The document in the characters of its source. Places and offsets stay, since nothing changes its length.</summary>
    public static PolicyDocument Restore(PolicyDocument document, SourceText printed)
    {
        string body = BodyOf(document.Body, printed), simplified = OneKindOfMarks(document.Body);
        string? Own(string? value) => value is null ? null : Mention(value, simplified, body);
        List<string> All(IReadOnlyList<string> values) => [.. values.Select(value => Own(value)!)];
        List<Citation> Cited(IReadOnlyList<Citation> citations) => [.. citations.Select(citation => new Citation(Own(citation.Title), Number(citation.DocumentNumber, simplified, body)))];
        return document with
        {
            Body = body,
            Title = Own(document.Title),
            Subject = Own(document.Subject),
            DocumentNumber = Number(document.DocumentNumber, simplified, body),
            Issuer = Own(document.Issuer),
            Issuers = All(document.Issuers),
            Addressees = All(document.Addressees),
            Signatory = Own(document.Signatory),
            CopiedTo = All(document.CopiedTo),
            Contacts = [.. document.Contacts.Select(contact => contact with { Unit = Own(contact.Unit), Person = Own(contact.Person) })],
            Session = document.Session is Session session ? session with { Place = Own(session.Place) } : null,
            Citations = Cited(document.Citations),
            Repeals = Cited(document.Repeals),
            Figures = [.. document.Figures.Select(figure => figure with { Subject = Own(figure.Subject) })],
        };
    }

    private static string BodyOf(string simplified, SourceText printed)
    {
        char[] body = simplified.ToCharArray();
        int at = 0;
        foreach (SourceLine line in printed.Lines)
        {
            foreach (char c in CharacterFolding.Fold(line.Text))
            {
                while (at < body.Length && body[at] is ' ' or '\n' or '\t')
                    at++;
                if (at < body.Length && TraditionalScript.Simplified(c) == body[at])
                    body[at++] = c;
            }
        }
        return new string(body);
    }

    // Brackets and marks of a value may be others than those printed; only characters that are the same in both scripts are taken.
    private static string Mention(string value, string simplified, string body)
    {
        int at = simplified.IndexOf(OneKindOfMarks(value), StringComparison.Ordinal);
        if (at < 0)
            return value;
        return string.Create(value.Length, (value, body, at), static (target, state) =>
        {
            for (int i = 0; i < target.Length; i++)
                target[i] = TraditionalScript.Simplified(state.body[state.at + i]) == state.value[i] ? state.body[state.at + i] : state.value[i];
        });
    }

    private static string OneKindOfMarks(string text) => text.Replace('（', '(').Replace('）', ')').Replace('〈', '《').Replace('〉', '》');

    // The canonical form of a number ends in 号 in either script.
    private static string? Number(string? number, string simplified, string body)
    {
        int end = number?.IndexOf('〔') ?? -1;
        return end <= 0 ? number : Mention(number![..end], simplified, body) + number[end..];
    }
}
