using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicySearch.Search.Schema;
using PolicySearch.Search.Schema.Analysis;

namespace PolicySearch.Search.Querying;

/// <summary>Makes a query over an <c>.exact</c> field that matches where exactly the given characters stand.</summary>
internal static class ExactPhrase
{
    /// <summary>
    /// A query for folded text. Letters and digits at its ends match whole runs only (23 is not found in 2023); blanks of any number are one.
    /// Null when the text holds nothing to look for.
    /// </summary>
    public static Query? Create(Analyzer analyzer, string exactField, string text)
    {
        List<AnalyzedToken> tokens = AnalyzedToken.Read(analyzer, exactField, text.Trim());
        List<(string Term, int Position)> needed = ExactTerms.Needed(tokens);
        if (needed.Count == 0)
            return null;
        if (needed.Count > 1)
            return Phrase(exactField, needed);
        var term = new Term(exactField, needed[0].Term);
        bool loneHanzi = tokens.Count == 1 && tokens[0].Type == ExactTokenizer.SingleType;
        return loneHanzi ? new PrefixQuery(term) : new TermQuery(term);
    }

    private static PhraseQuery Phrase(string field, List<(string Term, int Position)> terms)
    {
        var phrase = new PhraseQuery();
        foreach ((string term, int position) in terms)
            phrase.Add(new Term(field, term), position - terms[0].Position);
        return phrase;
    }
}
