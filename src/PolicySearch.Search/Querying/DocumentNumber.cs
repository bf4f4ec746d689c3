using System.Globalization;

namespace PolicySearch.Search.Querying;

/// <summary>
/// A 发文字号 in its parts: 豫卫基层〔2020〕18号 has the prefix 豫卫基层 (机关代字), the year 2020 and the serial 18.
/// </summary>
/// <param name="Prefix">机关代字; empty when only year and serial are known.</param>
/// <param name="Year">1900 to 2099.</param>
/// <param name="Serial">From 0, without zero padding.</param>
public readonly record struct DocumentNumber(string Prefix, int Year, int Serial)
{
    /// <summary>The canonical spelling: 六角括号, no blanks, no 第, no zero padding.</summary>
    public string Canonical => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Tail}");

    /// <summary>The canonical spelling without the prefix: <c>〔2020〕18号</c>.</summary>
    public string Tail => string.Create(CultureInfo.InvariantCulture, $"〔{Year}〕{Serial}号");
}

/// <summary>A 文号 found in a text.</summary>
/// <param name="Number">The number.</param>
/// <param name="Certain">Whether brackets make it one; a loose spelling (三卫建议 2023 3) may also be three words.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last unit.</param>
public readonly record struct DocumentNumberMatch(DocumentNumber Number, bool Certain, int Start, int End);
