using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;
using Lucene.Net.Analysis.Cn.Smart;
using PolicySearch.Testing;

namespace PolicySearch.SmartCn.Tests.Dictionary;

public sealed class DictionaryTests
{
    private const string Jar = "/usr/share/java/lucene-analyzers-smartcn-4.10.4.jar";

    private static readonly DictionaryFile File = DictionaryFile.Load();

    [Fact]
    public void Every_entry_leads_through_the_trie_to_its_own_unit()
    {
        Lexicon lexicon = Lexicon.Instance;
        var units = new HashSet<int>();
        foreach (string word in File.Texts.Where(word => word.Length > 0))
        {
            int unit = lexicon.Codes[word[0]];
            foreach (char c in word.AsSpan(1))
            {
                int child = lexicon.Nodes[unit].Base + lexicon.Codes[c];
                Assert.Equal(unit, lexicon.Nodes[child].Parent);
                unit = child;
            }
            Assert.True(lexicon.Nodes[unit].Cost > 0 && units.Add(unit), word);
        }
    }

    [Fact]
    public void Entries_stand_in_ordinal_order_and_pairs_in_the_order_of_entries()
    {
        string[] texts = File.Texts[DictionaryFile.NameCount..];
        Assert.Equal(texts.Order(StringComparer.Ordinal), texts);
        int pair = 0;
        foreach (int length in File.RowLengths)
        {
            int[] row = File.Followers[pair..(pair += length)];
            Assert.Equal(row.Order(), row);
        }
        Assert.Equal(File.Followers.Length, pair);
        Assert.InRange(File.Followers.Max(), 0, File.Texts.Length - 1);
    }

    [Theory]
    [InlineData("人民", "的", 1465)]
    [InlineData("中国", "人民", 1202)]
    [InlineData("，", "但", 6111)]
    public void A_pair_has_the_frequency_of_the_original(string first, string second, int frequency)
    {
        int entry = Array.IndexOf(File.Texts, first), start = File.RowLengths.Take(entry).Sum();
        int place = Array.IndexOf(File.Followers, Array.IndexOf(File.Texts, second), start, File.RowLengths[entry]);

        Assert.Equal(frequency, File.PairFrequencies[place]);
    }

    [Fact]
    public void A_pair_that_was_never_seen_costs_what_is_given_for_it()
    {
        Lexicon lexicon = Lexicon.Instance;

        Assert.Equal(4.5, lexicon.Pairs.Find(lexicon.Codes['民'], lexicon.Codes['，'] + 1, 4.5));
        Assert.Equal(StepCost.Of(StepCost.MarkFrequency, 6111), lexicon.Pairs.Find(lexicon.Codes['，'], lexicon.Codes['但'], 4.5));
    }

    [NeedsTheory(Requirement.Oracle)]
    [InlineData("coredict.mem")]
    [InlineData("bigramdict.mem")]
    public void Its_origin_is_the_installed_jar(string name)
    {
        using ZipArchive jar = ZipFile.OpenRead(Jar);
        using Stream stream = jar.GetEntry("org/apache/lucene/analysis/cn/smart/hhmm/" + name)!.Open();
        string origin = System.IO.File.ReadAllText(RepositoryRoot.Combine("src", "PolicySearch.SmartCn", "Dictionary", "ORIGIN.md"));

        Assert.Contains($"{name}`, sha256 `{Convert.ToHexStringLower(SHA256.HashData(stream))}`", origin, StringComparison.Ordinal);
    }
}
