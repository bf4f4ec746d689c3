using PolicySearch.Documents.Cleaning;
using PolicySearch.Documents.Regions;

namespace PolicySearch.Documents.Extraction;

/// <summary>Gathers what a document says of the place it comes from.</summary>
internal static class PlaceEvidence
{
    private const int LinesOfPageFoot = 12, LongestPlace = 12;

    /// <summary>The parts of a document that name its place.</summary>
    /// <param name="document">With its fields, but no place yet.</param>
    /// <param name="layout">Its lines.</param>
    /// <param name="text">Its text.</param>
    /// <param name="panel">The site's metadata.</param>
    /// <param name="prefixes">Places learned from document numbers.</param>
    public static RegionEvidence Of(PolicyDocument document, Layout layout, CleanText text, Panel panel, DocumentNumberPrefixes prefixes) => new()
    {
        Issuers = document.Issuers,
        Offices = [.. Issuers.HouseNames(layout), .. document.Contacts.Select(contact => contact.Unit).OfType<string>(), .. Publisher(panel), .. SiteOwner(document, layout), .. SiteOfIssuer(document, layout)],
        SessionPlace = document.Session?.Place,
        Title = document.Title ?? IssuedTitles.AtBeginning(layout) ?? SubjectOfItsPlace(document),
        CopiedTo = document.CopiedTo,
        Addressees = document.Addressees,
        DocumentNumber = document.DocumentNumber,
        Body = text.Body,
        Prefixes = prefixes,
    };

    // 发布机构 某市人民政府网站: an office's own site.
    private static IEnumerable<string> Publisher(Panel panel)
    {
        string name = panel.Value("发文机关")?.Text ?? "";
        if (name.EndsWith("网站", StringComparison.Ordinal) && Offices.IsName(name.AsSpan(0, name.Length - 2)))
            yield return name[..^2];
    }

    // 主办单位：某县人民政府办公室 below the page: a government's site holds its own offices' replies, but notices of every level.
    private static IEnumerable<string> SiteOwner(PolicyDocument document, Layout layout)
    {
        if (document.Issuers.Count > 0 || document.Kind is not (DocumentKinds.SuggestionReply or DocumentKinds.ProposalReply or DocumentKinds.CoHandlingOpinion))
            yield break;
        const string Government = "人民政府";
        for (int i = Math.Max(layout.BodyStart, layout.Lines.Count - LinesOfPageFoot); i < layout.Lines.Count; i++)
        {
            string text = layout.Lines[i].Text;
            int end = i < layout.FormStart || text.Length > 120 ? -1 : text.IndexOf(Government, StringComparison.Ordinal);
            string name = end < 2 ? "" : text[(text.AsSpan(0, end).LastIndexOfAny("：: |") + 1)..(end + Government.Length)];
            if (name.Length > Government.Length + 1)
            {
                yield return name;
                yield break;
            }
        }
    }

    // 欢迎访问枣庄市市中区人民政府网站, above what 市中区人民政府 signed: the site names the city too.
    private static IEnumerable<string> SiteOfIssuer(PolicyDocument document, Layout layout)
    {
        if (document.Issuer is not string issuer)
            yield break;
        for (int i = 0; i < layout.BodyStart; i++)
        {
            string text = layout.Lines[i].Compact;
            int at = text.Length <= 120 && text.Contains("网站", StringComparison.Ordinal) && HeaderLines.IsChrome(text) ? text.IndexOf(issuer, StringComparison.Ordinal) : -1;
            if (at > 2)
                yield return text[(text.AsSpan(0, at).LastIndexOfAny("问到：:，！|") + 1)..(at + issuer.Length)];
        }
    }

    // 关于登封市…的建议, answered by 市…局 without a title: the city is the one that the subject names.
    private static string? SubjectOfItsPlace(PolicyDocument document) =>
        document is { Issuer: [('市' or '县' or '区' or '旗') and char level, ..], Subject: ['关', '于', .. string place] } && place.AsSpan(0, Math.Min(place.Length, LongestPlace)).IndexOf(level) > 0 ? place : null;
}
