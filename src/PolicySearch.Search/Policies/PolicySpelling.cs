using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicySearch.Documents;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Policies;

/// <summary>
/// One way in which documents cite a policy, as the index keeps it and as policies are joined by. The index holds the spelling as it was written, so that
/// how spellings are joined can change without building it anew:
/// <code>
/// Term := Title '\t' Number        (either may be empty, never both; neither holds a tab)
/// </code>
/// Immutable.
/// </summary>
internal sealed class PolicySpelling
{
    /// <summary>Stands behind the title in a term.</summary>
    public const byte EndOfTitle = (byte)'\t';

    private PolicySpelling(string term, string? title, string? number)
    {
        Term = term;
        Title = title;
        Number = number;
        Parts = title == null ? null : PolicyTitle.Of(title);
        NumberKey = number == null ? null : KeyOf(number);
    }

    /// <summary>The index's term.</summary>
    public string Term { get; }

    /// <summary>The title as cited, without book-title marks; null when only a number is cited.</summary>
    public string? Title { get; }

    /// <summary>文号, canonical; null when only a title is cited.</summary>
    public string? Number { get; }

    /// <summary>The title taken apart; null without a title.</summary>
    public PolicyTitle? Parts { get; }

    /// <summary>What two spellings of one number have in common; null without a number.</summary>
    public string? NumberKey { get; }

    /// <summary>The term of a citation; null when it names nothing.</summary>
    public static string? TermOf(Citation citation)
    {
        string title = (citation.Title ?? "").Replace('\t', ' '), number = (citation.DocumentNumber ?? "").Replace('\t', ' ');
        return title.Length + number.Length == 0 ? null : title + "\t" + number;
    }

    /// <summary>Reads a term.</summary>
    public static PolicySpelling Read(string term)
    {
        int tab = term.LastIndexOf('\t');
        return new(term, tab <= 0 ? null : term[..tab], tab == term.Length - 1 ? null : term[(tab + 1)..]);
    }

    /// <summary>A number without what spellings of it differ in: brackets, blanks, 第, zeros before the serial, upper case.</summary>
    public static string KeyOf(string number)
    {
        string folded = CharacterFolding.Fold(number);
        foreach (DocumentNumberMatch match in DocumentNumberRecognizer.Find(folded, loose: false))
        {
            if (match.Start == 0 && match.End == folded.Length)
                return match.Number.Canonical;
        }
        return string.Concat(folded.Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>The stable name of a policy that has this number: 16 hex digits.</summary>
    public static string IdOfNumber(string numberKey) => Hash("number:" + numberKey);

    /// <summary>The stable name of a policy that is known by a title alone: 16 hex digits.</summary>
    public static string IdOfTitle(string fullTitle) => Hash("title:" + fullTitle);

    private static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..8]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"《{Title}》（{Number}）");
}
