using Lucene.Net.Analysis.En;

namespace PolicySearch.SmartCn.Tests.Stemming;

public sealed class PorterStemmerTests
{
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("falling", "fall")]
    [InlineData("sky", "sky")]
    [InlineData("happy", "happi")]
    [InlineData("relational", "relat")]
    [InlineData("hopefulness", "hope")]
    [InlineData("archaeology", "archaeolog")]
    [InlineData("adoption", "adopt")]
    [InlineData("controlling", "control")]
    [InlineData("is", "is")]
    [InlineData("", "")]
    [InlineData("人民s", "人民")]
    [InlineData("123", "123")]
    public void Endings_are_cut_off(string word, string stem)
    {
        char[] letters = word.ToCharArray();

        Assert.Equal(stem, new string(letters, 0, PorterStemmer.Stem(letters)));
    }
}
