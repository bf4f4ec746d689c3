namespace PolicySearch.Benchmarks.Versus;

/// <summary>The machine that is measured.</summary>
internal static class Machine
{
    /// <summary>The processor's name for people.</summary>
    public static string Processor { get; } = ReadProcessor();

    /// <summary>Names the folder of results: the processor's family and the number of cores, as <c>epyc-2</c>.</summary>
    public static string Folder { get; } = $"{Family(Processor)}-{Environment.ProcessorCount}";

    private static string ReadProcessor()
    {
        const string Key = "model name";
        string? line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith(Key, StringComparison.Ordinal)) : null;
        return line == null ? "unknown processor" : line[(line.IndexOf(':') + 1)..].Trim();
    }

    private static string Family(string processor)
    {
        string[] known = ["EPYC", "Xeon", "Ryzen", "Core", "Neoverse"];
        return (known.FirstOrDefault(name => processor.Contains(name, StringComparison.OrdinalIgnoreCase)) ?? "other").ToLowerInvariant();
    }
}
