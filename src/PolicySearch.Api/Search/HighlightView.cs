using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PolicySearch.Api.Documents;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Search;

/// <summary>Text and the matches in it, twice: as plain text with offsets, and as HTML that is safe to insert.</summary>
/// <param name="Text">Plain text, not escaped.</param>
/// <param name="Html">The same, escaped, matches inside <c>&lt;mark&gt;</c>.</param>
/// <param name="Matches">Matches in <paramref name="Text"/>, in UTF-16 units, ascending, none overlapping.</param>
/// <param name="Offset">Where the text begins in the field it was taken from, in UTF-16 units.</param>
internal sealed record HighlightView(string Text, string Html, IReadOnlyList<TextSpan> Matches, int Offset)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Masking keeps lengths, so the matches stay where they are.</summary>
    public static HighlightView From(HighlightedText highlighted, PhoneMask mask)
    {
        string text = mask.Apply(highlighted.Text);
        return new(text, Mark(text, highlighted.Matches), highlighted.Matches, highlighted.Offset);
    }

    private static string Mark(string text, IReadOnlyList<TextSpan> matches)
    {
        var html = new StringBuilder(text.Length + 16 * matches.Count);
        int done = 0;
        foreach ((int start, int end) in matches.Select(match => (match.Start, match.End)))
        {
            html.Append(Encoder.Encode(text[done..start])).Append("<mark>").Append(Encoder.Encode(text[start..end])).Append("</mark>");
            done = end;
        }
        return html.Append(Encoder.Encode(text[done..])).ToString();
    }
}
