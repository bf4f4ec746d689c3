using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>Names of persons in lists, with the blanks that offices set inside two-character names (贾 涛). Thread-safe.</summary>
internal static class People
{
    private const int LongestName = 4;

    /// <summary>All names of a list parted by 、，；; or blanks; what is no name is left out.</summary>
    public static List<string> List(string text)
    {
        var names = new List<string>();
        foreach (string part in text.Split(['、', '，', ',', '；', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] pieces = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string whole = string.Concat(pieces);
            if (pieces.Length > 1 && whole.Length > 3 && pieces.All(piece => piece.Length >= 2))
                names.AddRange(pieces.Where(IsName));
            else if (IsName(whole))
                names.Add(whole);
        }
        return names;
    }

    /// <summary>The first name of a text that begins with one, or null.</summary>
    public static string? First(string text)
    {
        string name = "";
        foreach (string piece in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int run = 0;
            while (run < piece.Length && (Hanzi.IsIdeograph(piece[run]) || piece[run] == '·'))
                run++;
            name += piece[..run];
            if (name.Length >= 2 || run < piece.Length)
                break;
        }
        return IsName(name) ? name : null;
    }

    /// <summary>Two to four Hanzi, or a longer name with a middle dot.</summary>
    public static bool IsName(string text)
    {
        bool dotted = text.Contains('·');
        if (text.Length < 2 || text.Length > (dotted ? 16 : LongestName) || text is "电话" or "联系电话" or "签发" or "传真" or "地址" or "联系")
            return false;
        return text.All(c => Hanzi.IsIdeograph(c) || c == '·');
    }
}
