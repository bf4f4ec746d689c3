namespace Lucene.Net.Index;

public partial class IndexWriter
{
    /// <summary>The longest term, in bytes of UTF-8: 32,766.</summary>
    public static readonly int MAX_TERM_LENGTH = TermTable.MaxLength;

    /// <summary>Key of a segment's diagnostics: what made it.</summary>
    public static readonly string SOURCE = "source";

    /// <summary>Value of <see cref="SOURCE"/>: added from readers.</summary>
    public static readonly string SOURCE_ADDINDEXES_READERS = "addIndexes(IndexReader...)";

    /// <summary>Value of <see cref="SOURCE"/>: documents that were in memory.</summary>
    public static readonly string SOURCE_FLUSH = "flush";

    /// <summary>Value of <see cref="SOURCE"/>: a merge.</summary>
    public static readonly string SOURCE_MERGE = "merge";

    /// <summary>The lock that keeps a second writer out.</summary>
    public static readonly string WRITE_LOCK_NAME = "write.lock";
}
