using Lucene.Net.Codecs;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>Doc values of documents that have none, and views of one kind as another.</summary>
public sealed class DocValues
{
    /// <summary>No strings.</summary>
    public static readonly BinaryDocValues EMPTY_BINARY = new EmptyBinary();

    /// <summary>Zeros.</summary>
    public static readonly NumericDocValues EMPTY_NUMERIC = new EmptyNumeric();

    /// <summary>No strings, in order.</summary>
    public static readonly SortedDocValues EMPTY_SORTED = new EmptySorted();

    /// <summary>Empty sets.</summary>
    public static readonly SortedSetDocValues EMPTY_SORTED_SET = new SingletonSetValues(EMPTY_SORTED);

    private DocValues()
    {
    }

    /// <summary>The documents in [0, <paramref name="maxDoc"/>) that have a value; not safe for several threads.</summary>
    public static IBits DocsWithValue(SortedDocValues dv, int maxDoc) => new SortedBits(dv, maxDoc);

    /// <inheritdoc cref="DocsWithValue(SortedDocValues, int)"/>
    public static IBits DocsWithValue(SortedSetDocValues dv, int maxDoc) => new SortedSetBits(dv, maxDoc);

    /// <summary>Single values as sets.</summary>
    public static SortedSetDocValues Singleton(SortedDocValues dv) => new SingletonSetValues(dv);

    /// <summary>The single values that <paramref name="dv"/> shows as sets, or null when documents may have several.</summary>
    public static SortedDocValues? UnwrapSingleton(SortedSetDocValues dv) => (dv as SingletonSetValues)?.Single;

    private sealed class EmptyBinary : BinaryDocValues
    {
        public override void Get(int docID, BytesRef result) => result.Length = 0;
    }

    private sealed class EmptyNumeric : NumericDocValues
    {
        public override long Get(int docID) => 0;
    }

    private sealed class EmptySorted : SortedDocValues
    {
        public override int ValueCount => 0;

        public override int GetOrd(int docID) => -1;

        public override void LookupOrd(int ord, BytesRef result) => throw new ArgumentOutOfRangeException(nameof(ord), ord, "there are no values");
    }

    private sealed class SortedBits(SortedDocValues values, int maxDoc) : IBits
    {
        public int Length => maxDoc;

        public bool Get(int index) => values.GetOrd(index) >= 0;
    }

    private sealed class SortedSetBits(SortedSetDocValues values, int maxDoc) : IBits
    {
        public int Length => maxDoc;

        public bool Get(int index)
        {
            values.SetDocument(index);
            return values.NextOrd() != SortedSetDocValues.NO_MORE_ORDS;
        }
    }
}
