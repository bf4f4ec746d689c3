using PolicySearch.Documents;

namespace PolicySearch.Search.Indexing;

/// <summary>A file to be indexed.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Source">What the document is known by: the corpus folder's name and the path below it, with forward slashes.</param>
/// <param name="Bytes">Its size.</param>
internal readonly record struct CorpusFile(string Path, string Source, long Bytes);

/// <summary>The files of the corpora that were named, in ordinal order of their sources: the same folders give the same list on every machine.</summary>
internal sealed class CorpusFiles
{
    private readonly SortedDictionary<string, CorpusFile> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> roots = new(StringComparer.Ordinal);
    private readonly List<RejectedFile> rejected = [];
    private readonly Func<string, bool> canRead;

    private CorpusFiles(Func<string, bool> canRead) => this.canRead = canRead;

    /// <summary>Files that can be read.</summary>
    public IReadOnlyList<CorpusFile> Files => [.. files.Values];

    /// <summary>Files whose format nothing reads, and those that describe their folder.</summary>
    public int Skipped { get; private set; }

    /// <summary>Folders that could not be listed.</summary>
    public IReadOnlyList<RejectedFile> Rejected => rejected;

    /// <summary>
    /// What a source begins with when its file belongs to one of the named folders: <c>corpus/</c>. Files that were named alone have none, so that
    /// nothing else is taken for gone; nor has a folder part of which could not be listed.
    /// </summary>
    public List<string> Prefixes { get; } = [];

    /// <summary>Lists the corpora.</summary>
    /// <exception cref="ArgumentException">A corpus does not exist, or two have one name.</exception>
    public static CorpusFiles List(IReadOnlyList<string> corpora, IDocumentReader reader)
    {
        var result = new CorpusFiles(reader.CanRead);
        foreach (string corpus in corpora)
            result.Add(corpus);
        return result;
    }

    private void Add(string corpus)
    {
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(corpus));
        if (Directory.Exists(path))
            AddFolder(path);
        else if (File.Exists(path))
            AddFile(path, Path.GetDirectoryName(path)!);
        else
            throw new ArgumentException($"{corpus}: no such file or folder; name a folder with documents, or a document");
    }

    private void AddFolder(string folder)
    {
        ClaimName(folder);
        int before = rejected.Count;
        var pending = new Stack<string>([folder]);
        while (pending.TryPop(out string? current))
        {
            foreach (string entry in Entries(current))
            {
                if (Directory.Exists(entry))
                    Descend(pending, entry);
                else
                    AddFile(entry, folder);
            }
        }
        if (rejected.Count == before)
            Prefixes.Add(NameOf(folder) + "/");
    }

    private static void Descend(Stack<string> pending, string folder)
    {
        bool hidden = Path.GetFileName(folder).StartsWith('.');
        // A link may lead back to where it is.
        bool link = new DirectoryInfo(folder).LinkTarget != null;
        if (!hidden && !link)
            pending.Push(folder);
    }

    private string[] Entries(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            rejected.Add(new(folder, $"the folder cannot be listed ({error.Message}); check its permissions"));
            return [];
        }
    }

    private void AddFile(string path, string root)
    {
        if (Path.GetFileName(path).StartsWith('.'))
            return;
        if (!canRead(path) || DescribesItsFolder(path))
        {
            Skipped++;
            return;
        }
        string source = NameOf(root) + "/" + Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
        if (files.TryGetValue(source, out CorpusFile other) && other.Path != path)
            throw SameName(other.Path, path, source);
        files[source] = new(path, source, SizeOf(path));
    }

    /// <summary>README.md and the like speak of the folder; they are no documents of it.</summary>
    private static bool DescribesItsFolder(string path) => Path.GetFileNameWithoutExtension(path) is "README" or "ORIGIN" or "LICENSE" or "NOTICE";

    private void ClaimName(string folder)
    {
        if (roots.TryGetValue(NameOf(folder), out string? other) && other != folder)
            throw SameName(other, folder, NameOf(folder));
        roots[NameOf(folder)] = folder;
    }

    private static ArgumentException SameName(string first, string second, string name) =>
        new($"{first} and {second} would both be known as '{name}'; rename one, or index them apart");

    private static string NameOf(string folder) => Path.GetFileName(folder) is { Length: > 0 } name ? name : "root";

    private static long SizeOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
