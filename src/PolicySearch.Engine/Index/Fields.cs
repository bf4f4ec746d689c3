using System.Collections;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>The indexed fields, or those of one document's term vectors, by name in ordinal order.</summary>
public abstract class Fields : IEnumerable<string>
{
    /// <summary>No fields.</summary>
    public static readonly Fields[] EMPTY_ARRAY = [];

    /// <summary>How many fields there are; −1 when that is not known.</summary>
    public abstract int Count { get; }

    /// <summary>The names, in ordinal order.</summary>
    public abstract IEnumerator<string> GetEnumerator();

    /// <summary>The terms of a field, or null when it has none.</summary>
    public abstract Terms? GetTerms(string field);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The terms of a field. Any number of threads may use it.</summary>
public abstract class Terms
{
    /// <summary>No terms.</summary>
    public static readonly Terms[] EMPTY_ARRAY = [];

    /// <summary>The order of the terms: by unsigned bytes.</summary>
    public abstract IComparer<BytesRef> Comparer { get; }

    /// <summary>How many terms there are; −1 when that is not known.</summary>
    public abstract long Count { get; }

    /// <summary>How many documents have a term; −1 when that is not known. Deleted ones count.</summary>
    public abstract int DocCount { get; }

    /// <summary>True when the postings hold frequencies.</summary>
    public abstract bool HasFreqs { get; }

    /// <summary>True when the postings hold offsets.</summary>
    public abstract bool HasOffsets { get; }

    /// <summary>True when positions may carry payloads.</summary>
    public abstract bool HasPayloads { get; }

    /// <summary>True when the postings hold positions.</summary>
    public abstract bool HasPositions { get; }

    /// <summary>Sum of the terms' document frequencies; −1 when that is not known.</summary>
    public abstract long SumDocFreq { get; }

    /// <summary>Sum of the terms' total frequencies; −1 when the postings hold no frequencies.</summary>
    public abstract long SumTotalTermFreq { get; }

    /// <summary>The terms in order, before the first.</summary>
    public abstract TermsEnum GetEnumerator();

    /// <summary>As <see cref="GetEnumerator()"/>, reusing <paramref name="reuse"/> where that is possible.</summary>
    public virtual TermsEnum GetEnumerator(TermsEnum? reuse) => GetEnumerator();
}
