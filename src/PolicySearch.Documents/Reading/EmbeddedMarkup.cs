using System.Text.RegularExpressions;

namespace PolicySearch.Documents.Reading;

/// <summary>
/// Takes off the tags of HTML that a crawler left in plain text (&lt;p&gt;各市人民政府：&lt;/p&gt;&lt;p&gt;现将…): a line is parted where its paragraphs were. Parts keep their
/// line's number. Thread-safe.
/// </summary>
internal static partial class EmbeddedMarkup
{
    private const string End = "</";

    /// <summary>The lines themselves where no tag ends in the text, as in nearly all.</summary>
    public static List<SourceLine> Remove(string text, List<SourceLine> lines)
    {
        if (!text.Contains(End, StringComparison.Ordinal))
            return lines;
        var parted = new List<SourceLine>(lines.Count);
        foreach (SourceLine line in lines)
        {
            if (!line.Text.Contains('<'))
                parted.Add(line);
            else
                parted.AddRange(Block().Split(line.Text).Select(part => line with { Text = Inline().Replace(part, "") }));
        }
        return parted;
    }

    [GeneratedRegex(@"</?(?:p|div|br|hr|tr|table|tbody|ul|ol|li|h[1-6])(?:[\s/][^<>]{0,500})?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex(@"</?(?:span|font|strong|b|i|u|em|a|td|th|o:p|img|center|section|sup|sub)(?:[\s/][^<>]{0,500})?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Inline();
}
