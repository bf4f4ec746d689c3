using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// Documents with a term like another: at most so many characters inserted, deleted, replaced, or (as one edit) two neighbours swapped.
/// The nearest terms are scored, the less the further off they are. A character is a code point. Looks at all terms that share the prefix.
/// </summary>
public class FuzzyQuery : MultiTermQuery
{
    /// <summary>Edits by default, and the most that there may be.</summary>
    public const int DefaultMaxEdits = 2;

    /// <summary>Terms by default.</summary>
    public const int DefaultMaxExpansions = 50;

    /// <summary>Characters by default that must agree at the beginning.</summary>
    public const int DefaultPrefixLength = 0;

    /// <summary>Whether a swap of neighbours is one edit by default.</summary>
    public const bool DefaultTranspositions = true;

    private readonly Term term;

    /// <summary>Terms at most two edits away.</summary>
    public FuzzyQuery(Term term)
        : this(term, DefaultMaxEdits)
    {
    }

    /// <summary>Terms at most <paramref name="maxEdits"/> edits away.</summary>
    public FuzzyQuery(Term term, int maxEdits)
        : this(term, maxEdits, DefaultPrefixLength)
    {
    }

    /// <summary>The same, where the first <paramref name="prefixLength"/> characters must agree.</summary>
    public FuzzyQuery(Term term, int maxEdits, int prefixLength)
        : this(term, maxEdits, prefixLength, DefaultMaxExpansions, DefaultTranspositions)
    {
    }

    /// <summary>The same in full.</summary>
    /// <param name="term">The term.</param>
    /// <param name="maxEdits">From 0 to 2.</param>
    /// <param name="prefixLength">Characters at the beginning that must agree; at least 0.</param>
    /// <param name="maxExpansions">The most terms; at least 0.</param>
    /// <param name="transpositions">Whether a swap of neighbours is one edit; else it is two.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public FuzzyQuery(Term term, int maxEdits, int prefixLength, int maxExpansions, bool transpositions)
        : base(term.Field)
    {
        if (maxEdits is < 0 or > DefaultMaxEdits)
            throw new ArgumentException($"maxEdits must be from 0 to {DefaultMaxEdits}, not {maxEdits}", nameof(maxEdits));
        if (prefixLength < 0)
            throw new ArgumentException($"prefixLength must be at least 0, not {prefixLength}", nameof(prefixLength));
        if (maxExpansions < 0)
            throw new ArgumentException($"maxExpansions must be at least 0, not {maxExpansions}", nameof(maxExpansions));
        this.term = term;
        MaxEdits = maxEdits;
        PrefixLength = prefixLength;
        Transpositions = transpositions;
        MultiTermRewriteMethod = new TopTermsScoringBooleanQueryRewrite(maxExpansions);
    }

    /// <summary>The most edits.</summary>
    public virtual int MaxEdits { get; }

    /// <summary>Characters at the beginning that must agree.</summary>
    public virtual int PrefixLength { get; }

    /// <summary>The term.</summary>
    public virtual Term Term => term;

    /// <summary>Whether a swap of neighbours is one edit.</summary>
    public virtual bool Transpositions { get; }

    /// <inheritdoc/>
    public override string ToString(string? field) => $"{FieldPrefix(Field, field)}{term.Text}~{MaxEdits}{BoostSuffix}";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj) && obj is FuzzyQuery other && term.Equals(other.term)
        && MaxEdits == other.MaxEdits && PrefixLength == other.PrefixLength && Transpositions == other.Transpositions;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), term, MaxEdits, PrefixLength, Transpositions);

    internal override TermsEnum OpenTerms(Terms terms)
    {
        int[] text = term.Text.EnumerateRunes().Select(r => r.Value).ToArray();
        bool exact = MaxEdits == 0 || PrefixLength >= text.Length;
        int[] prefix = exact ? text : text[..PrefixLength];
        var prefixBytes = new BytesRef(string.Concat(prefix.Select(c => new Rune(c).ToString())));
        return new NearTerms(terms.GetEnumerator(null), prefixBytes, new EditDistance(text, exact ? 0 : MaxEdits, Transpositions));
    }

    private sealed class NearTerms(TermsEnum terms, BytesRef prefix, EditDistance distance) : SelectedTerms(terms, prefix), IBoostedTerms
    {
        private readonly BytesRef prefix = prefix;

        public float Boost { get; private set; } = 1f;

        protected override Verdict Judge(BytesRef term)
        {
            if (!StringHelper.StartsWith(term, prefix))
                return Verdict.End;
            int edits = distance.To(term.Span, out int length);
            if (edits < 0)
                return Verdict.Skip;
            Boost = edits == 0 ? 1f : 1.0f - (float)edits / Math.Min(length, distance.Length);
            return Boost > 0 ? Verdict.Take : Verdict.Skip;
        }
    }
}

/// <summary>How many edits lie between a text and others, up to a limit. Not thread-safe.</summary>
internal sealed class EditDistance(int[] text, int most, bool swaps)
{
    // Three rows of the table: the last two for swaps, the current one.
    private int[] before = new int[text.Length + 1], last = new int[text.Length + 1], row = new int[text.Length + 1];

    /// <summary>Characters of the text.</summary>
    public int Length => text.Length;

    /// <summary>The edits to a UTF-8 text, or −1 when there are too many; and its length in characters as far as it was read.</summary>
    public int To(ReadOnlySpan<byte> other, out int length)
    {
        for (int i = 0; i <= text.Length; i++)
            row[i] = i;
        length = 0;
        int previous = -1;
        while (other.Length > 0)
        {
            Rune.DecodeFromUtf8(other, out Rune rune, out int width);
            other = other[width..];
            (before, last, row) = (last, row, before);
            length++;
            if (FillRow(length, rune.Value, previous) > most)
                return -1;
            previous = rune.Value;
        }
        return row[text.Length] <= most ? row[text.Length] : -1;
    }

    private int FillRow(int length, int character, int previous)
    {
        row[0] = length;
        int least = length;
        for (int i = 1; i <= text.Length; i++)
        {
            int replace = last[i - 1] + (text[i - 1] == character ? 0 : 1);
            int edits = Math.Min(replace, Math.Min(last[i], row[i - 1]) + 1);
            if (swaps && i > 1 && length > 1 && text[i - 1] == previous && text[i - 2] == character)
                edits = Math.Min(edits, before[i - 2] + 1);
            row[i] = edits;
            least = Math.Min(least, edits);
        }
        // With swaps the next row may build on the one before this.
        return swaps && length > 1 ? Math.Min(least, Least(last)) : least;
    }

    private static int Least(int[] row)
    {
        int least = int.MaxValue;
        foreach (int edits in row)
            least = Math.Min(least, edits);
        return least;
    }
}
