using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying;

/// <summary>
/// Makes Lucene queries of what a user typed. A word is parted into units; each unit must be found, as a term of a text field or as exactly its
/// characters, in the best of the fields; the whole word standing together counts on top. Thread-safe.
/// </summary>
internal sealed class QueryPlanner(Analyzer analyzer, Func<SynonymList> synonyms)
{
    // A unit found as mere characters inside longer words says less than the word itself.
    private const float CharactersBoost = 0.6f;
    private const float WholeWordBoost = 2f;
    // Another name of the same thing is found, and stands behind the name that was typed: a longer one has more characters to score by.
    private const float OtherNameBoost = 0.5f, OtherNameWeight = 1.5f;
    private const float OwnNumberBoost = 20f;
    private const float MentionedNumberBoost = 4f;

    // The best field decides; the others break ties.
    private const float TieBreaker = 0.1f;
    private const int MaxUnits = 64;
    private const double RelaxedShare = 0.6;

    private readonly WordSegmenter segmenter = new(analyzer);

    /// <summary>
    /// Plans a query: first a loose 文号 is taken for a number, then for words, then some of the words are enough. Never throws.
    /// </summary>
    /// <param name="query">What the user typed.</param>
    /// <param name="expand">Whether words are widened by other names of the same thing.</param>
    public QueryPlan Plan(string query, bool expand)
    {
        SynonymList names = expand ? synonyms() : SynonymList.None;
        ParsedQuery parsed = QueryParser.Parse(query);
        bool loose = parsed.Clauses.Any(clause => clause.Alternatives.Any(term => term.Kind == TermKind.LooseNumber));
        Draft words = Read(loose ? As(parsed, TermKind.Word) : parsed, names);
        var notices = new List<string>();
        if (parsed.Truncated || words.Truncated)
            notices.Add($"检索词过长，只检索了前面的部分（最多 {SearchRequest.MaxQueryLength} 字、{QueryParser.MaxTerms} 个词）。");
        if (words.IsEmpty && !string.IsNullOrWhiteSpace(query))
            notices.Add("检索词里没有可以检索的文字，下面列出全部文件。");
        if (words.IsEmpty)
            return new([new(new MatchAllDocsQuery(), [])], IsEmpty: true, notices, []);
        var attempts = new List<QueryAttempt>();
        if (loose)
            attempts.Add(Read(As(parsed, TermKind.Number), names).Strict());
        attempts.Add(words.Strict());
        if (words.Wanted.Count > 1)
            attempts.Add(words.Relaxed());
        return new(attempts, IsEmpty: false, notices, words.Expansions);
    }

    /// <summary>
    /// The parts of a query that may be dropped, as places in its raw text: its clauses; of a query that is one word, the parts of the word.
    /// </summary>
    public List<(int Start, int End)> PartsOf(ParsedQuery query)
    {
        if (query.Clauses is not [{ Alternatives: [{ Kind: TermKind.Word } word] } clause] || IsKeyword(word.Scope))
            return [.. query.Clauses.Select(clause => (clause.Start, clause.End))];
        int at = Math.Max(clause.Start, query.Folded.IndexOf(word.Text, clause.Start, StringComparison.Ordinal));
        return [.. Telling(Parts(word.Text, synonyms())).Select(part => (at + part.Start, at + part.Start + part.Text.Length))];
    }

    /// <summary>
    /// Whether a single character that says nothing alone stands beside a piece of a query: then the piece was cut out of a longer word.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="start">Where the piece begins.</param>
    /// <param name="end">Where it ends.</param>
    public bool LeavesLoneCharacter(string query, int start, int end)
    {
        int from = start, to = end;
        while (from > 0 && char.IsLetter(query[from - 1]))
            from--;
        while (to < query.Length && char.IsLetter(query[to]))
            to++;
        List<QueryPart> parts = Parts(CharacterFolding.Fold(query[from..to]), SynonymList.None);
        return parts.Exists(part => part.Text.Length == 1 && part.IsWeak && !WordSegmenter.IsFunctionWord(part.Text)
            && (from + part.Start + 1 == start || from + part.Start == end));
    }

    private static ParsedQuery As(ParsedQuery query, TermKind kind) => query with
    {
        Clauses = [.. query.Clauses.Select(clause => clause with
        {
            Alternatives = [.. clause.Alternatives.Select(term => term.Kind == TermKind.LooseNumber ? term with { Kind = kind } : term)],
        })],
    };

    private Draft Read(ParsedQuery query, SynonymList names)
    {
        var draft = new Draft(names);
        foreach (QueryClause clause in query.Clauses)
            AddClause(draft, clause);
        return draft;
    }

    private void AddClause(Draft draft, QueryClause clause)
    {
        bool forbidden = clause.Occurrence == Occurrence.Forbidden;
        if (!forbidden)
            draft.Patterns.AddRange(clause.Alternatives.SelectMany(term => Patterns(term, draft)));
        if (clause is { Occurrence: Occurrence.Wanted, Alternatives: [{ Kind: TermKind.Word } word] } && !IsKeyword(word.Scope))
        {
            AddWantedWord(draft, word);
            return;
        }
        if (AnyOf(clause.Alternatives.Select(term => TermQuery(term, forbidden ? SynonymList.None : draft.Names))) is { } query)
            (forbidden ? draft.Forbidden : draft.Required).Add(query);
    }

    private void AddWantedWord(Draft draft, QueryTerm word)
    {
        List<QueryPart> parts = Parts(word.Text, draft.Names);
        foreach (QueryPart part in Telling(parts))
        {
            if (!draft.TakeUnit())
                break;
            if (PartQuery(part, word.Scope) is { } query)
                draft.Wanted.Add(query);
        }
        if (parts.Sum(part => part.Units.Count) > 1 && WholeWord(word) is { } whole)
            draft.Optional.Add(whole);
    }

    /// <summary>A term as one query: of a word, all its units.</summary>
    private Query? TermQuery(QueryTerm term, SynonymList names) => term.Kind switch
    {
        TermKind.Number => NumberQuery(term.Number),
        _ when IsKeyword(term.Scope) => KeywordQuery(term),
        TermKind.Phrase => ExactQuery(term.Text, term.Scope, 1f),
        _ => WordsQuery(term, names),
    };

    private BooleanQuery? WordsQuery(QueryTerm term, SynonymList names)
    {
        var all = new BooleanQuery();
        foreach (QueryPart part in Telling(Parts(term.Text, names)))
        {
            if (PartQuery(part, term.Scope) is { } query)
                all.Add(query, Occur.MUST);
        }
        return all.Clauses.Count == 0 ? null : all;
    }

    /// <summary>The parts of a text: its units, but a name with other names is one part.</summary>
    private List<QueryPart> Parts(string text, SynonymList names) => SynonymExpander.Parts(
        text, [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(segmenter.Segment).Take(MaxUnits + 1)], names);

    /// <summary>The parts that a match must have: all but the weak, unless there are no others.</summary>
    private static IEnumerable<QueryPart> Telling(List<QueryPart> parts)
    {
        bool onlyWeak = parts.All(part => part.IsWeak);
        return parts.Where(part => onlyWeak || !part.IsWeak);
    }

    private Query? PartQuery(QueryPart part, QueryScope scope)
    {
        Query? own = part.Units.Count == 1 ? UnitQuery(part.Units[0], scope) : AllOf(part.Units.Select(unit => UnitQuery(unit, scope)));
        if (part.Others.Count == 0)
            return own;
        var best = new DisjunctionMaxQuery(TieBreaker);
        if (own != null)
            best.Add(own);
        foreach (string other in part.Others)
            AddExact(best, CharacterFolding.Fold(other), scope, OtherNameBoost * Math.Min(1f, (float)part.Text.Length / other.Length));
        return best.Any() ? best : null;
    }

    private DisjunctionMaxQuery? UnitQuery(SearchUnit unit, QueryScope scope)
    {
        var best = new DisjunctionMaxQuery(TieBreaker);
        foreach ((string field, float boost) in InScope(PolicySchema.WordFields, scope))
        {
            if (unit.IsTerm)
                best.Add(new TermQuery(new Term(field, unit.Text)) { Boost = boost });
        }
        AddExact(best, unit.Text, scope, unit.IsTerm ? CharactersBoost : 1f);
        return best.Any() ? best : null;
    }

    private DisjunctionMaxQuery? WholeWord(QueryTerm word) => ExactQuery(word.Text, word.Scope, WholeWordBoost);

    private DisjunctionMaxQuery? ExactQuery(string text, QueryScope scope, float boost)
    {
        var best = new DisjunctionMaxQuery(TieBreaker);
        AddExact(best, text, scope, boost);
        return best.Any() ? best : null;
    }

    private void AddExact(DisjunctionMaxQuery best, string text, QueryScope scope, float factor)
    {
        foreach ((string field, float boost) in InScope(PolicySchema.ExactFields, scope))
        {
            if (ExactPhrase.Create(analyzer, PolicySchema.Exact(field), text) is not { } phrase)
                continue;
            phrase.Boost = boost * factor;
            best.Add(phrase);
        }
    }

    private static DisjunctionMaxQuery NumberQuery(DocumentNumber number)
    {
        string term = number.Canonical;
        return new DisjunctionMaxQuery(TieBreaker)
        {
            new TermQuery(new Term(PolicySchema.DocumentNumber, term)) { Boost = OwnNumberBoost },
            new TermQuery(new Term(PolicySchema.MentionedNumber, term)) { Boost = MentionedNumberBoost },
        };
    }

    private static PrefixQuery KeywordQuery(QueryTerm term) =>
        new(new Term(term.Scope == QueryScope.Number ? PolicySchema.DocumentNumber : PolicySchema.FacetName(FacetOf(term.Scope)), term.Text));

    private IEnumerable<MatchPattern> Patterns(QueryTerm term, Draft draft) => term.Kind switch
    {
        TermKind.Number => [new("", term.Number, 3f)],
        _ when IsKeyword(term.Scope) => [],
        TermKind.Phrase => [new(term.Text, null, 2f)],
        _ => WordPatterns(term, draft),
    };

    private IEnumerable<MatchPattern> WordPatterns(QueryTerm term, Draft draft)
    {
        List<QueryPart> parts = Parts(term.Text, draft.Names);
        int units = parts.Sum(part => part.Units.Count);
        foreach (QueryPart part in Telling(parts))
        {
            foreach (SearchUnit unit in part.Units)
                yield return new(unit.Text, null, 1f);
            foreach (string other in part.Others)
                yield return new(CharacterFolding.Fold(other), null, OtherNameWeight);
            draft.Note(part);
        }
        if (units > 1)
            yield return new(term.Text, null, units);
    }

    private static IEnumerable<(string Field, float Boost)> InScope(IReadOnlyList<(string Field, float Boost)> fields, QueryScope scope) => scope switch
    {
        QueryScope.Title => fields.Where(field => field.Field == PolicySchema.Title),
        QueryScope.Subject => fields.Where(field => field.Field == PolicySchema.Subject),
        QueryScope.Body => fields.Where(field => field.Field == PolicySchema.Body),
        QueryScope.Issuer => fields.Where(field => field.Field == PolicySchema.Issuer),
        _ => fields,
    };

    private static bool IsKeyword(QueryScope scope) => scope is >= QueryScope.Number and <= QueryScope.Outcome;

    private static FacetField FacetOf(QueryScope scope) => scope switch
    {
        QueryScope.Province => FacetField.Province,
        QueryScope.City => FacetField.City,
        QueryScope.County => FacetField.County,
        QueryScope.Year => FacetField.Year,
        QueryScope.Topic => FacetField.Topic,
        QueryScope.Kind => FacetField.Kind,
        _ => FacetField.Outcome,
    };

    private static BooleanQuery? AllOf(IEnumerable<Query?> queries)
    {
        var all = new BooleanQuery();
        foreach (Query query in queries.OfType<Query>())
            all.Add(query, Occur.MUST);
        return all.Clauses.Count == 0 ? null : all;
    }

    private static Query? AnyOf(IEnumerable<Query?> queries)
    {
        Query[] some = [.. queries.OfType<Query>()];
        if (some.Length <= 1)
            return some.FirstOrDefault();
        var any = new BooleanQuery();
        foreach (Query query in some)
            any.Add(query, Occur.SHOULD);
        return any;
    }

    /// <summary>The parts of a query while it is put together.</summary>
    private sealed class Draft(SynonymList names)
    {
        private int units;

        public List<Query> Wanted { get; } = [];

        public List<Query> Optional { get; } = [];

        public List<Query> Required { get; } = [];

        public List<Query> Forbidden { get; } = [];

        public List<MatchPattern> Patterns { get; } = [];

        /// <summary>By what its words are widened.</summary>
        public SynonymList Names => names;

        public List<QueryExpansion> Expansions { get; } = [];

        public bool Truncated { get; private set; }

        public bool IsEmpty => Wanted.Count + Optional.Count + Required.Count + Forbidden.Count == 0;

        /// <summary>Remembers a part that was widened.</summary>
        public void Note(QueryPart part)
        {
            if (part.Others.Count > 0 && !Expansions.Exists(known => known.Term == part.Text))
                Expansions.Add(new(part.Text, part.Others));
        }

        public bool TakeUnit()
        {
            Truncated |= units >= MaxUnits;
            return units++ < MaxUnits;
        }

        /// <summary>Everything wanted must match.</summary>
        public QueryAttempt Strict() => new(Build(Wanted.Count), [.. Patterns.Distinct()]);

        /// <summary>Most of what is wanted must match.</summary>
        public QueryAttempt Relaxed() => new(
            Build(Math.Clamp((int)Math.Ceiling(Wanted.Count * RelaxedShare), 1, Wanted.Count - 1)), [.. Patterns.Distinct()], IsRelaxed: true);

        private BooleanQuery Build(int minimum)
        {
            var query = new BooleanQuery();
            if (Wanted.Count > 0)
                query.Add(WantedQuery(minimum), Occur.MUST);
            Required.ForEach(part => query.Add(part, Occur.MUST));
            if (Wanted.Count + Required.Count == 0)
                query.Add(Optional.Count == 0 ? new ConstantScoreQuery(new MatchAllDocsQuery()) : OptionalQuery(), Occur.MUST);
            else
                Optional.ForEach(part => query.Add(part, Occur.SHOULD));
            Forbidden.ForEach(part => query.Add(part, Occur.MUST_NOT));
            return query;
        }

        private BooleanQuery OptionalQuery()
        {
            var query = new BooleanQuery();
            Optional.ForEach(part => query.Add(part, Occur.SHOULD));
            return query;
        }

        private BooleanQuery WantedQuery(int minimum)
        {
            var query = new BooleanQuery();
            foreach (Query part in Wanted)
                query.Add(part, minimum == Wanted.Count ? Occur.MUST : Occur.SHOULD);
            if (minimum < Wanted.Count)
                query.MinimumNumberShouldMatch = minimum;
            return query;
        }
    }
}
