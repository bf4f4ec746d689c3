using System.Globalization;

namespace PolicySearch.Testing;

/// <summary>How much a test that could go on for ever does: little at a desk, more where nothing may be skipped (POLICYSEARCH_REQUIRE_ALL=1, as in CI), most with POLICYSEARCH_LONG=1.</summary>
public static class RunLength
{
    /// <summary>POLICYSEARCH_LONG=1: everything there is, however long it takes.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("POLICYSEARCH_LONG") == "1";

    /// <summary>As long as CI's run, or longer.</summary>
    public static bool IsWhole { get; } = IsLong || Environment.GetEnvironmentVariable("POLICYSEARCH_REQUIRE_ALL") == "1";

    /// <summary>One of three amounts.</summary>
    public static int Choose(int desk, int whole, int most) => IsLong ? most : IsWhole ? whole : desk;

    /// <summary>Seeds 1 to <paramref name="count"/>; TEST_SEED replays a single one.</summary>
    public static int[] Seeds(int count) =>
        Environment.GetEnvironmentVariable("TEST_SEED") is { } seed ? [int.Parse(seed, CultureInfo.InvariantCulture)] : [.. Enumerable.Range(1, count)];
}
