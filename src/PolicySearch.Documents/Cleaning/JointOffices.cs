using System.Text;
using PolicySearch.Documents.Extraction;

namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// The blank between joint issuers inside a cited title (《商务部 中国银行关于…》): the only blank between Hanzi that a reader would miss in running
/// text. Thread-safe.
/// </summary>
internal static class JointOffices
{
    private const char Kept = '\u0001';
    private const int Reach = 120;

    /// <summary><see cref="Hanzi.JoinRunningText"/>, but one blank stays between joint issuers of a cited title.</summary>
    public static string JoinRunningText(string text)
    {
        if (!text.Contains('《') || !text.Contains(' '))
            return Hanzi.JoinRunningText(text);
        return Hanzi.JoinRunningText(Protect(text)).Replace(Kept, ' ');
    }

    private static string Protect(string text)
    {
        StringBuilder? changed = null;
        int copied = 0;
        for (int open = text.IndexOf('《'); open >= 0; open = text.IndexOf('《', open + 1))
        {
            ReadOnlySpan<char> title = text.AsSpan(open + 1, Math.Min(Reach, text.Length - open - 1));
            int end = title.IndexOf("关于");
            if (end <= 0 || title[..end].Contains('》') || title[..end].Contains('《') || Names(title[..end].ToString()) is not List<string> names)
                continue;
            changed ??= new StringBuilder(text.Length);
            changed.Append(text, copied, open + 1 - copied).AppendJoin(Kept, names);
            copied = open + 1 + end;
        }
        return changed is null ? text : changed.Append(text, copied, text.Length - copied).ToString();
    }

    private static List<string>? Names(string prefix) =>
        prefix.Contains(' ') && !prefix.Contains('、') && Offices.Split(prefix) is { Count: > 1 } names ? names : null;
}
