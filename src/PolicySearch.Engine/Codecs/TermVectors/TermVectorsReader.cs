using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>The term vectors of a segment.</summary>
internal sealed class TermVectorsReader(Directory directory, string segment, Index.FieldInfos fields, int maxDoc) : IDisposable
{
    public Fields? Get(int docID) => throw new NotSupportedException($"term vectors of {docID} of {maxDoc} in {segment}, {fields.Count} fields, {directory}");

    public void CheckIntegrity()
    {
        if (maxDoc < 0)
            throw new NotSupportedException();
    }

    public void Dispose() => GC.KeepAlive(this);
}
