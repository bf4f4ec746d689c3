using System.Collections;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis.Util;

/// <summary>A set of words that is asked with character buffers, without making strings. Reading is thread-safe once it is filled.</summary>
public class CharArraySet : ICollection<string>
{
    /// <summary>The empty set, read-only.</summary>
    public static readonly CharArraySet Empty = new CharArraySet(LuceneVersion.LUCENE_48, 0, false).AsReadOnly();

    private readonly WordSet _words;
    private readonly bool _readOnly;

    /// <summary>An empty set with room for <paramref name="capacity"/> words; with <paramref name="ignoreCase"/>, case does not count.</summary>
    public CharArraySet(LuceneVersion matchVersion, int capacity, bool ignoreCase) =>
        _words = new WordSet(capacity, ignoreCase);

    /// <summary>A set of given words.</summary>
    public CharArraySet(LuceneVersion matchVersion, IEnumerable<string> collection, bool ignoreCase)
        : this(matchVersion, 0, ignoreCase)
    {
        foreach (string word in collection)
            _words.Add(word);
    }

    private CharArraySet(WordSet words, bool readOnly)
    {
        _words = words;
        _readOnly = readOnly;
    }

    /// <summary>Words in the set.</summary>
    public virtual int Count => _words.Count;

    /// <summary>True when the set cannot be changed.</summary>
    public virtual bool IsReadOnly => _readOnly;

    /// <summary>Adds a word; false when it was there.</summary>
    /// <exception cref="NotSupportedException">The set is read-only.</exception>
    public virtual bool Add(string text)
    {
        CheckWritable();
        return _words.Add(text);
    }

    /// <summary>Adds a word; false when it was there.</summary>
    public virtual bool Add(char[] text) => Add(new string(text));

    /// <summary>Whether a word is in the set.</summary>
    public virtual bool Contains(string text) => _words.Contains(text.AsSpan());

    /// <summary>Whether a word is in the set.</summary>
    public virtual bool Contains(char[] text) => Contains(text, 0, text.Length);

    /// <summary>Whether the word in a buffer is in the set.</summary>
    public virtual bool Contains(char[] text, int startIndex, int length) => _words.Contains(text.AsSpan(startIndex, length));

    /// <summary>Removes all words.</summary>
    public virtual void Clear()
    {
        CheckWritable();
        _words.Clear();
    }

    /// <summary>A view on the same words that cannot be changed.</summary>
    public virtual CharArraySet AsReadOnly() => _readOnly ? this : new CharArraySet(_words, readOnly: true);

    /// <summary>Copies all words into <paramref name="array"/>.</summary>
    public void CopyTo(string[] array, int arrayIndex) => _words.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", _words.Words)}]";

    void ICollection<string>.Add(string item) => Add(item);

    bool ICollection<string>.Remove(string item) => throw new NotSupportedException("words cannot be removed one by one");

    IEnumerator<string> IEnumerable<string>.GetEnumerator() => _words.Words.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _words.Words.GetEnumerator();

    private void CheckWritable()
    {
        if (_readOnly)
            throw new NotSupportedException("this set is read-only");
    }
}
