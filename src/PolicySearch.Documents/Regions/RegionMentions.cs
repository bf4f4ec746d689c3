namespace PolicySearch.Documents.Regions;

/// <summary>Which of the places that a line names tell where the document comes from. Pure functions.</summary>
internal static class RegionMentions
{
    // 国家税务总局三门峡市税务局, 中共渑池县委: what may stand before the place in a body's name.
    private const int LongestPrefix = 14;

    private static readonly string[] SessionBeginnings = ["政协", "人大", "人民代表大会", "第", "届", "委员会", "一届", "二届", "三届", "四届", "五届", "六届", "七届", "八届", "九届", "十"];
    private static readonly string[] SessionEnds = ["政协", "人大", "协商会议"];

    public static IReadOnlyList<RegionMention> ThatTellTheOrigin(RegionScanner scanner, RegionSign piece)
    {
        // 岳阳 as the place of a session stands for 岳阳政协.
        string text = piece.Kind == RegionSignKind.Session ? piece.Text + "政协" : piece.Text;
        IReadOnlyList<RegionMention> all = scanner.Scan(text, shortNames: true);
        return piece.Kind switch
        {
            RegionSignKind.Issuer or RegionSignKind.Letterhead => [.. all.Where(m => BeginsBody(piece.Text, m.Start)).Take(1).Select(m => scanner.OfBranch(piece.Text, m))],
            RegionSignKind.Session => [.. all.Where(m => m.Start == 0)],
            RegionSignKind.Title => [.. all.Where(m => m.Start == 0 || NamesSession(piece.Text, m))],
            _ => all,
        };
    }

    private static bool BeginsBody(string text, int start)
    {
        if (start == 0)
            return true;
        string before = text[..start];
        return start <= LongestPrefix && !before.Contains('关', StringComparison.Ordinal)
            && (NationalBodies.Begins(before) || before.EndsWith("政协", StringComparison.Ordinal) || before.EndsWith("中共", StringComparison.Ordinal) || before.EndsWith("协商会议", StringComparison.Ordinal) || !char.IsLetter(before[^1]));
    }

    private static bool NamesSession(string text, RegionMention mention)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, mention.Start), behind = text.AsSpan(mention.End);
        foreach (string beginning in SessionBeginnings)
        {
            if (behind.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }
        foreach (string end in SessionEnds)
        {
            if (before.EndsWith(end, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
