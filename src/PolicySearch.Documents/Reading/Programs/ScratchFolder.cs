namespace PolicySearch.Documents.Reading.Programs;

/// <summary>A new empty folder for a program that reads and writes files; deleted when disposed.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policysearch-reading-").FullName;

    public string Combine(string name) => System.IO.Path.Combine(Path, name);

    // A killed program may still hold a file for a moment; what is left then goes with the system's temporary files.
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
        }
    }
}
