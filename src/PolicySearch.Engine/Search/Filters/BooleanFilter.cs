using System.Collections;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lucene.Net.Queries;

/// <summary>A filter and how it takes part in a <see cref="BooleanFilter"/>.</summary>
public sealed class FilterClause
{
    /// <summary>A clause.</summary>
    public FilterClause(Filter filter, Occur occur)
    {
        Filter = filter;
        Occur = occur;
    }

    /// <summary>The filter.</summary>
    public Filter Filter { get; }

    /// <summary>How it takes part.</summary>
    public Occur Occur { get; }

    /// <inheritdoc/>
    public override string ToString() => BooleanClause.ToString(Occur) + Filter;

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is FilterClause other && Occur == other.Occur && Filter.Equals(other.Filter);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Filter, Occur);
}

/// <summary>Several filters combined: any of the SHOULD, all of the MUST, none of the MUST_NOT.</summary>
public class BooleanFilter : Filter, IEnumerable<FilterClause>
{
    private readonly List<FilterClause> clauses = [];

    /// <summary>Without clauses, which lets nothing through.</summary>
    public BooleanFilter()
    {
    }

    /// <summary>The clauses, in the order in which they were added.</summary>
    public virtual IList<FilterClause> Clauses => clauses;

    /// <summary>Adds a clause.</summary>
    public virtual void Add(FilterClause filterClause) => clauses.Add(filterClause);

    /// <summary>Adds a clause.</summary>
    public void Add(Filter filter, Occur occur) => Add(new FilterClause(filter, occur));

    /// <inheritdoc/>
    public IEnumerator<FilterClause> GetEnumerator() => clauses.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        FixedBitSet? result = AnyOf(Occur.SHOULD, context);
        if (result == null && clauses.Exists(c => c.Occur == Occur.SHOULD))
            return null;
        if (AnyOf(Occur.MUST_NOT, context) is { } excluded)
        {
            result ??= All(context);
            result.AndNot(excluded);
        }
        foreach (FilterClause clause in clauses.Where(c => c.Occur == Occur.MUST))
        {
            if (Gather([clause], context) is not { } required)
                return null;
            result?.And(required);
            result ??= required;
        }
        // Prohibited filters alone that exclude nothing let everything through.
        if (result == null && clauses.Count > 0)
            result = All(context);
        return BitsFilteredDocIdSet.Wrap(result, acceptDocs);
    }

    private FixedBitSet? AnyOf(Occur occur, AtomicReaderContext context) => Gather(clauses.Where(c => c.Occur == occur), context);

    private static FixedBitSet? Gather(IEnumerable<FilterClause> clauses, AtomicReaderContext context)
    {
        FixedBitSet? union = null;
        foreach (FilterClause clause in clauses)
        {
            if (clause.Filter.GetDocIdSet(context, null)?.GetIterator() is not { } docs)
                continue;
            union ??= new FixedBitSet(context.Reader.MaxDoc);
            union.Or(docs);
        }
        return union;
    }

    private static FixedBitSet All(AtomicReaderContext context)
    {
        var all = new FixedBitSet(context.Reader.MaxDoc);
        all.Set(0, context.Reader.MaxDoc);
        return all;
    }

    /// <inheritdoc/>
    public override string ToString() => $"BooleanFilter({string.Join(' ', clauses)})";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BooleanFilter other && other.GetType() == GetType() && clauses.SequenceEqual(other.clauses);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        clauses.ForEach(hash.Add);
        return hash.ToHashCode();
    }
}

/// <summary>Filters one after the other, from left to right, each combined with what the ones before let through.</summary>
public class ChainedFilter : Filter
{
    /// <summary>Documents of either.</summary>
    public const int OR = 0;

    /// <summary>Documents of both.</summary>
    public const int AND = 1;

    /// <summary>Documents of the left that are not of the right.</summary>
    public const int ANDNOT = 2;

    /// <summary>Documents of exactly one.</summary>
    public const int XOR = 3;

    /// <summary>The operation when none is given.</summary>
    public const int DEFAULT = OR;

    private readonly Filter[] chain;
    private readonly int[] logic;

    /// <summary>Documents of any filter.</summary>
    public ChainedFilter(Filter[] chain)
        : this(chain, DEFAULT)
    {
    }

    /// <summary>One operation for all.</summary>
    public ChainedFilter(Filter[] chain, int logic)
        : this(chain, Enumerable.Repeat(logic, chain.Length).ToArray())
    {
    }

    /// <summary>An operation for each filter.</summary>
    /// <exception cref="ArgumentException">There are not as many operations as filters.</exception>
    public ChainedFilter(Filter[] chain, int[] logicArray)
    {
        if (chain.Length != logicArray.Length)
            throw new ArgumentException($"{chain.Length} filters need as many operations, not {logicArray.Length}", nameof(logicArray));
        this.chain = chain;
        logic = logicArray;
    }

    /// <inheritdoc/>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        var result = new FixedBitSet(context.Reader.MaxDoc);
        // AND and ANDNOT at the beginning restrict everything, OR and XOR add to nothing.
        if (logic.Length > 0 && logic[0] is AND or ANDNOT)
            result.Set(0, result.Length);
        for (int i = 0; i < chain.Length; i++)
        {
            var documents = new FixedBitSet(context.Reader.MaxDoc);
            if (chain[i].GetDocIdSet(context, null)?.GetIterator() is { } docs)
                documents.Or(docs);
            Combine(result, logic[i], documents);
        }
        return BitsFilteredDocIdSet.Wrap(result, acceptDocs);
    }

    /// <inheritdoc/>
    public override string ToString() => $"ChainedFilter: [{string.Join(' ', chain.Select(f => f.ToString()))} ]";

    private static void Combine(FixedBitSet result, int operation, FixedBitSet documents)
    {
        switch (operation)
        {
            case AND:
                result.And(documents);
                break;
            case ANDNOT:
                result.AndNot(documents);
                break;
            case XOR:
                FixedBitSet both = result.Clone();
                both.And(documents);
                result.Or(documents);
                result.AndNot(both);
                break;
            default:
                result.Or(documents);
                break;
        }
    }
}
