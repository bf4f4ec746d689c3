namespace PolicySearch.Documents.Regions;

/// <summary>
/// Province letters as the first letter of a document number. A fallback only: cities use letters too
/// (宁 is also Nanjing, 新 also Xinmi, 吉 also Ji'an).
/// </summary>
internal static class ProvinceLetters
{
    private const string Letters = "京11津12冀13晋14蒙15内15辽21吉22黑23沪31苏32浙33皖34闽35赣36鲁37豫41鄂42湘43粤44桂45琼46渝50川51蜀51贵52黔52云53滇53藏54陕61秦61甘62陇62青63宁64新65港81澳82台71";

    /// <summary>The two digits that a province's code begins with, or null when the letter is no province's.</summary>
    public static string? CodeOf(char letter)
    {
        int at = Letters.IndexOf(letter, StringComparison.Ordinal);
        return at < 0 || char.IsAsciiDigit(letter) ? null : Letters.Substring(at + 1, 2);
    }
}
