using PolicySearch.Documents.Cleaning;
using PolicySearch.Documents.Figures;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Regions;
using PolicySearch.Documents.Topics;

namespace PolicySearch.Documents.Extraction;

/// <summary>Lines of a source become a <see cref="PolicyDocument"/>. Thread-safe; never throws on any text.</summary>
internal sealed class DocumentExtractor(IGazetteer gazetteer, TopicClassifier topics, DocumentNumberPrefixes? prefixes = null)
{
    private const int OpeningLength = 1200, MaxEvidenceWords = 6;

    /// <summary>Cleans and understands one source, in whichever script it is written.</summary>
    public PolicyDocument Extract(SourceText source, string id, string name) =>
        TraditionalScript.IsWrittenIn(source.Lines)
            ? PrintedScript.Restore(ExtractSimplified(PrintedScript.Simplified(source), id, name), source)
            : ExtractSimplified(source, id, name);

    private PolicyDocument ExtractSimplified(SourceText source, string id, string name)
    {
        List<Line> lines = LineCleaner.Clean(source.Lines);
        Layout layout = LayoutFinder.Find(lines);
        CleanText text = new CleanTextBuilder(layout).Build();
        var findings = new Findings();
        findings.Warnings.AddRange(source.Warnings);
        Panel panel = Panel.Read(layout, source.Panel);
        PolicyDocument document = Fields(layout, text, panel, findings);
        RegionResolution region = ResolveRegion(PlaceEvidence.Of(document, layout, text, panel, prefixes ?? DocumentNumberPrefixes.None), findings);
        List<string> topicPaths = FindTopics(document, text, findings);
        document = document with
        {
            Issuer = Issuers.InPlace(document.Issuer, region),
            Issuers = [.. document.Issuers.Select(name => Issuers.InPlace(name, region)!)],
            Id = id,
            Source = name,
            ContentHash = source.ContentHash,
            Body = text.Body,
            Paragraphs = text.Paragraphs,
            Province = region.Province,
            City = region.City,
            County = region.County,
            RegionCode = region.Code,
            Topics = topicPaths,
            Figures = FigureExtractor.Find(text.Body, new StatingParts(text.Paragraphs).Skips, document.Year),
            Provenance = findings.Provenance,
            Warnings = findings.Warnings,
        };
        return document with { Places = FieldPlaces.Find(document) };
    }

    private static PolicyDocument Fields(Layout layout, CleanText text, Panel panel, Findings findings)
    {
        string? title = IssuedTitles.Find(layout, text, findings) ?? Titles.Find(layout, panel, findings);
        string opening = Opening(text);
        string? addressee = Addressees.Line(layout);
        string kind = findings.Found("kind", Kinds.Find(title, addressee, opening, IsOrder(layout)), title is null ? "opening of the text" : "title");
        if (kind == DocumentKinds.Other && title is null && panel.Value("体裁分类") is PanelValue stated && DocumentKinds.Statutory.Contains(stated.Text))
            kind = findings.Found("kind", stated.Text, stated.Where);
        bool reply = kind is DocumentKinds.SuggestionReply or DocumentKinds.ProposalReply or DocumentKinds.CoHandlingOpinion;
        string? number = OwnNumbers.Find(layout, panel, findings, out int? numberYear);
        DateOnly? date = IssueDates.Find(layout, panel, numberYear, findings, out int? dateYear);
        List<string> issuers = Issuers.Find(layout, panel, findings);
        Session? session = reply ? Sessions.Find(title, opening, kind, layout, panel, findings) : null;
        string? subject = reply ? Subjects.Find(title, opening, panel, findings) : null;
        List<Line> marked = [.. MarkedLines(layout)];
        Outcome? outcome = reply ? Outcomes.Find(marked, findings) ?? Outcomes.InTitle(layout, findings) : null;
        var own = new OwnDocument(title, number, subject);
        if (dateYear is null && numberYear is not null)
            findings.Provenance["year"] = "docNumber";
        return new PolicyDocument
        {
            Id = "",
            Source = "",
            Kind = kind,
            Title = title,
            Subject = subject,
            DocumentNumber = number,
            Issuer = issuers.Count > 0 ? issuers[0] : null,
            Issuers = issuers,
            Year = dateYear ?? numberYear,
            IssueDate = date,
            Session = session,
            Addressees = Addressees.Find(layout, findings),
            ProposerKind = reply ? findings.Found("proposerKind", Proposers.Find(addressee, title, session?.Assembly), "addressee and title") : null,
            Outcome = outcome,
            OutcomeStatus = findings.Found("outcomeStatus", Outcomes.Status(outcome), "class of the outcome"),
            Disclosure = Disclosures.Find(marked, findings),
            Signatory = Signatories.Find(marked, findings),
            Contacts = Contacts.Find(layout, findings),
            CopiedTo = CopiedTo.Find(layout, findings),
            Citations = Citations.Find(text, own, findings),
            Repeals = Repeals.Find(text, own, findings),
            Validity = Validities.Find(text, panel, title, date, findings),
        };
    }

    private static bool IsOrder(Layout layout)
    {
        for (int i = 0; i < Math.Min(layout.BodyStart, 20); i++)
        {
            if (OrderNumbers.IsOrderHead(layout.Lines[i].Compact))
                return true;
        }
        return false;
    }

    // Head lines but the title's, the last lines of the text (marks above the signature), the foot, and the very end, where some
    // offices print the marks after an attachment.
    private static IEnumerable<Line> MarkedLines(Layout layout)
    {
        for (int i = 0; i < layout.BodyStart; i++)
        {
            if (i < layout.Title.Start.Value || i >= layout.Title.End.Value)
                yield return layout.Lines[i];
        }
        for (int i = Math.Max(layout.BodyStart, layout.SignatureStart - 4); i < layout.MainEnd; i++)
        {
            if (layout.Lines[i].Text.Length <= 80)
                yield return layout.Lines[i];
        }
        for (int i = Math.Max(layout.MainEnd, layout.FormStart - 2); i < layout.FormStart; i++)
        {
            if (layout.Lines[i].Text.Length <= 40)
                yield return layout.Lines[i];
        }
    }

    // Without blanks. Once past its length no more paragraphs are taken, so that twice the length is room enough.
    private static string Opening(CleanText text)
    {
        Span<char> opening = stackalloc char[2 * OpeningLength];
        int taken = 0, length = 0;
        foreach (Paragraph paragraph in text.Paragraphs)
        {
            if (paragraph.Kind is ParagraphKind.Title or ParagraphKind.Header or ParagraphKind.Addressee)
                continue;
            // Wide gaps in a letter's first sentence make it look like a row.
            bool running = paragraph.Kind is ParagraphKind.Body or ParagraphKind.ListItem or ParagraphKind.Heading || (taken == 0 && paragraph.Kind == ParagraphKind.Table);
            if (!running || taken > OpeningLength)
                break;
            ReadOnlySpan<char> part = text.TextOf(paragraph);
            part = part[..Math.Min(part.Length, OpeningLength)];
            taken += part.Length;
            while (part.IndexOfAny(' ', '\t') is int blank and >= 0)
            {
                part[..blank].CopyTo(opening[length..]);
                length += blank;
                part = part[(blank + 1)..];
            }
            part.CopyTo(opening[length..]);
            length += part.Length;
        }
        return opening[..length].ToString();
    }

    private RegionResolution ResolveRegion(RegionEvidence evidence, Findings findings)
    {
        RegionResolution region = gazetteer.Resolve(evidence);
        findings.Warnings.AddRange(region.Warnings);
        string basis = region.Basis ?? "";
        findings.Found("province", region.Province, basis);
        findings.Found("city", region.City, basis);
        findings.Found("county", region.County, basis);
        findings.Found("regionCode", region.Code, basis);
        return region;
    }

    private List<string> FindTopics(PolicyDocument document, CleanText text, Findings findings)
    {
        var headings = new List<string>();
        foreach (Paragraph paragraph in text.Paragraphs)
        {
            if (paragraph.Kind == ParagraphKind.Heading)
                headings.Add(text.TextOf(paragraph).ToString());
        }
        IReadOnlyList<TopicMatch> found = topics.Classify(document.Title, document.Subject, headings, text.Body);
        if (found.Count > 0)
            findings.Provenance["topics"] = string.Join("; ", found.Select(Evidence));
        return [.. found.Select(match => match.Path)];
    }

    private static string Evidence(TopicMatch match) => $"{match.Path}: {string.Join(' ', match.Words.Take(MaxEvidenceWords))}";
}
