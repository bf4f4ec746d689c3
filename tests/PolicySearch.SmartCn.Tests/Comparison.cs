using System.IO;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using PolicySearch.Testing;

namespace PolicySearch.SmartCn.Tests;

/// <summary>Holds our tokens against those of <c>oracle tokens</c>.</summary>
internal static class Comparison
{
    private const int Shown = 20;

    /// <summary>The chain that <c>oracle tokens</c> runs with an option: none is the bare tokenizer.</summary>
    public static Analyzer Chain(string option) => option switch
    {
        "" => Analyzer.NewAnonymous((_, reader) => new TokenStreamComponents(new HMMChineseTokenizer(reader))),
        "--stem" => new SmartChineseAnalyzer(LuceneVersion.LUCENE_48, useDefaultStopWords: false),
        "--stop" => new SmartChineseAnalyzer(LuceneVersion.LUCENE_48),
        _ => throw new ArgumentException($"no chain for {option}", nameof(option)),
    };

    /// <summary>Fails, showing the first differences, unless every token of every line of the file is the oracle's.</summary>
    /// <param name="path">A UTF-8 file.</param>
    /// <param name="option">See <see cref="Chain"/>.</param>
    /// <param name="whole">Takes the file as one text instead of line by line.</param>
    /// <returns>How many tokens were compared.</returns>
    public static int AssertSame(string path, string option = "", bool whole = false)
    {
        string expected = Oracle.Run([.. new[] { "tokens", option, whole ? "--whole" : "", path }.Where(argument => argument.Length > 0)]);
        IEnumerable<string> texts = whole ? [Encoding.UTF8.GetString(File.ReadAllBytes(path))] : Lines(path);
        using Analyzer chain = Chain(option);
        var differences = new List<string>();
        int tokens = Compare(new StringReader(expected), texts, chain, differences);
        Assert.True(differences.Count == 0, $"{Path.GetFileName(path)} {option}: first differences\n{string.Join('\n', differences)}");
        return tokens;
    }

    private static int Compare(StringReader expected, IEnumerable<string> texts, Analyzer chain, List<string> differences)
    {
        int number = 0, tokens = 0;
        foreach (string text in texts)
        {
            number++;
            foreach (string found in Tokens(chain, text).Append(""))
            {
                string? wanted = expected.ReadLine();
                tokens++;
                if (wanted == found)
                    continue;
                differences.Add($"line {number}: expected [{wanted}], found [{found}] in {Show(text)}");
                // Token lines no longer correspond: go on behind the empty line, unless it was just read.
                while (!string.IsNullOrEmpty(wanted))
                    wanted = expected.ReadLine();
                break;
            }
            if (differences.Count == Shown)
                return tokens;
        }
        if (expected.ReadLine() is { } rest)
            differences.Add($"the oracle goes on: [{rest}]");
        return tokens;
    }

    /// <summary>Lines of a file as they are printed, U+FEFF at its start included.</summary>
    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>One printed line for each token of a text.</summary>
    public static IEnumerable<string> Tokens(Analyzer chain, string text)
    {
        using TokenStream stream = chain.GetTokenStream("f", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        var type = stream.AddAttribute<ITypeAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            yield return $"{Printable(new string(term.Buffer, 0, term.Length))}\t{offset.StartOffset}\t{offset.EndOffset}\t{increment.PositionIncrement}\t{type.Type}";
        stream.End();
        Assert.Equal(text.Length, offset.EndOffset);
    }

    /// <summary>What becomes of a term in UTF-8: half a surrogate pair is no character.</summary>
    private static string Printable(string term) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(term));

    private static string Show(string text) =>
        string.Concat(text.Take(300).Select(c => char.IsControl(c) || char.IsSurrogate(c) || c > '\uFFEF' ? $"\\u{(int)c:x4}" : c.ToString()));
}
