using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Indexing;

/// <summary>Whether an index was made by this version of the schema.</summary>
internal static class IndexVersion
{
    /// <summary>Checks what is kept with a commit.</summary>
    /// <exception cref="IndexUnavailableException">The index was made by another version.</exception>
    public static void Require(IDictionary<string, string> commitData, string indexFolder)
    {
        if (commitData.TryGetValue(PolicySchema.VersionKey, out string? version) && version == PolicySchema.Version)
            return;
        throw new IndexUnavailableException(
            $"{indexFolder}: the index has schema version {version ?? "(none)"}, this program needs {PolicySchema.Version}; build it anew: policysearch index CORPUS --index {indexFolder} --rebuild");
    }
}
