namespace PolicySearch.Documents.Jurisdictions;

/// <summary>What in a draft belongs to somebody else.</summary>
/// <param name="Own">The draft's own place, in full (河南省三门峡市); null when nothing tells it, and then no place is judged.</param>
/// <param name="Findings">In order of place; empty when all is well.</param>
public sealed record JurisdictionReport(string? Own, IReadOnlyList<JurisdictionFinding> Findings);

/// <summary>Something that belongs to another jurisdiction than the draft's own.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsLikelyMistake">False where naming another place is usual: experience from elsewhere, a policy's title, a road between two places.</param>
/// <param name="Start">Where it begins in the body, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">As written.</param>
/// <param name="BelongsTo">Whose it is: a place in full; of a session the one that the draft answers; null when several places have the name.</param>
public sealed record JurisdictionFinding(JurisdictionFindingKind Kind, bool IsLikelyMistake, int Start, int End, string Text, string? BelongsTo);

/// <summary>What was found.</summary>
public enum JurisdictionFindingKind
{
    /// <summary>A place.</summary>
    Place,
    /// <summary>A public body of another place.</summary>
    Agency,
    /// <summary>A session of another place's assembly, or another session than the one that the draft answers.</summary>
    Session,
    /// <summary>Another suggestion's or proposal's number than the one that the draft answers.</summary>
    Number,
}
