using System.IO.Compression;
using System.Security.Cryptography;
using PolicySearch.DictionaryTool;

// Converts SmartCn's dictionary out of Lucene's jar into PolicySearch.SmartCn's own format:
//   dotnet run -c Release --project tests/PolicySearch.DictionaryTool -- JAR src/PolicySearch.SmartCn/Dictionary/smartcn.dict
if (args.Length != 2 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("usage: PolicySearch.DictionaryTool lucene-analyzers-smartcn-4.10.4.jar OUTPUT (the jar of Debian's liblucene4.10-java)");
    return 2;
}

using ZipArchive jar = ZipFile.OpenRead(args[0]);
List<LexiconEntry> words = CoreLexicon.Read(ReadEntry("coredict.mem"));
List<Pair> pairs = PairTable.Read(ReadEntry("bigramdict.mem")).Recover(words);
DictionaryFile.Write(args[1], words, pairs);
Console.Error.WriteLine($"{words.Count} entries, {pairs.Count} pairs, {new FileInfo(args[1]).Length} bytes");
return 0;

byte[] ReadEntry(string name)
{
    ZipArchiveEntry entry = jar.GetEntry("org/apache/lucene/analysis/cn/smart/hhmm/" + name)
        ?? throw new InvalidDataException($"{args[0]} holds no {name}");
    using var bytes = new MemoryStream();
    using (Stream stream = entry.Open())
        stream.CopyTo(bytes);
    Console.Error.WriteLine($"{name} sha256 {Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))}");
    return bytes.ToArray();
}
