using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Analysis;

public sealed class CharArraySetTests
{
    [Theory, InlineData(1, false), InlineData(2, false), InlineData(3, true), InlineData(4, true)]
    public void Holds_what_a_set_of_strings_holds(int seed, bool ignoreCase)
    {
        var random = new Random(seed);
        var set = new CharArraySet(LuceneVersion.LUCENE_48, 0, ignoreCase);
        CharArraySet view = set.AsReadOnly();
        var model = new HashSet<string>(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        for (int i = 0; i < 4_000; i++)
        {
            string word = Word(random), other = Word(random);
            if (i % 4 == 0)
                Assert.Equal(model.Add(word), set.Add(word));
            Assert.Equal(model.Contains(other), set.Contains(other));
            Assert.Equal(model.Contains(other), view.Contains($"x{other}y".ToCharArray(), 1, other.Length));
            if (i == 2_000)
            {
                set.Clear();
                model.Clear();
            }
        }
        Assert.Equal(model.Count, view.Count);
        Assert.Equal(model.Order(StringComparer.Ordinal), view.Order(StringComparer.Ordinal));
    }

    // Short words of few letters, and words longer than 63 characters, which are told by their length.
    private static string Word(Random random)
    {
        const string Letters = "aAbß,。的\u0161\u0561";
        int length = random.Next(30) == 0 ? random.Next(60, 70) : random.Next(4);
        return string.Concat(Enumerable.Range(0, length).Select(_ => length > 4 ? 'a' : Letters[random.Next(Letters.Length)]));
    }
}
