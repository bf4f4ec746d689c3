using System.Collections;
using System.Text;
using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>Terms of one field at given places from each other, or with a slop: near them.</summary>
public class PhraseQuery : Query, IEnumerable<Term>
{
    private List<Term> terms = [];
    private List<int> positions = [];
    private int slop;

    /// <summary>Without terms, which matches nothing.</summary>
    public PhraseQuery()
    {
    }

    /// <summary>How many positions the terms may be moved in all, to become the phrase. Default 0: exactly the phrase.</summary>
    /// <exception cref="ArgumentException">Set to less than 0.</exception>
    public virtual int Slop
    {
        get => slop;
        set => slop = value >= 0 ? value : throw new ArgumentException($"slop must be at least 0, not {value}");
    }

    /// <summary>Adds a term one position behind the last.</summary>
    /// <exception cref="ArgumentException">The term is of another field than the first.</exception>
    public virtual void Add(Term term) => Add(term, positions.Count == 0 ? 0 : positions[^1] + 1);

    /// <summary>Adds a term at a position, counted from anywhere.</summary>
    /// <exception cref="ArgumentException">The term is of another field than the first.</exception>
    public virtual void Add(Term term, int position)
    {
        if (terms.Count > 0 && terms[0].Field != term.Field)
            throw new ArgumentException($"all terms of a phrase must be of one field: {term} is not of {terms[0].Field}", nameof(term));
        terms.Add(term);
        positions.Add(position);
    }

    /// <summary>The terms, in the order in which they were added.</summary>
    public virtual Term[] GetTerms() => terms.ToArray();

    /// <summary>Their positions.</summary>
    public virtual int[] GetPositions() => positions.ToArray();

    /// <inheritdoc/>
    public IEnumerator<Term> GetEnumerator() => terms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader) => terms.Count switch
    {
        0 => new BooleanQuery { Boost = Boost },
        1 => new TermQuery(terms[0]) { Boost = Boost },
        _ => this,
    };

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) =>
        new PhraseWeight(this, searcher, terms.Select(t => new[] { t }).ToArray(), positions.ToArray(), slop);

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> queryTerms) => queryTerms.UnionWith(terms);

    /// <summary>A copy with lists of its own.</summary>
    public override object Clone()
    {
        var copy = (PhraseQuery)base.Clone();
        copy.terms = [.. terms];
        copy.positions = [.. positions];
        return copy;
    }

    /// <inheritdoc/>
    public override string ToString(string? f)
    {
        string words = PhraseText.Of(positions, terms.Select(t => t.Text).ToArray());
        return FieldPrefix(terms.Count == 0 ? null : terms[0].Field, terms.Count == 0 ? null : f) + words + PhraseText.Slop(slop) + BoostSuffix;
    }

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is PhraseQuery other && Boost.Equals(other.Boost) && slop == other.slop
        && terms.SequenceEqual(other.terms) && positions.SequenceEqual(other.positions);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Boost);
        hash.Add(slop);
        terms.ForEach(hash.Add);
        positions.ForEach(hash.Add);
        return hash.ToHashCode();
    }
}

/// <summary>Phrases as text: <c>"建议 ? 答复|回复"~2</c>, where <c>?</c> is a gap.</summary>
internal static class PhraseText
{
    public static string Of(List<int> positions, string[] words)
    {
        var places = new SortedDictionary<int, string>();
        for (int i = 0; i < words.Length; i++)
            places[positions[i]] = places.TryGetValue(positions[i], out string? before) ? before + "|" + words[i] : words[i];
        var text = new StringBuilder("\"");
        int next = 0;
        foreach ((int position, string word) in places)
        {
            // A gap as wide as the int range would be endless text.
            for (int gap = Math.Max(next, position - 10); gap < position && text.Length > 1; gap++)
                text.Append(" ?");
            text.Append(text.Length > 1 ? " " : "").Append(word);
            next = position + 1;
        }
        return text.Append('"').ToString();
    }

    public static string Slop(int slop) => slop == 0 ? "" : "~" + slop;
}
