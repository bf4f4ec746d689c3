using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Figures of a field over all segments, deleted documents included.</summary>
public class CollectionStatistics
{
    /// <summary>Figures of a field; −1 where a figure is not stored.</summary>
    public CollectionStatistics(string field, long maxDoc, long docCount, long sumTotalTermFreq, long sumDocFreq)
    {
        Field = field;
        MaxDoc = maxDoc;
        DocCount = docCount;
        SumTotalTermFreq = sumTotalTermFreq;
        SumDocFreq = sumDocFreq;
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>All documents, with and without the field.</summary>
    public long MaxDoc { get; }

    /// <summary>Documents with the field; −1 when not stored.</summary>
    public long DocCount { get; }

    /// <summary>Tokens of the field; −1 when not stored.</summary>
    public long SumTotalTermFreq { get; }

    /// <summary>Postings of the field; −1 when not stored.</summary>
    public long SumDocFreq { get; }
}

/// <summary>Figures of a term over all segments, deleted documents included.</summary>
public class TermStatistics
{
    /// <summary>Figures of a term.</summary>
    public TermStatistics(BytesRef term, long docFreq, long totalTermFreq)
    {
        Term = term;
        DocFreq = docFreq;
        TotalTermFreq = totalTermFreq;
    }

    /// <summary>The term.</summary>
    public BytesRef Term { get; }

    /// <summary>Documents that hold it.</summary>
    public long DocFreq { get; }

    /// <summary>Its occurrences; −1 when not stored.</summary>
    public long TotalTermFreq { get; }
}
