namespace Lucene.Net.Codecs;

/// <summary>Where one term's postings lie, and how many there are. −1 stands for "none".</summary>
internal struct TermPostings
{
    public int DocFreq;

    /// <summary>Occurrences in all documents; −1 without frequencies.</summary>
    public long TotalTermFreq;

    public long DocStart, PosStart, PayStart;

    /// <summary>Skip list, from <see cref="DocStart"/>.</summary>
    public long SkipOffset;

    /// <summary>The positions that do not fill a block, from <see cref="PosStart"/>.</summary>
    public long LastPosBlockOffset;

    /// <summary>The only document, which then stands here instead of in .doc.</summary>
    public int SingletonDoc;
}
