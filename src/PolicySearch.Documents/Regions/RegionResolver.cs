namespace PolicySearch.Documents.Regions;

/// <summary>
/// Tells from the parts of a document which place it comes from: the issuer decides, then letterhead, session, title, copied-to line and
/// addressee; the document number's letters and places in running text only fill what these leave open. Thread-safe.
/// </summary>
public sealed class RegionResolver(Gazetteer gazetteer)
{
    private readonly RegionScanner scanner = new(gazetteer);

    /// <summary>A resolver over <see cref="Gazetteer.Default"/>.</summary>
    public static RegionResolver Default { get; } = new(Gazetteer.Default);

    /// <summary>Decides the place. Never throws on any text; what cannot be decided stays null, with a warning when it was named but not clear.</summary>
    /// <param name="evidence">In any order; of two pieces of one kind the first weighs more.</param>
    /// <param name="prefixes">What the corpus taught about the letters of document numbers; null for nothing.</param>
    public RegionResolution Resolve(IReadOnlyList<RegionSign> evidence, DocumentNumberPrefixes? prefixes = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        IReadOnlyList<RegionSign> byStrength = IsByStrength(evidence) ? evidence : [.. evidence.OrderBy(e => e.Kind)];
        // An issuer that spells its place out says its level itself, whichever assembly the proposal was put to.
        bool spelledOut = byStrength.Any(piece => piece.Kind == RegionSignKind.Issuer && RegionMentions.ThatTellTheOrigin(scanner, piece).Any(IsSpelledOut));
        RegionLevel? level = LevelHints.Of(spelledOut ? byStrength.Where(piece => piece.Kind == RegionSignKind.Issuer) : byStrength);
        var search = new RegionSearch(scanner, level);
        foreach (RegionSign piece in byStrength)
        {
            if (IsNational(piece) && (piece.Kind == RegionSignKind.Issuer ? !IsSurveyTeam(piece, search) : level == null && !search.HasCandidates))
                return new RegionResolution { IsNational = true, DecidedBy = piece };
            if (!search.IsDecided)
                Consider(search, piece, prefixes ?? DocumentNumberPrefixes.None);
        }
        return search.Result();
    }

    // 国家统计局定西调查队 signs below the city's own bureau, and is as local.
    private static bool IsSurveyTeam(RegionSign piece, RegionSearch search) => search.HasCandidates && piece.Text.EndsWith("调查队", StringComparison.Ordinal);

    private static bool IsByStrength(IReadOnlyList<RegionSign> evidence)
    {
        for (int i = 1; i < evidence.Count; i++)
        {
            if (evidence[i].Kind < evidence[i - 1].Kind)
                return false;
        }
        return true;
    }

    // 台州市路桥区 or 乌鲁木齐市, by full name and without namesakes.
    private static bool IsSpelledOut(RegionMention mention) => mention.Candidates.Count == 1 && mention.End - mention.Start >= mention.Candidates[0].Name.Length;

    private void Consider(RegionSearch search, RegionSign piece, DocumentNumberPrefixes prefixes)
    {
        switch (piece.Kind)
        {
            case RegionSignKind.DocumentNumberPrefix:
                search.TryNumberPrefix(piece, gazetteer, prefixes);
                break;
            case RegionSignKind.Body:
                search.TryBody(piece);
                break;
            default:
                search.TryNamed(piece, RegionMentions.ThatTellTheOrigin(scanner, piece));
                break;
        }
    }

    private bool IsNational(RegionSign piece) => piece.Kind switch
    {
        RegionSignKind.Issuer or RegionSignKind.Letterhead or RegionSignKind.Title =>
            NationalBodies.Begins(piece.Text) && RegionMentions.ThatTellTheOrigin(scanner, piece).Count == 0,
        RegionSignKind.DocumentNumberPrefix => NationalBodies.IsNumberPrefix(piece.Text),
        _ => false,
    };
}
