using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>What a query has to find: each document looked at by itself, in double precision, by the definitions of BM25 and of the query types.</summary>
internal sealed class QueryModel(ModelIndex index)
{
    private readonly Dictionary<Term, int> docFreqs = [];
    private readonly Dictionary<string, float> averages = [];

    /// <summary>The score of each document that matches and is not deleted.</summary>
    public Dictionary<int, double> Search(Query query)
    {
        var hits = new Dictionary<int, double>();
        for (int doc = 0; doc < index.Documents.Count; doc++)
        {
            if (!index.Documents[doc].Deleted && Score(query, index.Documents[doc], 1) is { } score)
                hits[doc] = score;
        }
        return hits;
    }

    private double? Score(Query query, ModelDocument doc, double boost)
    {
        boost *= query.Boost;
        return query switch
        {
            TermQuery term => Frequency(doc, term.Term) is > 0 and var freq ? Bm25(doc, [term.Term], freq, boost) : null,
            PhraseQuery phrase => ScorePhrase(phrase, doc, boost),
            BooleanQuery boolean => ScoreBoolean(boolean, doc, boost),
            DisjunctionMaxQuery max => ScoreMax(max, doc, boost),
            ConstantScoreQuery constant => Score(constant.Query!, doc, 1) == null ? null : boost,
            MatchAllDocsQuery => boost,
            PrefixQuery prefix => Tokens(doc, prefix.Field).Any(t => t.StartsWith(prefix.Prefix.Text, StringComparison.Ordinal)) ? boost : null,
            TermRangeQuery range => Tokens(doc, range.Field).Any(t => InRange(range, t)) ? boost : null,
            WildcardQuery wildcard => Tokens(doc, wildcard.Field).Any(t => Fits(wildcard.Term.Text, t)) ? boost : null,
            FilteredQuery { Filter: QueryWrapperFilter filter } filtered => Score(filter.Query, doc, 1) == null ? null : Score(filtered.Query, doc, boost),
            _ => throw new ArgumentException($"no model of {query.GetType().Name}"),
        };
    }

    private double? ScoreBoolean(BooleanQuery query, ModelDocument doc, double boost)
    {
        double sum = 0;
        int optional = 0, required = 0;
        foreach (BooleanClause clause in query.Clauses)
        {
            double? score = Score(clause.Query, doc, boost);
            if (clause.Occur == Occur.MUST_NOT ? score != null : clause.IsRequired && score == null)
                return null;
            required += clause.IsRequired ? 1 : 0;
            optional += clause.Occur == Occur.SHOULD && score != null ? 1 : 0;
            sum += score ?? 0;
        }
        int least = Math.Max(query.MinimumNumberShouldMatch, required == 0 ? 1 : 0);
        return optional < least ? null : sum;
    }

    private double? ScoreMax(DisjunctionMaxQuery query, ModelDocument doc, double boost)
    {
        double[] scores = query.Disjuncts.Select(q => Score(q, doc, boost)).OfType<double>().ToArray();
        return scores.Length == 0 ? null : scores.Max() + (scores.Sum() - scores.Max()) * query.TieBreakerMultiplier;
    }

    private double? ScorePhrase(PhraseQuery phrase, ModelDocument doc, double boost)
    {
        Term[] terms = phrase.GetTerms();
        if (terms.Length == 0)
            return null;
        if (terms.Length == 1)
            return Score(new TermQuery(terms[0]), doc, boost);
        string[] tokens = Tokens(doc, terms[0].Field);
        int[] places = phrase.GetPositions();
        // A phrase that begins with a gap needs a position there.
        int freq = Enumerable.Range(0, tokens.Length)
            .Count(start => terms.Select((t, i) => start + places[i]).Zip(terms).All(p => p.First >= 0 && p.First < tokens.Length && tokens[p.First] == p.Second.Text));
        return freq == 0 ? null : Bm25(doc, terms, freq, boost);
    }

    private double Bm25(ModelDocument doc, Term[] terms, double freq, double boost)
    {
        string field = terms[0].Field;
        double average = AverageLength(field);
        double root = SmallFloat315.Decode(SmallFloat315.Encode(1 / (float)Math.Sqrt(Tokens(doc, field).Length)));
        double norm = 1.2f * (0.25 + 0.75 * (1 / (root * root)) / average);
        double idf = terms.Sum(t => Math.Log(1 + (index.Documents.Count - DocFreq(t) + 0.5) / (DocFreq(t) + 0.5)));
        return boost * idf * 2.2f * freq / (freq + norm);
    }

    private float AverageLength(string field)
    {
        if (!averages.TryGetValue(field, out float average))
            averages[field] = average = (float)(index.Documents.Sum(d => (double)Tokens(d, field).Length) / index.Documents.Count);
        return average;
    }

    private int DocFreq(Term term)
    {
        if (!docFreqs.TryGetValue(term, out int count))
            docFreqs[term] = count = index.Documents.Count(d => Frequency(d, term) > 0);
        return count;
    }

    public static string[] Tokens(ModelDocument doc, string field) => doc.Fields.GetValueOrDefault(field, []);

    private static int Frequency(ModelDocument doc, Term term) => Tokens(doc, term.Field).Count(t => t == term.Text);

    private static bool InRange(TermRangeQuery range, string token)
    {
        int low = range.LowerTerm == null ? 1 : string.CompareOrdinal(token, range.LowerTerm.Utf8ToString());
        int high = range.UpperTerm == null ? -1 : string.CompareOrdinal(token, range.UpperTerm.Utf8ToString());
        return (low > 0 || low == 0 && range.IncludesLower) && (high < 0 || high == 0 && range.IncludesUpper);
    }

    private static bool Fits(string pattern, string text)
    {
        if (pattern.Length == 0)
            return text.Length == 0;
        return pattern[0] switch
        {
            '*' => Fits(pattern[1..], text) || text.Length > 0 && Fits(pattern, text[1..]),
            '?' => text.Length > 0 && Fits(pattern[1..], text[1..]),
            _ => text.Length > 0 && text[0] == pattern[0] && Fits(pattern[1..], text[1..]),
        };
    }
}

/// <summary>Random queries of all types that <see cref="QueryModel"/> knows.</summary>
internal sealed class RandomQueries(ModelIndex index)
{
    private Random Random => index.Random;

    public Query Next(int depth = 2)
    {
        Query query = Random.Next(depth > 0 ? 13 : 8) switch
        {
            0 or 1 or 2 => new TermQuery(index.AnyTerm()),
            3 => Phrase(),
            4 => new PrefixQuery(new Term(index.AnyField(), index.AnyWord()[..1])),
            5 => Range(),
            6 => new WildcardQuery(new Term(index.AnyField(), Pattern())),
            7 => new MatchAllDocsQuery(),
            8 or 9 or 10 => Boolean(depth),
            11 => new DisjunctionMaxQuery([Next(depth - 1), Next(depth - 1)], Random.Next(2) * 0.3f),
            _ => Random.Next(2) == 0 ? new ConstantScoreQuery(Next(depth - 1)) : new FilteredQuery(Next(depth - 1), new QueryWrapperFilter(Next(depth - 1))),
        };
        if (Random.Next(4) == 0)
            query.Boost = 1 + Random.Next(8) / 4f;
        return query;
    }

    private PhraseQuery Phrase()
    {
        string field = index.AnyField();
        var phrase = new PhraseQuery();
        int place = Random.Next(5) == 0 ? Random.Next(1, 4) : 0;
        for (int i = Random.Next(1, 4); i >= 0; i--, place += Random.Next(6) == 0 ? 2 : 1)
            phrase.Add(new Term(field, index.AnyWord()), place);
        return phrase;
    }

    private TermRangeQuery Range() => TermRangeQuery.NewStringRange(index.AnyField(), Random.Next(4) == 0 ? null : index.AnyWord(),
        Random.Next(4) == 0 ? null : index.AnyWord(), Random.Next(2) == 0, Random.Next(2) == 0);

    private string Pattern()
    {
        char[] pattern = index.AnyWord().ToCharArray();
        pattern[Random.Next(pattern.Length)] = Random.Next(2) == 0 ? '*' : '?';
        return new string(pattern) + (Random.Next(3) == 0 ? "*" : "");
    }

    private BooleanQuery Boolean(int depth)
    {
        var query = new BooleanQuery();
        int kind = Random.Next(4), clauses = Random.Next(1, 5);
        for (int i = 0; i < clauses; i++)
        {
            Occur occur = kind switch { 0 => Occur.MUST, 1 => Occur.SHOULD, 2 => Random.Next(4) == 0 ? Occur.MUST_NOT : Occur.SHOULD, _ => (Occur)Random.Next(3) };
            query.Add(Random.Next(3) > 0 ? new TermQuery(index.AnyTerm()) : Next(depth - 1), occur);
        }
        if (Random.Next(4) == 0)
            query.MinimumNumberShouldMatch = Random.Next(1, 4);
        return query;
    }
}
