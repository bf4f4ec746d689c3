using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>A query for the terms that a pattern accepts; by default all documents score the boost.</summary>
public class AutomatonQuery : MultiTermQuery
{
    /// <summary>The pattern as a term.</summary>
    protected readonly Term m_term;

    // Patterns are our own: Lucene's automata are not part of the slice.
    private protected AutomatonQuery(Term term)
        : base(term.Field) => m_term = term;

    /// <inheritdoc/>
    public override string ToString(string? field) => FieldPrefix(Field, field) + m_term.Text + BoostSuffix;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj) && obj is AutomatonQuery other && m_term.Equals(other.m_term);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), m_term);

    internal override TermsEnum OpenTerms(Terms terms) => TermsEnum.EMPTY;
}

/// <summary>
/// Documents with a term that fits a pattern: <c>*</c> stands for any characters, <c>?</c> for one, and <c>\</c> takes the special
/// meaning from the next. A character is a code point. A pattern that begins with a wildcard has to look at all terms of the field.
/// </summary>
public class WildcardQuery : AutomatonQuery
{
    /// <summary>Stands for any characters, also none.</summary>
    public const char WILDCARD_STRING = '*';

    /// <summary>Stands for one character.</summary>
    public const char WILDCARD_CHAR = '?';

    /// <summary>Takes the special meaning from the next character.</summary>
    public const char WILDCARD_ESCAPE = '\\';

    private readonly WildcardPattern pattern;

    /// <summary>Terms that fit the text of <paramref name="term"/>.</summary>
    public WildcardQuery(Term term)
        : base(term) => pattern = WildcardPattern.Parse(term.Text);

    /// <summary>The pattern.</summary>
    public virtual Term Term => m_term;

    internal override TermsEnum OpenTerms(Terms terms) => new FittingTerms(terms.GetEnumerator(null), pattern);

    private sealed class FittingTerms(TermsEnum terms, WildcardPattern pattern) : SelectedTerms(terms, pattern.Prefix)
    {
        protected override Verdict Judge(BytesRef term)
        {
            if (!StringHelper.StartsWith(term, pattern.Prefix))
                return Verdict.End;
            return pattern.Fits(term.Span) ? Verdict.Take : Verdict.Skip;
        }
    }
}

/// <summary>A pattern with wildcards over UTF-8. Immutable.</summary>
internal sealed class WildcardPattern
{
    private const int Any = -1, One = -2;
    private readonly int[] symbols;

    private WildcardPattern(int[] symbols, BytesRef prefix)
    {
        this.symbols = symbols;
        Prefix = prefix;
    }

    /// <summary>What all fitting texts begin with.</summary>
    public BytesRef Prefix { get; }

    public static WildcardPattern Parse(string text)
    {
        var symbols = new List<int>();
        bool escaped = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!escaped && rune.Value == WildcardQuery.WILDCARD_ESCAPE)
            {
                escaped = true;
                continue;
            }
            symbols.Add(escaped ? rune.Value : SymbolOf(rune));
            escaped = false;
        }
        // A lone escape at the end stands for itself.
        if (escaped)
            symbols.Add(WildcardQuery.WILDCARD_ESCAPE);
        string prefix = string.Concat(symbols.TakeWhile(s => s >= 0).Select(s => new Rune(s).ToString()));
        return new WildcardPattern(symbols.ToArray(), new BytesRef(prefix));
    }

    /// <summary>Greedy with one way back, to the last <c>*</c>: time is at most pattern length times text length.</summary>
    public bool Fits(ReadOnlySpan<byte> text)
    {
        int symbol = 0, at = 0, lastAny = -1, resume = 0;
        while (at < text.Length)
        {
            Rune.DecodeFromUtf8(text[at..], out Rune rune, out int width);
            if (symbol < symbols.Length && symbols[symbol] == Any)
            {
                (lastAny, resume) = (symbol++, at);
            }
            else if (symbol < symbols.Length && (symbols[symbol] == One || symbols[symbol] == rune.Value))
            {
                symbol++;
                at += width;
            }
            else if (lastAny >= 0)
            {
                Rune.DecodeFromUtf8(text[resume..], out _, out int skipped);
                resume += skipped;
                (symbol, at) = (lastAny + 1, resume);
            }
            else
            {
                return false;
            }
        }
        while (symbol < symbols.Length && symbols[symbol] == Any)
            symbol++;
        return symbol == symbols.Length;
    }

    private static int SymbolOf(Rune rune) => rune.Value switch
    {
        WildcardQuery.WILDCARD_STRING => Any,
        WildcardQuery.WILDCARD_CHAR => One,
        _ => rune.Value,
    };
}
