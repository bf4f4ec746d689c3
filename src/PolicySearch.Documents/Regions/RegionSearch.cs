namespace PolicySearch.Documents.Regions;

/// <summary>
/// One document's search for its place: takes evidence from strong to weak, keeps the divisions that still may be, and ends
/// with one, several (ambiguous) or none. For one thread and one document.
/// </summary>
internal sealed class RegionSearch(RegionScanner scanner, RegionLevel? level)
{
    private readonly List<string> warnings = [];
    private IReadOnlyList<Region> open = [];
    private RegionSign? decidedBy;
    private string? named;
    private bool weak;

    public bool HasCandidates => open.Count > 0;

    /// <summary>One division is left, and it stands no higher than the issuer does.</summary>
    public bool IsDecided => open.Count == 1 && (level == null || open[0].Level >= level || open[0].IsMunicipality && level == RegionLevel.City);

    /// <summary>Takes the places that a line names.</summary>
    public void TryNamed(RegionSign piece, IReadOnlyList<RegionMention> mentions)
    {
        foreach (RegionMention mention in mentions)
        {
            if (IsDecided)
                return;
            Take(mention.Candidates, piece, piece.Text[mention.Start..mention.End]);
        }
    }

    /// <summary>Takes a document number's letters: what the corpus taught about them, else the province letter, else a place's short name at their beginning.</summary>
    public void TryNumberPrefix(RegionSign piece, Gazetteer gazetteer, DocumentNumberPrefixes prefixes)
    {
        if (piece.Text.Length == 0)
            return;
        if (prefixes.CodeOf(piece.Text) is { } learned && gazetteer.FindByCode(learned) is { } taught && TakeTaught(piece, taught))
            return;
        if (ProvinceLetters.CodeOf(piece.Text[0]) is { } code && gazetteer.FindByCode(code + "0000") is { } province)
            TakeProvinceLetter(piece, province);
        if (open.Count == 0)
            TakeShortName(piece, gazetteer);
    }

    /// <summary>Takes running text: the one place named more than half of the times, at the issuer's level.</summary>
    public void TryBody(RegionSign piece)
    {
        IReadOnlyList<RegionMention> mentions = scanner.Scan(piece.Text, shortNames: false);
        if (open.Count > 1)
            KeepThoseNamedNearby(mentions);
        else if (level != null)
            TakeMajority(piece, mentions);
    }

    /// <summary>What is known in the end.</summary>
    public RegionResolution Result()
    {
        if (open.Count == 0)
            return RegionResolution.None;
        Region? region = open.Count == 1 ? open[0] : LowestAboveAll();
        if (open.Count > 1)
            warnings.Add($"'{named}' names {open.Count} places ({string.Join(", ", open.Take(4))}{(open.Count > 4 ? ", ..." : "")}) and nothing else in the document tells which");
        else if (weak)
            warnings.Add($"region {region} is not named by issuer, letterhead or title; taken from {Describe(decidedBy!)}");
        return new RegionResolution { Region = region, County = region?.County?.Name ?? SharedCountyName(), DecidedBy = decidedBy, Warnings = warnings };
    }

    private static string Describe(RegionSign piece) =>
        piece.Kind == RegionSignKind.Body ? "the places named in the text" : $"the document number's letters '{piece.Text}'";

    private void Take(IReadOnlyList<Region> candidates, RegionSign piece, string name)
    {
        IReadOnlyList<Region> lifted = [.. candidates.Select(Lift).Distinct()];
        if (open.Count == 0)
        {
            (open, decidedBy, named) = (lifted, piece, name);
            return;
        }
        IReadOnlyList<Region> narrowed = open.Count == 1 ? [.. lifted.Where(c => open[0].Contains(c))] : [.. open.Where(o => lifted.Any(c => c.Contains(o) || o.Contains(c)))];
        if (narrowed.Count > 0)
            open = narrowed;
    }

    // A city's bureau that names one of its counties is still the city's.
    private Region Lift(Region region)
    {
        while (level != null && region.Level > level && region.Parent != null && !IsCityInName(region))
            region = region.Parent;
        return region;
    }

    // A county-level city's bureau calls itself 市 too.
    private bool IsCityInName(Region region) =>
        level == RegionLevel.City && region.Level == RegionLevel.County && (region.Name.EndsWith('市') || region.City == region);

    private bool TakeTaught(RegionSign piece, Region taught)
    {
        List<Region> narrowed = open.Count == 0 ? [Lift(taught)] : [.. open.Where(taught.Contains)];
        if (open.Count == 1 && open[0] != taught && open[0].Contains(taught))
            narrowed = [Lift(taught)];
        if (narrowed.Count == 0)
            return false;
        if (open.Count == 0)
            (decidedBy, named) = (piece, taught.Name);
        open = narrowed;
        return true;
    }

    private void TakeProvinceLetter(RegionSign piece, Region province)
    {
        if (open.Count > 1 && open.Where(province.Contains).ToList() is { Count: > 0 } inside)
            open = inside;
        else if (open.Count == 0)
            (open, decidedBy, named, weak) = ([province], piece, province.Name, true);
    }

    private void TakeShortName(RegionSign piece, Gazetteer gazetteer)
    {
        for (int length = Math.Min(4, piece.Text.Length); length >= 2; length--)
        {
            string name = piece.Text[..length];
            if (gazetteer.IsOrdinaryWord(name) || gazetteer.FindByShortName(name) is not { Count: > 0 } found)
                continue;
            (open, decidedBy, named, weak) = ([.. found.Select(Lift).Distinct()], piece, name, true);
            return;
        }
    }

    private void KeepThoseNamedNearby(IReadOnlyList<RegionMention> mentions)
    {
        var above = mentions.Where(m => m.Candidates.Count == 1).SelectMany(m => m.Candidates).Where(c => open.Any(o => c != o && c.Contains(o))).ToList();
        if (above.Count == 0)
            return;
        Region most = above.GroupBy(c => c).MaxBy(g => g.Count())!.Key;
        open = [.. open.Where(most.Contains)];
    }

    private void TakeMajority(RegionSign piece, IReadOnlyList<RegionMention> mentions)
    {
        var places = mentions.Where(m => m.Candidates.Count == 1).Select(m => Lift(m.Candidates[0]))
            .Where(r => r.Level >= level && (open.Count == 0 || open[0].Contains(r))).GroupBy(r => r).OrderByDescending(g => g.Count()).ToList();
        if (places.Count == 0 || places[0].Count() * 2 <= places.Sum(g => g.Count()))
            return;
        (open, decidedBy, weak) = ([places[0].Key], piece, true);
    }

    private Region? LowestAboveAll()
    {
        Region? above = open[0].Parent;
        while (above != null && !open.All(above.Contains))
            above = above.Parent;
        return above;
    }

    private string? SharedCountyName() =>
        open.Count > 1 && open.All(o => o.Level == RegionLevel.County && o.Name == open[0].Name) ? open[0].Name : null;
}
