using System.IO;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>Deleting what nothing needs any more.</summary>
internal static class DirectoryFiles
{
    /// <summary>Deletes a file; false when it is there and cannot be deleted now, as an open file on Windows.</summary>
    public static bool TryDelete(Directory directory, string name)
    {
        try
        {
            directory.DeleteFile(name);
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Deletes all that can be deleted.</summary>
    public static void TryDelete(Directory directory, IEnumerable<string> names)
    {
        foreach (string name in names)
            TryDelete(directory, name);
    }
}
