using System.Collections.Frozen;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying;

/// <summary>
/// Reads what a user typed. Nothing makes it throw: what fits no rule is text.
/// <code>
/// Query  := (Clause | 'AND')*
/// Clause := ('+' | '-' | 'NOT')? Term (('OR' | '|') Term)*
/// Term   := (Name ':')? (Quoted | Number | Word)
/// Quoted := '"' … '"' | “ … ” | 「 … 」 | 『 … 』      (a quote that nothing closes is left out)
/// Number := a 文号, see DocumentNumberRecognizer
/// Word   := letters and digits, with - . / % · & _ between two of them
/// Name   := title 标题 | subject 案由 | body 正文 | issuer 发文机关 机关 | number 文号 | province 省 | city 市 | county 县 | year 年份 | topic 主题 | kind 文种 | outcome 办理结果
/// </code>
/// Works on folded text, so full-width signs and traditional characters are the same. An instance reads one query; it is not shared.
/// </summary>
internal sealed class QueryParser
{
    /// <summary>Most terms that are searched; further ones are left out and <see cref="ParsedQuery.Truncated"/> says so.</summary>
    public const int MaxTerms = 32;

    private const string Joiners = "-./%·&_";

    private static readonly FrozenDictionary<string, QueryScope> Scopes = new Dictionary<string, QueryScope>
    {
        ["title"] = QueryScope.Title,
        ["标题"] = QueryScope.Title,
        ["subject"] = QueryScope.Subject,
        ["案由"] = QueryScope.Subject,
        ["body"] = QueryScope.Body,
        ["正文"] = QueryScope.Body,
        ["issuer"] = QueryScope.Issuer,
        ["发文机关"] = QueryScope.Issuer,
        ["机关"] = QueryScope.Issuer,
        ["number"] = QueryScope.Number,
        ["docnumber"] = QueryScope.Number,
        ["文号"] = QueryScope.Number,
        ["发文字号"] = QueryScope.Number,
        ["province"] = QueryScope.Province,
        ["省"] = QueryScope.Province,
        ["省份"] = QueryScope.Province,
        ["city"] = QueryScope.City,
        ["市"] = QueryScope.City,
        ["城市"] = QueryScope.City,
        ["county"] = QueryScope.County,
        ["县"] = QueryScope.County,
        ["区县"] = QueryScope.County,
        ["year"] = QueryScope.Year,
        ["年"] = QueryScope.Year,
        ["年份"] = QueryScope.Year,
        ["topic"] = QueryScope.Topic,
        ["主题"] = QueryScope.Topic,
        ["kind"] = QueryScope.Kind,
        ["文种"] = QueryScope.Kind,
        ["outcome"] = QueryScope.Outcome,
        ["办理结果"] = QueryScope.Outcome,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string raw;
    private readonly string text;
    private readonly List<DocumentNumberMatch> numbers;
    private readonly List<QueryClause> clauses = [];
    private bool truncated;
    private int position;
    private int terms;

    private QueryParser(string query)
    {
        raw = Limit(query, out truncated);
        text = CharacterFolding.Fold(raw);
        numbers = [.. DocumentNumberRecognizer.Find(text, loose: true)];
    }

    /// <summary>Reads a query. Never throws.</summary>
    public static ParsedQuery Parse(string query) => new QueryParser(query).Run();

    private static string Limit(string query, out bool truncated)
    {
        truncated = query.Length > SearchRequest.MaxQueryLength;
        char[] kept = query.AsSpan(0, Math.Min(query.Length, SearchRequest.MaxQueryLength)).ToArray();
        for (int i = 0; i < kept.Length; i++)
        {
            if (char.IsControl(kept[i]) || IsLoneSurrogate(kept, i))
                kept[i] = ' ';
        }
        return new(kept);
    }

    private static bool IsLoneSurrogate(char[] text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));

    private ParsedQuery Run()
    {
        var occurrence = Occurrence.Wanted;
        bool alternative = false;
        for (int start = position; SkipToTerm(ref occurrence, ref alternative); start = position)
        {
            if (terms >= MaxTerms)
            {
                truncated = true;
                break;
            }
            if (ReadTerm() is { } term)
            {
                Add(term, occurrence, alternative, start);
                terms++;
            }
            occurrence = Occurrence.Wanted;
            alternative = false;
        }
        return new(clauses, truncated, raw, text);
    }

    private void Add(QueryTerm term, Occurrence occurrence, bool alternative, int start)
    {
        bool joins = alternative && clauses.Count > 0 && clauses[^1].Occurrence != Occurrence.Forbidden && occurrence != Occurrence.Forbidden;
        if (joins)
            clauses[^1] = clauses[^1] with { Alternatives = [.. clauses[^1].Alternatives, term], End = position };
        else
            clauses.Add(new(occurrence, [term], start, position));
    }

    /// <summary>Moves to where a term begins and takes in the operators on the way; false at the end.</summary>
    private bool SkipToTerm(ref Occurrence occurrence, ref bool alternative)
    {
        while (position < text.Length)
        {
            char c = text[position];
            if (Operator(out int length) is { } word)
            {
                alternative |= word == "OR";
                occurrence = word == "NOT" ? Occurrence.Forbidden : occurrence;
                position += length;
            }
            else if (c is '+' or '-' && BeginsTerm(position + 1))
            {
                occurrence = c == '+' ? Occurrence.Required : Occurrence.Forbidden;
                position++;
            }
            else if (StartsTerm(position))
            {
                return true;
            }
            else
            {
                position++;
            }
        }
        return false;
    }

    private string? Operator(out int length)
    {
        length = 1;
        if (text[position] == '|')
            return "OR";
        foreach (string word in (ReadOnlySpan<string>)["OR", "AND", "NOT"])
        {
            length = word.Length;
            int end = position + length;
            bool alone = (position == 0 || char.IsWhiteSpace(raw[position - 1])) && (end < raw.Length && char.IsWhiteSpace(raw[end]));
            if (alone && string.CompareOrdinal(raw, position, word, 0, length) == 0)
                return word;
        }
        return null;
    }

    /// <summary>A sign counts only right before a term, and not inside one: A-B, 2020-18 and a lone dash are text.</summary>
    private bool BeginsTerm(int i) => StartsTerm(i) && (i < 2 || !char.IsLetterOrDigit(text[i - 2]));

    private bool StartsTerm(int i) =>
        i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || ClosingQuote(i) > 0 || NumberAt(i) != null);

    private QueryTerm? ReadTerm()
    {
        QueryScope scope = ReadScope();
        int close = ClosingQuote(position);
        if (close > 0)
            return ReadQuoted(close, scope);
        if (NumberAt(position) is { } number)
        {
            position = number.End;
            return NumberTerm(number, scope);
        }
        return ReadWord(scope);
    }

    private QueryScope ReadScope()
    {
        int colon = position;
        while (colon < text.Length && colon - position <= 9 && char.IsLetter(text[colon]))
            colon++;
        bool named = colon > position && colon + 1 < text.Length && text[colon] == ':' && !char.IsWhiteSpace(text[colon + 1]);
        if (!named || !Scopes.TryGetValue(text[position..colon], out QueryScope scope) || !StartsTerm(colon + 1))
            return QueryScope.Anywhere;
        position = colon + 1;
        return scope;
    }

    private QueryTerm? ReadQuoted(int close, QueryScope scope)
    {
        string content = text[(position + 1)..close].Trim();
        position = close + 1;
        if (!content.Any(char.IsLetterOrDigit) && !content.Any(char.IsSurrogate))
            return null;
        DocumentNumberMatch[] whole = [.. DocumentNumberRecognizer.Find(content, loose: false)];
        if (whole.Length == 1 && whole[0].Start == 0 && whole[0].End == content.Length)
            return NumberTerm(whole[0], scope);
        return new(TermKind.Phrase, scope, content);
    }

    private QueryTerm NumberTerm(DocumentNumberMatch match, QueryScope scope)
    {
        bool certain = match.Certain || scope == QueryScope.Number;
        return new(certain ? TermKind.Number : TermKind.LooseNumber, scope, text[match.Start..match.End], match.Number);
    }

    private QueryTerm? ReadWord(QueryScope scope)
    {
        int start = position;
        while (position < text.Length && (position == start || NumberAt(position) == null) && InWord(position, start))
            position++;
        return position > start ? new(TermKind.Word, scope, text[start..position]) : null;
    }

    private bool InWord(int i, int start)
    {
        if (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || IsMark(text[i]))
            return true;
        return Joiners.Contains(text[i]) && i > start && i + 1 < text.Length
            && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>Where the quote that opens at <paramref name="i"/> closes; 0 when none opens there or it is never closed.</summary>
    private int ClosingQuote(int i)
    {
        string? closers = text[i] switch
        {
            '"' or '“' or '”' => "\"“”",
            '「' => "」",
            '『' => "』",
            _ => null,
        };
        int length = closers == null ? -1 : text.AsSpan(i + 1).IndexOfAny(closers);
        return length < 0 ? 0 : i + 1 + length;
    }

    private DocumentNumberMatch? NumberAt(int i)
    {
        foreach (DocumentNumberMatch number in numbers)
        {
            if (number.Start == i)
                return number;
        }
        return null;
    }
}
