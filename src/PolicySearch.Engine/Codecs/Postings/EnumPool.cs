using Lucene.Net.Index;

namespace Lucene.Net.Codecs;

/// <summary>
/// A few enumerators of one segment that searches have finished with, so that the next ones need not make their buffers anew.
/// Thread-safe; an enumerator is handed to one thread at a time.
/// </summary>
internal sealed class EnumPool<T>
    where T : DocsEnum
{
    private readonly T?[] slots = new T?[16];

    /// <summary>One for which <paramref name="fits"/> holds, or null.</summary>
    public T? Take(Func<T, FieldInfo, bool> fits, FieldInfo field)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            T? found = slots[i];
            if (found != null && fits(found, field) && Interlocked.CompareExchange(ref slots[i], null, found) == found)
                return found;
        }
        return null;
    }

    /// <summary>Gives one back; when all slots are taken it is dropped.</summary>
    public void Give(T finished)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i] == null && Interlocked.CompareExchange(ref slots[i], finished, null) == null)
                return;
        }
    }
}
