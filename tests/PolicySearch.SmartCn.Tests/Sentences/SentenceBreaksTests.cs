using Lucene.Net.Analysis.Cn.Smart;

namespace PolicySearch.SmartCn.Tests.Sentences;

public sealed class SentenceBreaksTests
{
    [Theory]
    [InlineData("他说：“好。” |然后走了。")]
    [InlineData("一句。|二句！|三句？|四句")]
    [InlineData("（完。） |下文")]
    [InlineData("真的？！|是")]
    [InlineData("一。\n |二")]
    [InlineData("一\n二；三：四…五｡六")]
    [InlineData("a.b")]
    [InlineData("Mr. smith")]
    [InlineData("End. |Start")]
    [InlineData("End.  |start")]
    [InlineData("No. 5")]
    [InlineData("甲．|“乙")]
    [InlineData("3.5")]
    [InlineData("甲\u2029|乙")]
    public void Bars_stand_where_sentences_start(string marked) =>
        Assert.Equal(marked, string.Join('|', Split(marked.Replace("|", "", StringComparison.Ordinal))));

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Sentences_are_never_empty_and_add_up_to_the_text(int seed)
    {
        var fuzz = new FuzzText(seed);
        for (int i = 0; i < 2000; i++)
        {
            string text = fuzz.Line() + (i % 7 == 0 ? "\uFFFF" : "") + fuzz.Line();
            string[] sentences = Split(text);
            Assert.All(sentences, Assert.NotEmpty);
            Assert.Equal(text, string.Concat(sentences));
        }
    }

    private static string[] Split(string text)
    {
        var sentences = new List<string>();
        for (int start = 0, length; start < text.Length; start += length)
        {
            length = SentenceBreaks.FirstLength(text.AsSpan(start));
            sentences.Add(text.Substring(start, length));
        }
        return [.. sentences];
    }
}
