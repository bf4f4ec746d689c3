namespace PolicySearch.Search.Querying;

/// <summary>What a user asked for, before anything is analysed: all clauses must match, but for those that must not.</summary>
/// <param name="Clauses">In the order typed.</param>
/// <param name="Truncated">Whether the query was longer, or had more terms, than is searched.</param>
/// <param name="Raw">What was read of it.</param>
/// <param name="Folded">The same folded, place by place.</param>
internal sealed record ParsedQuery(IReadOnlyList<QueryClause> Clauses, bool Truncated, string Raw, string Folded);

/// <summary>Alternatives of which one must match (or none may).</summary>
/// <param name="Occurrence">Whether it must.</param>
/// <param name="Alternatives">At least one.</param>
/// <param name="Start">Where it begins in the query, its operators included.</param>
/// <param name="End">Where it ends.</param>
internal sealed record QueryClause(Occurrence Occurrence, IReadOnlyList<QueryTerm> Alternatives, int Start, int End);

/// <summary>How a clause counts.</summary>
internal enum Occurrence
{
    /// <summary>Wanted: given up only when nothing has all that is wanted.</summary>
    Wanted,
    /// <summary>Must match (+).</summary>
    Required,
    /// <summary>Must not match (-).</summary>
    Forbidden,
}

/// <summary>What a term is looked for in.</summary>
internal enum QueryScope
{
    /// <summary>Everywhere.</summary>
    Anywhere,
    /// <summary>标题.</summary>
    Title,
    /// <summary>案由.</summary>
    Subject,
    /// <summary>正文.</summary>
    Body,
    /// <summary>发文机关.</summary>
    Issuer,
    /// <summary>文号.</summary>
    Number,
    /// <summary>省.</summary>
    Province,
    /// <summary>市.</summary>
    City,
    /// <summary>县.</summary>
    County,
    /// <summary>年份.</summary>
    Year,
    /// <summary>主题.</summary>
    Topic,
    /// <summary>文种.</summary>
    Kind,
    /// <summary>办理结果.</summary>
    Outcome,
}

/// <summary>What a term is.</summary>
internal enum TermKind
{
    /// <summary>A run of text without blanks, to be segmented.</summary>
    Word,
    /// <summary>Quoted: exactly these characters.</summary>
    Phrase,
    /// <summary>A 文号 beyond doubt.</summary>
    Number,
    /// <summary>A 文号 in a loose spelling, or words after all.</summary>
    LooseNumber,
}

/// <summary>One thing to look for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Scope">Where to look.</param>
/// <param name="Text">Its folded text, without quotes.</param>
/// <param name="Number">The number, for the kinds that have one.</param>
internal readonly record struct QueryTerm(TermKind Kind, QueryScope Scope, string Text, DocumentNumber Number = default);
