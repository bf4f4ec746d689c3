using System.Text.RegularExpressions;

namespace PolicySearch.Documents.Regions;

/// <summary>At which level a document's issuer stands, told by a bare 省, 市, 县 or 区 (市卫生健康委, 对区政协五届…). Pure functions.</summary>
internal static partial class LevelHints
{
    /// <summary>The level that issuer, letterhead or title tell, or null when they name none.</summary>
    public static RegionLevel? Of(IEnumerable<RegionSign> byStrength)
    {
        foreach (RegionSign piece in byStrength)
        {
            if (OfPiece(piece) is { } level)
                return level;
        }
        return null;
    }

    private static RegionLevel? OfPiece(RegionSign piece)
    {
        Match match = piece.Kind switch
        {
            RegionSignKind.Issuer or RegionSignKind.Letterhead => BareBody().Match(piece.Text),
            RegionSignKind.Session => BarePlace().Match(piece.Text),
            RegionSignKind.Title => BareSession().Match(piece.Text),
            _ => Match.Empty,
        };
        return match.Success ? OfWord(match.Groups[1].Value) : null;
    }

    private static RegionLevel OfWord(string word) => word switch
    {
        "省" or "自治区" => RegionLevel.Province,
        "市" or "州" or "盟" => RegionLevel.City,
        _ => RegionLevel.County,
    };

    [GeneratedRegex("^(?:中共)?(自治区|省|市|州|盟|县|区|旗)(?!场|域|划|政工程)")]
    private static partial Regex BareBody();

    [GeneratedRegex("^(自治区|省|市|州|盟|县|区|旗)$")]
    private static partial Regex BarePlace();

    [GeneratedRegex("(?:^|对|于|复|自|对政协|于政协)(自治区|省|市|州|盟|县|区|旗)(?:政协|人大|委|第?[一二三四五六七八九十]+届|人民代表大会)")]
    private static partial Regex BareSession();
}
