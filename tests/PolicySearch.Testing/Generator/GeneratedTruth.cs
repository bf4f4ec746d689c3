namespace PolicySearch.Testing.Generator;

/// <summary>
/// What a careful reader takes from a generated document. Names, forms and conventions are those of tests/data/corpus-truth; a field that the
/// document does not print is null or empty. Immutable.
/// </summary>
public sealed record GeneratedTruth
{
    /// <summary>建议答复, 提案答复, 会办意见 or 通知.</summary>
    public required string Kind { get; init; }
    /// <summary>标题 without blanks.</summary>
    public required string Title { get; init; }
    /// <summary>案由, with its ending 的建议 or 的提案.</summary>
    public string? Subject { get; init; }
    /// <summary>发文字号 in its canonical form.</summary>
    public string? DocumentNumber { get; init; }
    /// <summary>发文机关; null when neither letterhead, title nor signature names it.</summary>
    public string? Issuer { get; init; }
    /// <summary>Full name of the province.</summary>
    public required string Province { get; init; }
    /// <summary>Full name of the prefecture or municipality; null for a province's own office.</summary>
    public string? City { get; init; }
    /// <summary>Full name of the county; null for a city's or province's own office.</summary>
    public string? County { get; init; }
    /// <summary>Year of the document.</summary>
    public required int Year { get; init; }
    /// <summary>成文日期; null when none is printed.</summary>
    public DateOnly? IssueDate { get; init; }
    /// <summary>The meeting, and the number there.</summary>
    public GeneratedSession? Session { get; init; }
    /// <summary>主送.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];
    /// <summary>代表, 委员, 代表团, 党派, 人民团体, 专门委员会 or null.</summary>
    public string? ProposerKind { get; init; }
    /// <summary>办理结果 as printed (B, A1, 甲), null when none is.</summary>
    public string? Outcome { get; init; }
    /// <summary>公开属性 as printed.</summary>
    public string? Disclosure { get; init; }
    /// <summary>签发人.</summary>
    public string? Signatory { get; init; }
    /// <summary>联系人.</summary>
    public IReadOnlyList<GeneratedContact> Contacts { get; init; } = [];
    /// <summary>抄送.</summary>
    public IReadOnlyList<string> CopiedTo { get; init; } = [];
    /// <summary>Documents that the text cites, in order of first mention.</summary>
    public IReadOnlyList<GeneratedCitation> Citations { get; init; } = [];
    /// <summary>The topic's path in the project's taxonomy.</summary>
    public required string Topic { get; init; }
    /// <summary>Figures of the measures that every city states for this topic, in order of place.</summary>
    public IReadOnlyList<GeneratedFigure> Figures { get; init; } = [];
}

/// <summary>The meeting that was answered; <see cref="Number"/> is null when <see cref="RawNumber"/> is no plain number.</summary>
public sealed record GeneratedSession(string Assembly, string? Place, int Term, int Meeting, long? Number, string RawNumber);

/// <summary>A contact at the foot.</summary>
public sealed record GeneratedContact(string? Unit, string? Person, string? Phone);

/// <summary>A cited document: title, number, or both.</summary>
public sealed record GeneratedCitation(string? Title, string? DocumentNumber);

/// <summary>A measure that can be compared between cities: 家庭医生签约率, 73.8, %.</summary>
public sealed record GeneratedFigure(string Measure, decimal Value, string Unit);
