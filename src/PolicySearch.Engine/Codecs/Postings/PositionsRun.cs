namespace Lucene.Net.Codecs;

/// <summary>Positions of a term in documents that follow each other, as far as they lie in one block of positions.</summary>
/// <param name="totals">
/// Running sums of the gaps between positions, with <see cref="Reach"/> numbers of whatever value behind the last. A document's positions are what the
/// numbers behind the one before its first are more than that one.
/// </param>
/// <param name="freqSums">For each document of a block of documents the sum of all frequencies before it, and behind them the sum of all.</param>
/// <param name="shift">What is added to a document's sum for where its positions lie among the totals: behind that index.</param>
/// <param name="end">Where the last position lies.</param>
internal readonly ref struct PositionsRun(int[] totals, int[] freqSums, int shift, int end)
{
    /// <summary>How many numbers behind those asked for may be read and written over, so that arrays must have room for them.</summary>
    public const int Reach = 8;

    public readonly int[] Totals = totals;
    public readonly int[] FreqSums = freqSums;
    public readonly int Shift = shift;
    public readonly int End = end;
}
