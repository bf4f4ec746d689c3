using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>The documents of a term, with how often it stands in each.</summary>
public abstract class DocsEnum : DocIdSetIterator
{
    /// <summary>How often the term stands in the current document; 1 when the postings hold no frequencies.</summary>
    public abstract int Freq { get; }
}

/// <summary>What will be asked of a <see cref="DocsEnum"/>.</summary>
[Flags]
public enum DocsFlags
{
    /// <summary>Documents alone.</summary>
    NONE = 0,

    /// <summary>Frequencies too.</summary>
    FREQS = 1,
}

/// <summary>The documents of a term, with its positions in each.</summary>
public abstract class DocsAndPositionsEnum : DocsEnum
{
    /// <summary>Behind the last character of the current position; −1 when the postings hold no offsets.</summary>
    public abstract int EndOffset { get; }

    /// <summary>The first character of the current position, in UTF-16 units; −1 when the postings hold no offsets.</summary>
    public abstract int StartOffset { get; }

    /// <summary>What the current position carries, or null. Valid until the next move; not to be changed.</summary>
    public abstract BytesRef? GetPayload();

    /// <summary>Moves to the next position in the document; to be called at most <see cref="DocsEnum.Freq"/> times.</summary>
    public abstract int NextPosition();
}

/// <summary>What will be asked of a <see cref="DocsAndPositionsEnum"/> beside positions.</summary>
[Flags]
public enum DocsAndPositionsFlags
{
    /// <summary>Nothing.</summary>
    NONE = 0,

    /// <summary>Offsets.</summary>
    OFFSETS = 1,

    /// <summary>Payloads.</summary>
    PAYLOADS = 2,
}
