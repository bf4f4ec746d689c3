namespace Lucene.Net.Util;

/// <summary>A reference that can be set once. Thread-safe.</summary>
public sealed class SetOnce<T> where T : class
{
    private T? _value;
    private int _set;

    /// <summary>Not set yet.</summary>
    public SetOnce()
    {
    }

    /// <summary>Already set.</summary>
    public SetOnce(T obj) => Set(obj);

    /// <summary>The object, or null.</summary>
    public T? Get() => Volatile.Read(ref _value);

    /// <summary>Sets the object.</summary>
    /// <exception cref="AlreadySetException">It was set before.</exception>
    public void Set(T obj)
    {
        if (Interlocked.Exchange(ref _set, 1) != 0)
            throw new AlreadySetException();
        Volatile.Write(ref _value, obj);
    }

    /// <summary>A copy with the same object.</summary>
    public object Clone() => Get() is { } value ? new SetOnce<T>(value) : new SetOnce<T>();
}

/// <summary>A <see cref="SetOnce{T}"/> was set twice.</summary>
public sealed class AlreadySetException : InvalidOperationException
{
    /// <summary>The usual message.</summary>
    public AlreadySetException()
        : base("the object can be set only once")
    {
    }
}
