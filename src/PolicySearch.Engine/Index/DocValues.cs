using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>A number a document. Not safe for several threads.</summary>
public abstract class NumericDocValues
{
    /// <summary>The document's number; 0 when it has none.</summary>
    public abstract long Get(int docID);
}

/// <summary>A byte string a document. Not safe for several threads.</summary>
public abstract class BinaryDocValues
{
    /// <summary>Puts the document's value into <paramref name="result"/>, which may point into shared memory: change nothing in it. Empty when the document has none.</summary>
    public abstract void Get(int docID, BytesRef result);
}

/// <summary>A byte string a document, kept once and numbered ("ord") in byte order. Not safe for several threads.</summary>
public abstract class SortedDocValues : BinaryDocValues
{
    /// <summary>How many different values there are.</summary>
    public abstract int ValueCount { get; }

    /// <inheritdoc/>
    public override void Get(int docID, BytesRef result)
    {
        int ord = GetOrd(docID);
        if (ord >= 0)
            LookupOrd(ord, result);
        else
            result.Length = 0;
    }

    /// <summary>The number of the document's value, or −1 when it has none.</summary>
    public abstract int GetOrd(int docID);

    /// <summary>The values in order.</summary>
    public virtual TermsEnum GetTermsEnum() => new SortedValuesEnum(this);

    /// <summary>Puts the value of that number, in [0, <see cref="ValueCount"/>), into <paramref name="result"/>.</summary>
    public abstract void LookupOrd(int ord, BytesRef result);

    /// <summary>The number of a value; when there is none, −1 − the number it would have.</summary>
    public virtual int LookupTerm(BytesRef key)
    {
        var spare = new BytesRef();
        int low = 0, high = ValueCount - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            LookupOrd(middle, spare);
            int order = spare.CompareTo(key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1 - low;
    }
}

/// <summary>A set of byte strings a document, kept once and numbered ("ord") in byte order. Not safe for several threads.</summary>
public abstract class SortedSetDocValues
{
    /// <summary>What <see cref="NextOrd"/> returns behind the document's last value.</summary>
    public static readonly long NO_MORE_ORDS = -1;

    /// <summary>How many different values there are.</summary>
    public abstract long ValueCount { get; }

    /// <summary>The values in order.</summary>
    public virtual TermsEnum GetTermsEnum() => new SortedSetValuesEnum(this);

    /// <summary>Puts the value of that number, in [0, <see cref="ValueCount"/>), into <paramref name="result"/>.</summary>
    public abstract void LookupOrd(long ord, BytesRef result);

    /// <summary>The number of a value; when there is none, −1 − the number it would have.</summary>
    public virtual long LookupTerm(BytesRef key)
    {
        var spare = new BytesRef();
        long low = 0, high = ValueCount - 1;
        while (low <= high)
        {
            long middle = (low + high) >>> 1;
            LookupOrd(middle, spare);
            int order = spare.CompareTo(key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1 - low;
    }

    /// <summary>The next number of the document given to <see cref="SetDocument"/>, ascending, then <see cref="NO_MORE_ORDS"/>.</summary>
    public abstract long NextOrd();

    /// <summary>Goes to a document, before its first value.</summary>
    public abstract void SetDocument(int docID);
}
