using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>One of the readers that are merged, and where its live documents go. Documents keep their order.</summary>
internal sealed class MergeSource
{
    private readonly int[]? _newDocs;

    /// <param name="reader">Where documents come from.</param>
    /// <param name="live">Those that are wanted; null for all.</param>
    /// <param name="docBase">The new number of the first.</param>
    public MergeSource(AtomicReader reader, IBits? live, int docBase)
    {
        Reader = reader;
        Live = live;
        DocBase = docBase;
        LiveCount = reader.MaxDoc;
        if (live is null)
            return;
        _newDocs = new int[reader.MaxDoc];
        LiveCount = 0;
        for (int doc = 0; doc < _newDocs.Length; doc++)
            _newDocs[doc] = live.Get(doc) ? docBase + LiveCount++ : -1;
    }

    public AtomicReader Reader { get; }

    public IBits? Live { get; }

    public int DocBase { get; }

    /// <summary>Documents that are merged.</summary>
    public int LiveCount { get; }

    /// <summary>A document's new number; -1 when it is not merged.</summary>
    public int Map(int doc) => _newDocs is null ? DocBase + doc : _newDocs[doc];
}
