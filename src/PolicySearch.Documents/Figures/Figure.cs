namespace PolicySearch.Documents;

/// <summary>How a figure compares with what it measures.</summary>
public enum Comparator
{
    /// <summary>Just so many.</summary>
    Equal,
    /// <summary>不低于, 不少于, 至少, … 以上.</summary>
    AtLeast,
    /// <summary>不超过, 控制在, … 以内, … 以下.</summary>
    AtMost,
    /// <summary>超过, 突破, 高于.</summary>
    MoreThan,
    /// <summary>低于, 少于.</summary>
    LessThan,
    /// <summary>约, 近, … 左右, 余.</summary>
    About,
    /// <summary>增长, 提高, 上升 … by so much.</summary>
    Increase,
    /// <summary>下降, 降低, 减少 … by so much.</summary>
    Decrease,
}

/// <summary>
/// A number with a measure as a text states it: 「到2025年，签约率达到75%以上」 is (签约率, AtLeast, 75, %, 2025, promised).
/// </summary>
/// <param name="Subject">What is measured, as the clause before the number names it; null when it names nothing.</param>
/// <param name="Comparator">How the value is meant.</param>
/// <param name="Value">The number with its multiplier worked in (1.05亿 is 105000000); of a range the lower end.</param>
/// <param name="Upper">Upper end of a range (1-3), else null.</param>
/// <param name="Unit">The measure as written, without the multiplier: %, 元, 个, 人次, 公里 …</param>
/// <param name="Year">The year that the statement is about, when the sentence names one; with <paramref name="Promised"/> the deadline.</param>
/// <param name="Promised">Something to come (力争, 到…年底, 计划 …); false for what is so or was done.</param>
/// <param name="Start">Where the number begins in the body, in UTF-16 units.</param>
/// <param name="End">One past the unit's end in the body.</param>
/// <param name="SentenceStart">Where its sentence begins in the body.</param>
/// <param name="SentenceEnd">One past the sentence's end in the body.</param>
public sealed record Figure(
    string? Subject, Comparator Comparator, decimal Value, decimal? Upper, string Unit, int? Year, bool Promised, int Start, int End, int SentenceStart, int SentenceEnd);
