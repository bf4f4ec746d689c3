using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>Puts units, persons and phones that are printed apart together into contacts. Used for one document; not thread-safe.</summary>
internal sealed partial class ContactCollector
{
    private readonly List<Contact> done = [];
    private readonly List<string> persons = [];
    private string? unit;
    private string? phone;

    /// <summary>Takes one labelled value in the order of the text.</summary>
    public void Add(string label, string value)
    {
        string? foundPhone = TakePhone(ref value);
        value = value.Trim(' ', ',', '，', '、', '；', ';', '：', ':', '(', '（', '）', ')');
        bool isUnit = label.Contains("单位", StringComparison.Ordinal) || label.Contains("科室", StringComparison.Ordinal) || label.Contains("部门", StringComparison.Ordinal);
        bool isPhone = label.StartsWith('电') || label.StartsWith("联系电话", StringComparison.Ordinal) || label.StartsWith("办公电话", StringComparison.Ordinal) || label.StartsWith("联系方式", StringComparison.Ordinal);
        if (isUnit)
            AddUnit(Hanzi.WithoutBlanks(value));
        else if (!isPhone || value.Length > 0)
            AddPersons(value);
        if (foundPhone is not null)
            AddPhone(foundPhone);
    }

    /// <summary>All contacts in order of print.</summary>
    public List<Contact> Finish()
    {
        Flush();
        return done;
    }

    private void AddUnit(string name)
    {
        if (unit is not null)
            Flush();
        unit = name.Length == 0 ? null : name;
    }

    private void AddPersons(string value)
    {
        (string? office, List<string> names) = SplitOffice(value);
        if (persons.Count > 0 && names.Count > 0)
            Flush();
        unit ??= office;
        persons.AddRange(names);
    }

    // 渔业处 赵某某、朱某某: an office may stand before the names.
    private static (string?, List<string>) SplitOffice(string value)
    {
        int gap = value.IndexOf(' ');
        string head = gap > 0 ? value[..gap] : "";
        if (head.Length > 3 && Offices.IsName(head))
            return (head, People.List(value[(gap + 1)..]));
        List<string> names = People.List(value);
        string compact = Hanzi.WithoutBlanks(value);
        return names.Count == 0 && compact.Length > 3 && Offices.IsName(compact) ? (compact, names) : (null, names);
    }

    private void AddPhone(string found)
    {
        if (phone is not null && (persons.Count > 0 || unit is not null))
            Flush();
        phone = found;
    }

    private void Flush()
    {
        foreach (string person in persons)
            done.Add(new Contact(unit, person, phone));
        if (persons.Count == 0 && (unit is not null || phone is not null))
            done.Add(new Contact(unit, null, phone));
        persons.Clear();
        (unit, phone) = (null, null);
    }

    private static string? TakePhone(ref string value)
    {
        Match match = Phone().Match(value);
        if (!match.Success)
            return null;
        value = value[..match.Index];
        return NoBlanksInPhone().Replace(match.Value, "-").Replace(" ", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@" ?[-—–－] ?", RegexOptions.CultureInvariant)]
    private static partial Regex NoBlanksInPhone();

    [GeneratedRegex(@"(?<![0-9])1[3-9][0-9][-—–－][0-9]{4}[-—–－][0-9]{4}(?![0-9])|(?:[（(]?0[0-9]{2,3}[）)]? {0,2}[-—–－]? {0,2})?[0-9]{5,11}(?: ?[-—–－转] ?[0-9]{1,5})?", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
