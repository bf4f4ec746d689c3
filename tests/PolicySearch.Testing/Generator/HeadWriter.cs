using System.Globalization;

namespace PolicySearch.Testing.Generator;

/// <summary>What stands above the text: letterhead, document number, class, disclosure, who approved it, title, address. Writes one draft.</summary>
internal sealed class HeadWriter(Draft draft, Office office)
{
    private readonly SeededRandom form = draft.Form;
    private readonly Place place = draft.Plan.Place;

    /// <summary>Whether the letterhead names the office.</summary>
    public bool HasLetterhead { get; private set; }

    /// <summary>发文字号 in canonical form, null when none was printed.</summary>
    public string? DocumentNumber { get; private set; }

    /// <summary>办理结果 as printed, null when not printed at the head.</summary>
    public string? Outcome { get; private set; }

    /// <summary>公开属性 as printed, null when not printed at the head.</summary>
    public string? Disclosure { get; private set; }

    /// <summary>签发人, null when not printed at the head.</summary>
    public string? Signatory { get; private set; }

    /// <summary>The office's full name.</summary>
    public string Issuer { get; } = draft.Plan.Place.FullName + office.At(draft.Plan.Place.Level);

    /// <summary>Letterhead and the lines below it, in one of the forms that offices use.</summary>
    /// <param name="outcome">The class to print here, or null.</param>
    /// <param name="numberWord">Letters behind the office's own: 函, 建, 发.</param>
    public void WriteLines(string? outcome, string? disclosure, string numberWord)
    {
        Letterhead();
        string? number = form.Chance(94) ? NumberLine(numberWord) : null;
        Outcome = outcome;
        Disclosure = disclosure;
        Signatory = form.Chance(12) ? Names.Person(form) : null;
        switch (form.Next(8))
        {
            case 0 when number != null: OnNumberLine(number); break;
            case 1 when outcome != null: ClassAboveNumber(number); break;
            case 2 when outcome is { Length: 1 }: LoneLines(number); break;
            case 3: InBrackets(number); break;
            default: Below(number); break;
        }
    }

    /// <summary>The title, on one line or two, now and then with its last words spaced out.</summary>
    public void WriteTitle(string title)
    {
        string spaced = title.EndsWith("答复", StringComparison.Ordinal) && form.Chance(15) ? title[..^2] + form.Pick("答 复", "答　复", "答     复") : title;
        int cut = spaced.Length > 22 && form.Chance(70) ? CutOf(spaced) : 0;
        if (cut > 0)
            draft.Blocks.Add(new Block(BlockKind.Title, spaced[..cut]));
        draft.Blocks.Add(new Block(BlockKind.Title, spaced[cut..].TrimStart(' ')));
    }

    // A title is parted where a reader would pause: behind the meeting, behind the office, or before the last words.
    private int CutOf(string title)
    {
        int meeting = title.IndexOf("次会议", StringComparison.Ordinal);
        if (meeting > 0 && form.Chance(70))
            return meeting + 3;
        int about = title.IndexOf("关于", 1, StringComparison.Ordinal);
        // Without a number above it, the office's name on a line of its own would be a letterhead.
        return about == Issuer.Length && DocumentNumber != null ? about : meeting > 0 ? meeting + 3 : 0;
    }

    private void Letterhead()
    {
        HasLetterhead = form.Chance(72);
        if (!HasLetterhead)
            return;
        string name = form.Chance(4) ? string.Join(' ', Issuer.ToCharArray()) : Issuer;
        draft.Line(form.Chance(20) && name == Issuer ? name + "文件" : name);
    }

    private string NumberLine(string word)
    {
        string prefix = place.Letters + form.Pick(office.Letters) + word;
        string year = draft.Plan.Year.ToString(CultureInfo.InvariantCulture);
        int serial = form.Between(1, 320);
        DocumentNumber = $"{prefix}〔{year}〕{serial}号";
        string lead = form.Chance(2) ? "建议字:" : "";
        return lead + form.Next(100) switch
        {
            < 58 => DocumentNumber,
            < 66 => $"{prefix}〔{year}〕{serial} 号",
            < 77 => $"{prefix}[{year}]{serial}号",
            < 80 => $"{prefix}［{year}］{serial}号",
            < 85 => $"{prefix}（{year}）{serial}号",
            < 88 => $"{prefix}({year}){serial}号",
            < 93 => $"{prefix}【{year}】{serial}号",
            < 96 => $"{prefix}﹝{year}﹞{serial}号",
            < 98 => $"{prefix} 〔{year}〕 {serial} 号",
            _ => $"{prefix}〔 {year[..2]} {year[2..]} 〕 {serial} 号",
        };
    }

    private void OnNumberLine(string number)
    {
        string line = number;
        if (Outcome != null)
            line += Outcome.Length <= 2 ? form.Pick($"  {Outcome}类", $"（{Outcome}类）", $"    {Outcome}类") : "  办理结果：" + Outcome;
        if (Disclosure != null)
            line += form.Pick("  ", "　　") + Disclosure;
        if (Signatory != null)
            line += "　　　　签发人：" + Signatory;
        draft.Line(line);
    }

    private void ClassAboveNumber(string? number)
    {
        draft.Line(Outcome!.Length <= 2 ? form.Pick($"（{Outcome}）类", $"({Outcome}类)", $"类别：{Outcome}") : "办理结果：" + Outcome);
        Add(number);
        if (Disclosure != null)
            draft.Line("公开属性：" + Disclosure);
        AddSignatory();
    }

    private void LoneLines(string? number)
    {
        draft.Line(Outcome!);
        if (Disclosure != null)
            draft.Line(Disclosure);
        Add(number);
        AddSignatory();
    }

    private void InBrackets(string? number)
    {
        Add(number);
        AddSignatory();
        if (Outcome != null)
            draft.Line(Outcome.Length <= 2 ? $"[办理结果标注({Outcome})]" : "办理结果：" + Outcome);
        if (Disclosure == null)
            return;
        Disclosure = "同意公开";
        draft.Line(form.Pick("[是否同意公开(是)]", "是否同意公开：是"));
    }

    private void Below(string? number)
    {
        Add(number);
        AddSignatory();
        if (Outcome != null)
            draft.Line(Outcome.Length <= 2 ? form.Pick("办理结果：", "办理结果: ", "答复类别：", "类别：") + form.Pick(Outcome, $"（{Outcome}）") : "办理结果：" + Outcome);
        if (Disclosure != null)
            draft.Line(form.Pick("公开属性：", "公开方式：", "") + Disclosure);
    }

    private void Add(string? line)
    {
        if (line != null)
            draft.Line(line);
    }

    private void AddSignatory()
    {
        if (Signatory != null)
            draft.Line(form.Pick("签发人：", "签发人:", "签发人 : ") + Signatory);
    }
}
