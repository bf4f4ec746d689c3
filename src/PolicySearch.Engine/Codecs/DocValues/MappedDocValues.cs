using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>A string a document.</summary>
internal sealed class MappedBinaryValues(MappedStrings strings) : BinaryDocValues
{
    public override void Get(int docID, BytesRef result) => strings.Get(docID, result);
}

/// <summary>The number of a string a document.</summary>
internal sealed class MappedSortedValues(MemoryInput data, MappedStrings strings, PackedNumbers ords) : SortedDocValues
{
    public override int ValueCount => (int)strings.Count;

    public override int GetOrd(int docID)
    {
        long ord = ords.Get(docID);
        if (ord < -1 || ord >= strings.Count)
            data.ThrowCorrupt(data.Position, $"an ord in [-1, {strings.Count})", $"{ord} for document {docID}");
        return (int)ord;
    }

    public override void LookupOrd(int ord, BytesRef result) => strings.Get(ord, result);
}

/// <summary>The numbers of several strings a document.</summary>
internal sealed class MappedSortedSetValues(MemoryInput data, MappedStrings strings, PackedNumbers ords, PackedNumbers ends) : SortedSetDocValues
{
    private long at;
    private long end;

    public override long ValueCount => strings.Count;

    public override void LookupOrd(long ord, BytesRef result) => strings.Get(ord, result);

    public override long NextOrd()
    {
        if (at == end)
            return NO_MORE_ORDS;
        long ord = ords.Get(at++);
        if ((ulong)ord >= (ulong)strings.Count)
            data.ThrowCorrupt(data.Position, $"an ord in [0, {strings.Count})", $"{ord}");
        return ord;
    }

    public override void SetDocument(int docID)
    {
        at = docID == 0 ? 0 : ends.Get(docID - 1);
        end = ends.Get(docID);
        if (at < 0 || at > end || end > ords.Count)
            data.ThrowCorrupt(data.Position, $"ords in [0, {ords.Count}]", $"document {docID} has those from {at} to {end}");
    }
}

/// <summary>A set of at most one value a document.</summary>
internal sealed class SingletonSetValues(SortedDocValues values) : SortedSetDocValues
{
    private long ord = NO_MORE_ORDS;

    public SortedDocValues Single => values;

    public override long ValueCount => values.ValueCount;

    public override void LookupOrd(long ord, BytesRef result) => values.LookupOrd((int)ord, result);

    public override long LookupTerm(BytesRef key) => values.LookupTerm(key);

    public override long NextOrd()
    {
        long result = ord;
        ord = NO_MORE_ORDS;
        return result;
    }

    public override void SetDocument(int docID) => ord = values.GetOrd(docID);
}
