namespace Lucene.Net.Search;

/// <summary>Thrown by a collector that has seen enough of a segment; the search goes on with the next one.</summary>
public sealed class CollectionTerminatedException : Exception
{
    /// <summary>Enough of this segment.</summary>
    public CollectionTerminatedException()
        : base("enough of this segment was collected")
    {
    }
}
