namespace PolicySearch.Testing.Generator;

/// <summary>Numbers and dates as offices write them.</summary>
internal static class ChineseDigits
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>1 to 99: 一, 十, 十二, 二十, 二十三.</summary>
    public static string Number(int value)
    {
        string tens = value < 10 ? "" : value < 20 ? "十" : Digits[value / 10] + "十";
        return value % 10 == 0 && value >= 10 ? tens : tens + Digits[value % 10];
    }

    /// <summary>二〇一七年六月二十九日, with the given sign for nought (〇, ○, 零, 0).</summary>
    public static string Date(DateOnly date, char nought)
    {
        string year = string.Concat(date.Year.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(c => c == '0' ? nought : Digits[c - '0']));
        return $"{year}年{Number(date.Month)}月{Number(date.Day)}日";
    }
}
