namespace Lucene.Net.Store;

/// <summary>Hands everything to another directory; derive from it to change a part of it.</summary>
public class FilterDirectory : Directory
{
    /// <summary>The other directory.</summary>
    protected readonly Directory m_input;

    /// <summary>Hands everything to <paramref name="in"/>, and disposes it when disposed.</summary>
    protected FilterDirectory(Directory @in) => m_input = @in;

    /// <summary>The other directory.</summary>
    public Directory Delegate => m_input;

    /// <inheritdoc/>
    public override LockFactory LockFactory => m_input.LockFactory;

    /// <inheritdoc/>
    public override void ClearLock(string name) => m_input.ClearLock(name);

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context) => m_input.CreateOutput(name, context);

    /// <inheritdoc/>
    public override void DeleteFile(string name) => m_input.DeleteFile(name);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => m_input.Dispose();

    /// <inheritdoc/>
    public override long FileLength(string name) => m_input.FileLength(name);

    /// <inheritdoc/>
    public override string GetLockID() => m_input.GetLockID();

    /// <inheritdoc/>
    public override string[] ListAll() => m_input.ListAll();

    /// <inheritdoc/>
    public override Lock MakeLock(string name) => m_input.MakeLock(name);

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context) => m_input.OpenInput(name, context);

    /// <inheritdoc/>
    public override void SetLockFactory(LockFactory lockFactory) => m_input.SetLockFactory(lockFactory);

    /// <inheritdoc/>
    public override void Sync(ICollection<string> names) => m_input.Sync(names);

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name}({m_input})";

    internal override bool HasFile(string name) => m_input.HasFile(name);

    /// <inheritdoc/>
    protected internal override void EnsureOpen() => m_input.EnsureOpen();
}
