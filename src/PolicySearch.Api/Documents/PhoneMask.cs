using System.Text.RegularExpressions;
using PolicySearch.Documents;

namespace PolicySearch.Api.Documents;

/// <summary>
/// Hides phone numbers of contacts in what everybody may see: the middle digits become '*', lengths stay, so that offsets keep their meaning.
/// Hidden are mobile numbers anywhere, numbers that the document names as a contact's anywhere, and landline numbers in passages that speak of a contact.
/// Immutable.
/// </summary>
internal sealed partial class PhoneMask
{
    private readonly string[] contacts;

    private PhoneMask(string[] contacts) => this.contacts = contacts;

    /// <summary>The mask for one document's texts.</summary>
    public static PhoneMask For(PolicyDocument document) => new(
        [.. document.Contacts.SelectMany(contact => Numbers().Matches(contact.Phone ?? "")).Select(match => match.Value).Where(number => number.Count(char.IsDigit) >= 7)
            .Distinct(StringComparer.Ordinal)]);

    /// <summary>The text with its phone numbers hidden, equally long.</summary>
    public string Apply(string text)
    {
        foreach (string contact in contacts)
            text = text.Replace(contact, HidePhone(contact), StringComparison.Ordinal);
        text = Mobile().Replace(text, match => HidePhone(match.Value));
        return SpeaksOfContact().IsMatch(text) ? Landline().Replace(text, match => HidePhone(match.Value)) : text;
    }

    /// <summary><c>0398-2812345</c> becomes <c>0398-****345</c>, <c>13812345678</c> becomes <c>138****5678</c>: the last digits stay, four before them go, or as many as there are.</summary>
    public static string HidePhone(string phone)
    {
        char[] hidden = phone.ToCharArray();
        int digits = phone.Count(char.IsDigit);
        int kept = digits >= 11 && phone.StartsWith('1') ? 4 : Math.Min(3, digits / 3);
        int seen = 0;
        for (int i = phone.Length - 1; i >= 0; i--)
        {
            if (char.IsDigit(phone[i]) && ++seen > kept && seen <= kept + 4)
                hidden[i] = '*';
        }
        return new string(hidden);
    }

    [GeneratedRegex(@"[0-9０-９](?:[-－—–]?[0-9０-９]){4,}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<![0-9０-９])1[3-9][0-9]{9}(?![0-9０-９])")]
    private static partial Regex Mobile();

    [GeneratedRegex("电话|手机|联系|承办人")]
    private static partial Regex SpeaksOfContact();

    [GeneratedRegex(@"(?<![0-9〔\[])(?:[（(]?0[0-9]{2,3}[）)]?[-－—– ]{0,3})?[2-8][0-9]{6,7}(?![0-9])")]
    private static partial Regex Landline();
}
