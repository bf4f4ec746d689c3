using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>Knows which files were synced since they were last written: only those are sure to survive a power cut.</summary>
internal sealed class PowerCutDirectory : FilterDirectory
{
    private readonly System.Threading.Lock _lock = new();
    private readonly HashSet<string> _synced;

    public PowerCutDirectory()
        : this(new RAMDirectory())
    {
    }

    private PowerCutDirectory(RAMDirectory files)
        : base(files) => _synced = [.. files.ListAll()];

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        lock (_lock)
            _synced.Remove(name);
        return base.CreateOutput(name, context);
    }

    public override void DeleteFile(string name)
    {
        base.DeleteFile(name);
        lock (_lock)
            _synced.Remove(name);
    }

    public override void Sync(ICollection<string> names)
    {
        base.Sync(names);
        lock (_lock)
            _synced.UnionWith(names);
    }

    /// <summary>What is found after a power cut now: synced files whole; of each other file all, a part, or nothing.</summary>
    public PowerCutDirectory Cut(Random random)
    {
        var after = new RAMDirectory();
        lock (_lock)
        {
            foreach (string name in ListAll().Order(StringComparer.Ordinal))
                CopySurviving(name, after, random);
        }
        return new PowerCutDirectory(after);
    }

    private void CopySurviving(string name, RAMDirectory after, Random random)
    {
        int fate = _synced.Contains(name) ? 0 : random.Next(3);
        if (fate == 2)
            return;
        using IndexInput input = OpenInput(name, IOContext.READ_ONCE);
        using IndexOutput output = after.CreateOutput(name, IOContext.DEFAULT);
        output.CopyBytes(input, fate == 0 ? input.Length : random.NextInt64(input.Length + 1));
    }
}
