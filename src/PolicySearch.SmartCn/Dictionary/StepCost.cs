namespace Lucene.Net.Analysis.Cn.Smart;

/// <summary>What it costs to step from one unit of a sentence to the next: the negative logarithm of a smoothed probability.</summary>
internal static class StepCost
{
    /// <summary>The frequency at which all punctuation marks are counted, larger than any word's. Also the size of the training text.</summary>
    public const int MarkFrequency = 2_079_997 + 80_000;

    private const double Smoothing = 0.1, Tiny = 1.0 / MarkFrequency;

    /// <summary>
    /// −ln(0.1·P(first) + 0.9·P(second | first)), each kept above zero. The order of operations is part of the result: paths that cost nearly
    /// the same are told apart by the last bits.
    /// </summary>
    public static double Of(int firstFrequency, int pairFrequency)
    {
        double first = 1.0 + firstFrequency;
        return -Math.Log(Smoothing * first / MarkFrequency + (1.0 - Smoothing) * ((1.0 - Tiny) * pairFrequency / first + Tiny));
    }
}
