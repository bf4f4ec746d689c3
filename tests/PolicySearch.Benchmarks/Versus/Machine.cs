namespace PolicySearch.Benchmarks.Versus;

/// <summary>The machine that is measured.</summary>
internal static class Machine
{
    /// <summary>The processor's name for people.</summary>
    public static string Processor { get; } = ReadProcessor();

    /// <summary>Names the folder of results: the processor's family and the number of cores, as <c>epyc-2</c>.</summary>
    public static string Folder { get; } = $"{Family(Processor)}-{Environment.ProcessorCount}";

    /// <summary>Processes that run or wait to run, the mean of the last 15 minutes (proc(5), loadavg); more than the cores means that others took part of them.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[2] : "unknown";

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
