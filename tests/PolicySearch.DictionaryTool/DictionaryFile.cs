using System.IO.Compression;

namespace PolicySearch.DictionaryTool;

/// <summary>Writes the dictionary file; its grammar stands on the reader, PolicySearch.SmartCn's <c>DictionaryFile</c>.</summary>
internal static class DictionaryFile
{
    private const int NameCount = 4;

    /// <summary>Writes the entries that are words or stand in a pair, and the pairs.</summary>
    public static void Write(string path, List<LexiconEntry> entries, List<Pair> pairs)
    {
        HashSet<int> used = [.. pairs.Select(pair => pair.First), .. pairs.Select(pair => pair.Second)];
        int[] kept = [.. Enumerable.Range(0, entries.Count).Where(i => i < NameCount || entries[i].Frequency > 0 || entries[i].Text.Length > 1 || used.Contains(i))];
        var number = kept.Select((old, now) => (old, now)).ToDictionary(x => x.old, x => x.now);
        using var stream = new BrotliStream(File.Create(path), new BrotliCompressionOptions { Quality = 11 });
        using var output = new BinaryWriter(stream);
        output.Write("SCN1"u8);
        output.Write(kept.Length);
        output.Write(pairs.Count);
        WriteEntries(output, [.. kept.Select(i => entries[i])]);
        WritePairs(output, [.. pairs.Select(pair => pair with { First = number[pair.First], Second = number[pair.Second] })], kept.Length);
    }

    private static void WriteEntries(BinaryWriter output, LexiconEntry[] entries)
    {
        int[] shared = new int[entries.Length];
        for (int i = NameCount + 1; i < entries.Length; i++)
            shared[i] = entries[i - 1].Text.AsSpan().CommonPrefixLength(entries[i].Text);
        foreach (int length in shared.Skip(NameCount))
            output.Write((byte)length);
        for (int i = NameCount; i < entries.Length; i++)
            output.Write((byte)(entries[i].Text.Length - shared[i]));
        for (int i = NameCount; i < entries.Length; i++)
        {
            foreach (char c in entries[i].Text.AsSpan(shared[i]))
                output.Write((ushort)c);
        }
        foreach (LexiconEntry entry in entries)
            output.Write7BitEncodedInt(entry.Frequency);
    }

    private static void WritePairs(BinaryWriter output, Pair[] pairs, int entryCount)
    {
        ILookup<int, Pair> byFirst = pairs.ToLookup(pair => pair.First);
        for (int first = 0; first < entryCount; first++)
            output.Write7BitEncodedInt(byFirst[first].Count());
        foreach (IGrouping<int, Pair> row in byFirst.OrderBy(row => row.Key))
        {
            int previous = -1;
            foreach (Pair pair in row)
            {
                output.Write7BitEncodedInt(pair.Second - previous - 1);
                previous = pair.Second;
            }
        }
        foreach (Pair pair in pairs)
            output.Write7BitEncodedInt(pair.Frequency);
    }
}
