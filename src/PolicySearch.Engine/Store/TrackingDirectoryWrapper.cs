namespace Lucene.Net.Store;

/// <summary>Remembers which files were created through it, and not deleted since. The set may be read while other threads create files.</summary>
public sealed class TrackingDirectoryWrapper : FilterDirectory
{
    private readonly HashSet<string> _created = [];

    /// <summary>Watches <paramref name="in"/>.</summary>
    public TrackingDirectoryWrapper(Directory @in)
        : base(@in)
    {
    }

    /// <summary>A copy of the names as they are now.</summary>
    public ISet<string> CreatedFiles
    {
        get
        {
            lock (_created)
                return new HashSet<string>(_created);
        }
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        lock (_created)
            _created.Add(name);
        return m_input.CreateOutput(name, context);
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        m_input.DeleteFile(name);
        lock (_created)
            _created.Remove(name);
    }

    /// <inheritdoc/>
    public override void Copy(Directory to, string src, string dest, IOContext context)
    {
        lock (_created)
            _created.Add(dest);
        m_input.Copy(to, src, dest, context);
    }
}
