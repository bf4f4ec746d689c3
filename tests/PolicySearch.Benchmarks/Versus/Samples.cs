namespace PolicySearch.Benchmarks.Versus;

/// <summary>The figures of one corpus, run by run.</summary>
internal sealed class Samples
{
    private readonly Dictionary<string, List<double>> ours = new(StringComparer.Ordinal), theirs = new(StringComparer.Ordinal);

    /// <summary>Adds one of our figures.</summary>
    public void Ours(string row, double value) => Add(ours, row, value);

    /// <summary>Adds one of Lucene's.</summary>
    public void Theirs(string row, double value) => Add(theirs, row, value);

    /// <summary>Median of our figures, NaN without one.</summary>
    public double OurMedian(string row) => Median(ours.GetValueOrDefault(row, []));

    /// <summary>Median of Lucene's, NaN without one.</summary>
    public double TheirMedian(string row) => Median(theirs.GetValueOrDefault(row, []));

    /// <summary>How many runs a row has.</summary>
    public int Runs(string row) => ours.GetValueOrDefault(row, []).Count;

    private static void Add(Dictionary<string, List<double>> to, string row, double value)
    {
        if (!to.TryGetValue(row, out List<double>? values))
            to[row] = values = [];
        values.Add(value);
    }

    private static double Median(List<double> values)
    {
        if (values.Count == 0)
            return double.NaN;
        values.Sort();
        int middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
