using System.Text;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Policies;

/// <summary>
/// A cited title taken apart, so that spellings of one title can be told from titles of other policies. All parts are folded and without book-title marks,
/// quotes and blanks. 国务院办公厅关于推进养老服务发展的意见 has the issuer 国务院办公厅 and the core 推进养老服务发展的意见.
/// </summary>
/// <param name="Full">The whole title; 中华人民共和国 at its beginning is left out, as people do with laws.</param>
/// <param name="Core">The title without issuer and 关于.</param>
/// <param name="Issuer">What stands before 关于, 印发 and the like; null when the title begins with it.</param>
/// <param name="Issued">The core of the document that a title of the form 关于印发〈…〉的通知 issues; null for other titles.</param>
internal sealed record PolicyTitle(string Full, string Core, string? Issuer, string? Issued)
{
    private const int MaxIssuer = 60;

    // A name shorter than this (实施方案) says nothing about which document it is.
    private const int MinIssued = 8;

    private const string Dropped = "《》〈〉<>“”\"‘’'「」『』·,、:";
    private const string Country = "中华人民共和国";
    private const string About = "关于";
    private static readonly string[] Verbs = ["关于", "印发", "转发", "批转", "公布", "发布", "下发"];
    private static readonly string[] Passing = ["关于印发", "关于转发", "关于批转", "关于公布", "关于发布", "关于下发", "印发", "转发", "批转", "公布", "发布", "下发"];

    /// <summary>Takes a title apart.</summary>
    public static PolicyTitle Of(string title)
    {
        string full = Plain(title);
        if (full.StartsWith(Country, StringComparison.Ordinal) && full.Length > Country.Length + 1)
            full = full[Country.Length..];
        int verb = FirstVerb(full);
        string rest = verb > 0 ? full[verb..] : full;
        return new(full, WithoutAbout(rest), verb > 0 ? full[..verb] : null, IssuedBy(rest));
    }

    /// <summary>Whether two titles may well be spellings of one: the same core, one inside the other, or most pairs of characters in common.</summary>
    public bool IsLike(PolicyTitle other) =>
        Core == other.Core || Full.Contains(other.Core, StringComparison.Ordinal) || other.Full.Contains(Core, StringComparison.Ordinal)
        || Issued != null && Issued == other.Core || other.Issued != null && other.Issued == Core
        || SharedPairs(Core, other.Core) >= 0.6;

    private static string Plain(string title)
    {
        var plain = new StringBuilder(title.Length);
        foreach (char c in CharacterFolding.Fold(title))
        {
            if (!char.IsWhiteSpace(c) && !Dropped.Contains(c))
                plain.Append(c);
        }
        return plain.ToString();
    }

    private static int FirstVerb(string title)
    {
        int first = 0;
        foreach (string verb in Verbs)
        {
            int at = title.IndexOf(verb, StringComparison.Ordinal);
            if (at > 0 && at <= MaxIssuer && (first == 0 || at < first) && !title.StartsWith(About, StringComparison.Ordinal))
                first = at;
        }
        return first;
    }

    private static string WithoutAbout(string title) =>
        title.StartsWith(About, StringComparison.Ordinal) && title.Length > About.Length + 1 ? title[About.Length..] : title;

    private static string? IssuedBy(string title)
    {
        if (!title.EndsWith("的通知", StringComparison.Ordinal))
            return null;
        foreach (string opening in Passing)
        {
            if (title.StartsWith(opening, StringComparison.Ordinal) && title.Length - opening.Length - 3 >= MinIssued)
                return WithoutAbout(title[opening.Length..^3]);
        }
        return null;
    }

    /// <summary>Dice's measure over pairs of neighbouring characters: 0 nothing in common, 1 the same pairs.</summary>
    private static double SharedPairs(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2)
            return 0;
        var pairs = new Dictionary<(char, char), int>();
        for (int i = 1; i < a.Length; i++)
            pairs[(a[i - 1], a[i])] = pairs.GetValueOrDefault((a[i - 1], a[i])) + 1;
        int shared = 0;
        for (int i = 1; i < b.Length; i++)
        {
            if (pairs.TryGetValue((b[i - 1], b[i]), out int left) && left > 0)
            {
                pairs[(b[i - 1], b[i])] = left - 1;
                shared++;
            }
        }
        return 2.0 * shared / (a.Length + b.Length - 2);
    }
}
