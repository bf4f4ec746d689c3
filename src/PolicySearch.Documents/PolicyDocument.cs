namespace PolicySearch.Documents;

/// <summary>
/// One official document, understood: what its file says about itself, and its clean text.
/// The record that every other room speaks. Absent values are null or empty, never guessed; how a value was found
/// stands in <see cref="Provenance"/>, what could not be decided in <see cref="Warnings"/>.
/// Immutable, so any number of threads may read it.
/// </summary>
public sealed record PolicyDocument
{
    /// <summary>Stable name of the document in an index: 16 lower-case hex digits derived from <see cref="Source"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Where it came from: the corpus folder's name and the path below it, with forward slashes (<c>corpus/henan/001.txt</c>).</summary>
    public required string Source { get; init; }

    /// <summary>文种: 建议答复, 提案答复, 会办意见, one of the fifteen statutory kinds (通知, 意见, 决定 …), or 其他. See <see cref="DocumentKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>标题, on one line, without blanks between Hanzi but for one between joint issuers (商务部 中国银行关于…); round brackets beside Hanzi are full-width however they are printed.</summary>
    public string? Title { get; init; }

    /// <summary>案由: what the suggestion or proposal is about, without the book-title marks.</summary>
    public string? Subject { get; init; }

    /// <summary>发文字号 in its canonical form <c>豫卫基层〔2020〕18号</c>: 六角括号, no blanks, no 第.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>发文机关; of a joint document the lead body.</summary>
    public string? Issuer { get; init; }

    /// <summary>All issuing bodies of a joint document, the lead body first; one entry or none otherwise.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>省级: full name (河南省, 广西壮族自治区, 上海市).</summary>
    public string? Province { get; init; }

    /// <summary>地级: full name (三门峡市); of a document from a municipality (直辖市) the municipality's name.</summary>
    public string? City { get; init; }

    /// <summary>县级: full name (渑池县, 湛河区).</summary>
    public string? County { get; init; }

    /// <summary>统计用区划代码, six digits, of the lowest level known (411221).</summary>
    public string? RegionCode { get; init; }

    /// <summary>Year of the document, four digits: from the issue date, else the document number, else the signature line.</summary>
    public int? Year { get; init; }

    /// <summary>成文日期.</summary>
    public DateOnly? IssueDate { get; init; }

    /// <summary>届次: which meeting the answered suggestion or proposal was put to, and its number there.</summary>
    public Session? Session { get; init; }

    /// <summary>主送: as written, one entry a person or body (<c>张某代表</c> gives 张某), without 尊敬的 and the title.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Who proposed: 代表, 委员, 代表团, 党派, 人民团体, 界别, 专门委员会 …; null when the text does not say.</summary>
    public string? ProposerKind { get; init; }

    /// <summary>办理结果.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>公开属性, as written (同意公开, 主动公开, 依申请公开, 此件公开发布 …). A missing value is not public.</summary>
    public string? Disclosure { get; init; }

    /// <summary>签发人.</summary>
    public string? Signatory { get; init; }

    /// <summary>联系人.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>抄送.</summary>
    public IReadOnlyList<string> CopiedTo { get; init; } = [];

    /// <summary>Documents that the text cites, in order of first mention, each once.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Topics as paths, most certain first: <c>卫生、体育/卫生/基层卫生</c>. Levels are parted by '/'.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Numbers with a measure that the text states, in order of place.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Field name (as in <c>extract --json</c>) → where and how the value was found, e.g. <c>line 3</c>, <c>panel</c>, <c>title</c>.</summary>
    public IReadOnlyDictionary<string, string> Provenance { get; init; } = new Dictionary<string, string>();

    /// <summary>What a person should look at, one English sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>有效性: what a panel or the text says of the document's own time; null when neither says anything, which does not mean valid.</summary>
    public Validity? Validity { get; init; }

    /// <summary>Documents that the text says are repealed (…同时废止), in order, each once; they stand among <see cref="Citations"/> too.</summary>
    public IReadOnlyList<Citation> Repeals { get; init; } = [];

    /// <summary>What became of the matter, where the scheme of <see cref="Outcome"/> leaves no doubt; see <see cref="OutcomeStatuses"/>. Null for B and C, whose meaning differs by office.</summary>
    public string? OutcomeStatus { get; init; }

    /// <summary>
    /// Where in <see cref="Body"/> a field's value stands: <c>docNumber</c>, <c>issueDate</c>, <c>citations[0]</c> … → the characters that say it, or the paragraph that does.
    /// Fields that a panel apart from the text gave have no place.
    /// </summary>
    public IReadOnlyDictionary<string, FieldPlace> Places { get; init; } = new Dictionary<string, FieldPlace>();

    /// <summary>The clean text: paragraphs parted by '\n'. All offsets in this record count UTF-16 units of it.</summary>
    public string Body { get; init; } = "";

    /// <summary>The paragraphs of <see cref="Body"/>, in order, without gaps but for the line feeds between them.</summary>
    public IReadOnlyList<Paragraph> Paragraphs { get; init; } = [];

    /// <summary>SHA-256 of the file's bytes, lower-case hex: what changed is told by it.</summary>
    public string ContentHash { get; init; } = "";
}

/// <summary>The meeting that a suggestion or proposal was put to.</summary>
/// <param name="Assembly">人大 or 政协.</param>
/// <param name="Place">The place as written before the assembly (市, 区, 岳阳市, 全国, 省 …), null when the text names none.</param>
/// <param name="Term">届, null when not stated.</param>
/// <param name="Meeting">次会议, null when not stated.</param>
/// <param name="Number">The suggestion's or proposal's number as an integer (059 → 59), null when not stated or not a plain number.</param>
/// <param name="RawNumber">The number as written (059, DH0271), null when not stated.</param>
public sealed record Session(string? Assembly, string? Place, int? Term, int? Meeting, long? Number, string? RawNumber = null);

/// <summary>办理结果.</summary>
/// <param name="Raw">As written: A, A1, B, 甲 …</param>
/// <param name="Class">The class letter or word that <paramref name="Raw"/> stands for, without a digit (A1 → A). Schemes differ by office: C is "planned" in one and "refused" in another.</param>
public sealed record Outcome(string Raw, string? Class);

/// <summary>A contact as printed at the foot of a reply.</summary>
public sealed record Contact(string? Unit, string? Person, string? Phone);

/// <summary>A cited document: its title without book-title marks, its canonical document number, or both.</summary>
public sealed record Citation(string? Title, string? DocumentNumber);

/// <summary>有效性.</summary>
/// <param name="State">As a site's panel or a mark behind the title says it: 有效, 失效, 废止, 已修改 …; null when neither does.</param>
/// <param name="From">施行日期, null when not stated.</param>
/// <param name="Until">Last day of validity, as stated or counted from 有效期N年; null when not stated.</param>
public sealed record Validity(string? State, DateOnly? From, DateOnly? Until);

/// <summary>A place in a document's body.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last unit.</param>
public readonly record struct FieldPlace(int Start, int End);

/// <summary>What a paragraph is in its document.</summary>
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Body,
    /// <summary>The document's title.</summary>
    Title,
    /// <summary>A heading; its level stands beside it: 1 for 一、 2 for （一） 3 for 1. 4 for (1).</summary>
    Heading,
    /// <summary>An item of a list.</summary>
    ListItem,
    /// <summary>Rows of a table, cells parted by tabs.</summary>
    Table,
    /// <summary>Letterhead, document number, class and disclosure lines above the title.</summary>
    Header,
    /// <summary>主送: the line that names whom the document is addressed to.</summary>
    Addressee,
    /// <summary>Issuer and date below the text.</summary>
    Signature,
    /// <summary>Contacts, 抄送, 印发 and the like below the signature.</summary>
    Footer,
    /// <summary>附件: an attachment's line, title or text.</summary>
    Attachment,
    /// <summary>A processing form (办理单) or scan noise: searchable, but no field is read from it.</summary>
    Form,
}

/// <summary>One paragraph of <see cref="PolicyDocument.Body"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Heading level from 1, else 0.</param>
/// <param name="Start">First UTF-16 unit in the body.</param>
/// <param name="End">One past the last unit in the body.</param>
/// <param name="SourceLine">Line of the source on which it begins, from 1; 0 when the source has no lines.</param>
public readonly record struct Paragraph(ParagraphKind Kind, int Level, int Start, int End, int SourceLine);
