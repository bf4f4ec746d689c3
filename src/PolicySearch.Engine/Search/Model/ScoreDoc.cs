namespace Lucene.Net.Search;

/// <summary>A hit.</summary>
public class ScoreDoc
{
    /// <summary>A hit of a single index.</summary>
    public ScoreDoc(int doc, float score)
        : this(doc, score, -1)
    {
    }

    /// <summary>A hit of one index of several.</summary>
    public ScoreDoc(int doc, float score, int shardIndex)
    {
        Doc = doc;
        Score = score;
        ShardIndex = shardIndex;
    }

    /// <summary>The document's number over all segments.</summary>
    public int Doc { get; set; }

    /// <summary>Its score; NaN where scores were not asked for.</summary>
    public float Score { get; set; }

    /// <summary>Which index, counted as given to <see cref="TopDocs.Merge(Sort?, int, TopDocs[])"/>; −1 for a single index.</summary>
    public int ShardIndex { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"doc={Doc} score={ScoreText.Of(Score)} shardIndex={ShardIndex}";
}

/// <summary>A hit of a sorted search, with the values that it was sorted by.</summary>
public class FieldDoc : ScoreDoc
{
    /// <summary>The values, one for each sort field: a number, a <see cref="Util.BytesRef"/>, or null for none.</summary>
    public object?[]? Fields;

    /// <summary>A hit without values.</summary>
    public FieldDoc(int doc, float score)
        : base(doc, score)
    {
    }

    /// <summary>A hit of a single index.</summary>
    public FieldDoc(int doc, float score, object?[]? fields)
        : base(doc, score) => Fields = fields;

    /// <summary>A hit of one index of several.</summary>
    public FieldDoc(int doc, float score, object?[]? fields, int shardIndex)
        : base(doc, score, shardIndex) => Fields = fields;

    /// <inheritdoc/>
    public override string ToString() => $"{base.ToString()} fields=[{string.Join(", ", Fields ?? [])}]";
}
