namespace Lucene.Net.Index;

/// <summary>What is known of one field of one document once all its tokens were seen: the norm is computed from it.</summary>
public sealed class FieldInvertState
{
    /// <summary>A field without tokens.</summary>
    public FieldInvertState(string name) => Name = name;

    /// <summary>A field with tokens.</summary>
    public FieldInvertState(string name, int position, int length, int numOverlap, int offset, float boost)
    {
        Name = name;
        Position = position;
        Length = length;
        NumOverlap = numOverlap;
        Offset = offset;
        Boost = boost;
    }

    /// <summary>The field.</summary>
    public string Name { get; }

    /// <summary>The boost of the field. Default 1.</summary>
    public float Boost { get; set; } = 1f;

    /// <summary>Tokens.</summary>
    public int Length { get; set; }

    /// <summary>Tokens at the position of the one before.</summary>
    public int NumOverlap { get; set; }

    /// <summary>The most occurrences of one term.</summary>
    public int MaxTermFrequency { get; internal set; }

    /// <summary>Where the last token ends, in UTF-16 units.</summary>
    public int Offset { get; internal set; }

    /// <summary>The last position.</summary>
    public int Position { get; internal set; }

    /// <summary>Different terms.</summary>
    public int UniqueTermCount { get; internal set; }
}
