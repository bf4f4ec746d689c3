using System.Collections;
using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>A phrase with several terms to choose from at each place.</summary>
public class MultiPhraseQuery : Query, IEnumerable<Term[]>
{
    private readonly List<Term[]> termArrays = [];
    private readonly List<int> positions = [];
    private int slop;

    /// <summary>Without terms, which matches nothing.</summary>
    public MultiPhraseQuery()
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
    public virtual void Add(Term term) => Add([term]);

    /// <summary>Adds a choice of terms one position behind the last.</summary>
    /// <exception cref="ArgumentException">A term is of another field than the first.</exception>
    public virtual void Add(Term[] terms) => Add(terms, positions.Count == 0 ? 0 : positions[^1] + 1);

    /// <summary>Adds a choice of terms at a position, counted from anywhere.</summary>
    /// <exception cref="ArgumentException">There is no term, or one is of another field than the first.</exception>
    public virtual void Add(Term[] terms, int position)
    {
        if (terms.Length == 0)
            throw new ArgumentException("a place of a phrase needs at least one term", nameof(terms));
        string field = termArrays.Count == 0 ? terms[0].Field : termArrays[0][0].Field;
        if (Array.Find(terms, t => t.Field != field) is { } other)
            throw new ArgumentException($"all terms of a phrase must be of one field: {other} is not of {field}", nameof(terms));
        termArrays.Add(terms);
        positions.Add(position);
    }

    /// <summary>The choices, in the order in which they were added.</summary>
    public virtual IList<Term[]> GetTermArrays() => termArrays.AsReadOnly();

    /// <summary>Their positions.</summary>
    public virtual int[] GetPositions() => positions.ToArray();

    /// <inheritdoc/>
    public IEnumerator<Term[]> GetEnumerator() => termArrays.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        if (termArrays.Count > 1)
            return this;
        var any = new BooleanQuery(disableCoord: true) { Boost = Boost };
        foreach (Term term in termArrays.SelectMany(terms => terms))
            any.Add(new TermQuery(term), Occur.SHOULD);
        return any;
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new PhraseWeight(this, searcher, termArrays.ToArray(), positions.ToArray(), slop);

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms) => terms.UnionWith(termArrays.SelectMany(choice => choice));

    /// <inheritdoc/>
    public sealed override string ToString(string? f)
    {
        string field = termArrays.Count == 0 ? "" : FieldPrefix(termArrays[0][0].Field, f);
        string[] words = termArrays.Select(choice => choice.Length == 1 ? choice[0].Text : $"({string.Join(' ', choice.Select(t => t.Text))})").ToArray();
        return field + PhraseText.Of(positions, words) + PhraseText.Slop(slop) + BoostSuffix;
    }

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is MultiPhraseQuery other && Boost.Equals(other.Boost) && slop == other.slop
        && positions.SequenceEqual(other.positions) && termArrays.Count == other.termArrays.Count
        && termArrays.Zip(other.termArrays).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Boost);
        hash.Add(slop);
        foreach (Term term in termArrays.SelectMany(choice => choice))
            hash.Add(term);
        positions.ForEach(hash.Add);
        return hash.ToHashCode();
    }
}
