namespace PolicySearch.Api.Hosting;

/// <summary>Finds the program's folders whatever the working folder is.</summary>
internal static class Locations
{
    /// <summary>
    /// The folder with <c>wwwroot</c> and <c>appsettings.json</c>: the project's in a checkout, the program's own when published;
    /// null leaves the choice to the host, as tests do.
    /// </summary>
    public static string? ContentRoot() => Above(AppContext.BaseDirectory, folder => File.Exists(Path.Combine(folder, "wwwroot", "index.html")));

    /// <summary>What relative paths in the settings count from: the repository's root in a checkout, else <paramref name="contentRoot"/>.</summary>
    public static string Home(string contentRoot) => Above(contentRoot, folder => File.Exists(Path.Combine(folder, "PolicySearch.sln"))) ?? contentRoot;

    private static string? Above(string start, Predicate<string> found)
    {
        for (DirectoryInfo? folder = new(start); folder != null; folder = folder.Parent)
        {
            if (found(folder.FullName))
                return folder.FullName;
        }
        return null;
    }
}
