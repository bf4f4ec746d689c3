using System.IO;

namespace PolicySearch.Testing;

/// <summary>Where the repository, and the shared material beside it, lie.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds PolicySearch.sln.</summary>
    /// <exception cref="InvalidOperationException">The test runs outside a checkout.</exception>
    public static string Path { get; } = Find();

    /// <summary>The shared material (<c>../shared</c>); it need not exist.</summary>
    public static string Shared { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "..", "shared"));

    /// <summary>A path below the repository.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>A path below the shared material.</summary>
    public static string InShared(params string[] parts) => System.IO.Path.Combine([Shared, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "PolicySearch.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"no PolicySearch.sln above {AppContext.BaseDirectory}; run the tests from a checkout");
    }
}
