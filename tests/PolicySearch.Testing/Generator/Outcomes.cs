namespace PolicySearch.Testing.Generator;

/// <summary>办理结果 in the schemes of offices; one place keeps to one scheme.</summary>
internal static class Outcomes
{
    /// <summary>A class of the place's scheme.</summary>
    public static string Of(Place place, ulong seed, SeededRandom style)
    {
        int rank = style.Next(100) switch { < 50 => 0, < 85 => 1, _ => 2 };
        return (SeededRandom.Hash(seed, place.FullName + "办理结果") % 100) switch
        {
            < 6 => "甲乙丙"[rank].ToString(),
            < 9 => rank switch { 0 => "解决或采纳", 1 => "列入计划", _ => "留作参考" },
            < 20 => "ABC"[rank] + "1",
            _ => "ABC"[rank].ToString(),
        };
    }
}
