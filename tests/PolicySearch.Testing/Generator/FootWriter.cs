using System.Globalization;

namespace PolicySearch.Testing.Generator;

/// <summary>What stands below the text: signature, date, contacts, copies, marks. Writes one draft.</summary>
internal sealed class FootWriter(Draft draft, Office office, string issuer)
{
    private readonly SeededRandom form = draft.Form;
    private readonly Place place = draft.Plan.Place;

    /// <summary>Whether the signature names the office.</summary>
    public bool HasSignature { get; private set; }

    /// <summary>成文日期 as printed, null when none was.</summary>
    public DateOnly? IssueDate { get; private set; }

    /// <summary>签发人, when the foot names one.</summary>
    public string? Signatory { get; private set; }

    public List<GeneratedContact> Contacts { get; } = [];
    public List<string> CopiedTo { get; } = [];

    /// <summary>Writes the foot of a reply.</summary>
    /// <param name="mustSign">Whether nothing above has named the office.</param>
    /// <param name="mustDate">Whether nothing above has told the year.</param>
    /// <param name="copies">Whom copies go to; nobody when empty.</param>
    public void Write(bool mustSign, bool mustDate, string[] copies)
    {
        bool contactFirst = form.Chance(20);
        if (contactFirst)
            WriteContact();
        Sign(mustSign, mustDate);
        if (!contactFirst)
            WriteContact();
        WriteCopies(copies);
    }

    /// <summary>Writes signature and date alone, as notices have them.</summary>
    public void Sign(bool mustSign, bool mustDate)
    {
        HasSignature = mustSign || form.Chance(85);
        if (HasSignature)
            draft.Line(form.Chance(40) ? new string(' ', form.Between(8, 24)) + issuer : issuer);
        if (!mustDate && form.Chance(8))
            return;
        var date = new DateOnly(draft.Plan.Year, form.Between(3, 11), form.Between(1, 28));
        IssueDate = date;
        draft.Line((form.Chance(30) ? new string('　', form.Between(4, 12)) : "") + Written(date));
    }

    /// <summary>Who approved the letter, in the forms that stand below the text; a seventh of the letters say so.</summary>
    public void WriteApproval()
    {
        if (!form.Chance(8))
            return;
        Signatory = Names.Person(form);
        draft.Line(form.Pick("领导签发：", "领导签批：", "领导签发:") + Signatory);
    }

    private string Written(DateOnly date)
    {
        string arabic = string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");
        int kind = form.Next(100);
        if (kind < 74)
            return arabic;
        if (kind < 92)
            return ChineseDigits.Date(date, form.Pick('〇', '○', '零', '0', '〇'));
        if (kind < 96)
            return date.ToString(form.Pick("yyyy-MM-dd", "yyyy-M-d"), CultureInfo.InvariantCulture);
        // Crawlers lose 年月日; only a month of one digit can still be told from the day.
        return kind < 98 && date.Month < 10 && date.Day > 1 ? string.Create(CultureInfo.InvariantCulture, $"{date.Year}{date.Month}{date.Day}") : string.Create(CultureInfo.InvariantCulture, $"{date.Year} 年 {date.Month} 月 {date.Day} 日");
    }

    private void WriteContact()
    {
        if (form.Chance(18))
            return;
        string person = Names.Person(form), phone = Names.Phone(place, form);
        string printed = form.Chance(8) ? phone.Replace('-', form.Pick('－', '—')) : phone;
        string unit = issuer + form.Pick(office.Units);
        switch (form.Next(12))
        {
            case 0: AddContact(null, person, phone, $"联系人：{person}，联系电话：{printed}"); break;
            case 1: AddContact(null, person, phone, $"（联系人：{person}，联系电话：{printed}）"); break;
            case 2: AddContact(unit, person, phone, $"联系单位及电话：{unit} {printed}", $"联系人：{person}"); break;
            case 3: AddInCharge(person, phone, printed); break;
            case 4: AddContact(null, person, phone, $"联系人及电话：{person} {printed}"); break;
            case 5: AddContact(unit, person, phone, $"联系单位：{unit}  联系人：{person}  联系电话：{printed}"); break;
            case 6: AddContact(null, person, phone, $"（联系人姓名及电话：{person} {printed}）"); break;
            case 7: AddContact(null, person, phone, $"联系电话：{printed}", $"联系人：{person}"); break;
            case 8: AddContact(null, person, phone, $"联系人：{person}", $"联系电话：{printed}"); break;
            default: AddContact(null, person, phone, $"联系人：{person}  联系电话：{printed}"); break;
        }
    }

    private void AddInCharge(string person, string phone, string printed)
    {
        string head = Names.Person(form);
        if (head == person)
            head = "欧阳某";
        Contacts.Add(new GeneratedContact(null, head, null));
        AddContact(null, person, phone, $"承办负责人：{head}", $"承办人及联系电话：{person} {printed}");
    }

    private void AddContact(string? unit, string person, string phone, params ReadOnlySpan<string> lines)
    {
        Contacts.Add(new GeneratedContact(unit, person, phone));
        foreach (string line in lines)
            draft.Line(line);
    }

    private void WriteCopies(string[] copies)
    {
        if (copies.Length == 0)
            return;
        CopiedTo.AddRange(copies);
        string mark = form.Chance(75) ? "，" : "、";
        draft.Line(form.Pick("抄送：", "抄送:") + string.Join(mark, copies) + form.Pick("。", ""));
        if (IssueDate is { } date && form.Chance(25))
            draft.Line(string.Create(CultureInfo.InvariantCulture, $"{issuer}{(issuer.EndsWith("办公室", StringComparison.Ordinal) ? "" : "办公室")}　　　　{date.AddDays(1).Year}年{date.AddDays(1).Month}月{date.AddDays(1).Day}日印发"));
    }
}
