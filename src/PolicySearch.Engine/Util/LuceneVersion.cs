namespace Lucene.Net.Util;

/// <summary>The release whose behaviour a component should show. This engine has one behaviour, that of 4.8.</summary>
public enum LuceneVersion
{
    /// <summary>Behaviour and format of Lucene 4.8.</summary>
    LUCENE_48 = 15,
}

/// <summary>Comparisons of <see cref="LuceneVersion"/>s.</summary>
public static class LuceneVersionExtensions
{
    /// <summary>True when <paramref name="instance"/> is <paramref name="other"/> or later.</summary>
    public static bool OnOrAfter(this LuceneVersion instance, LuceneVersion other) => instance >= other;
}
