using System.Globalization;
using PolicySearch.Search.Exporting;

namespace PolicySearch.Api.Hosting;

/// <summary>
/// What can be set, in <c>appsettings.json</c>, the environment (<c>Limits__RequestsPerSecond=50</c>) or on the command line
/// (<c>--Index /srv/index</c>); the later wins. Read once at the start; immutable.
/// </summary>
/// <param name="Home">Absolute folder that relative paths count from.</param>
/// <param name="Corpora">Folders or files that the first start indexes, absolute. Setting <c>Corpus</c>, several parted by ';'.</param>
/// <param name="IndexFolder">Where the index lies, absolute. Setting <c>Index</c>.</param>
/// <param name="LexiconFile">Own compounds beside the built-in ones, absolute, or null. Setting <c>Lexicon</c>; <c>policysearch index --lexicon</c> must name the same file.</param>
/// <param name="SynonymFile">Own names of one thing beside the built-in ones, absolute, or null. Setting <c>Synonyms</c>; read anew when it is edited.</param>
/// <param name="LogFolder">Where log files are written, absolute. Setting <c>Logs</c>.</param>
/// <param name="RequestsPerSecond">API requests that one address may make per second in the long run, 1 to 100,000. Default 20; ten times as many at once.</param>
/// <param name="RequestTimeout">After how long an API request is given up, 0.1 to 600 seconds. Default 10 s.</param>
/// <param name="MaxUploadBytes">Largest file that may be sent to be compared, in bytes. Setting <c>Limits:UploadMegabytes</c>, 0.1 to 200; default 10.</param>
/// <param name="ExportRows">Most documents in one exported file, 1 to 1,000,000. Setting <c>Limits:ExportRows</c>. Default 10,000; what is beyond is left out, and the file says so.</param>
/// <param name="ExportTimeout">After how long an export is given up, 1 to 3,600 seconds. Setting <c>Limits:ExportTimeoutSeconds</c>. Default 120 s.</param>
internal sealed record ApiSettings(string Home, IReadOnlyList<string> Corpora, string IndexFolder, string? LexiconFile, string? SynonymFile, string LogFolder, int RequestsPerSecond, TimeSpan RequestTimeout,
    int ExportRows, TimeSpan ExportTimeout, long MaxUploadBytes)
{
    /// <exception cref="SettingsException">A setting cannot be used; the message names it, its value and what is allowed.</exception>
    public static ApiSettings Read(IConfiguration configuration, string contentRoot)
    {
        string home = Locations.Home(contentRoot);
        CheckUrls(configuration["Urls"]);
        return new ApiSettings(
            home,
            Corpus(configuration["Corpus"] ?? "corpus", home),
            Folder("Index", configuration["Index"] ?? "index", home),
            OptionalFile("Lexicon", configuration["Lexicon"], home),
            OptionalFile("Synonyms", configuration["Synonyms"], home),
            Folder("Logs", configuration["Logs"] ?? "logs", home),
            (int)Number(configuration, "Limits:RequestsPerSecond", 20, 1, 100_000),
            TimeSpan.FromSeconds(Number(configuration, "Limits:TimeoutSeconds", 10, 0.1, 600)),
            (int)Number(configuration, "Limits:ExportRows", 10_000, 1, ResultSet.MaxLimit),
            TimeSpan.FromSeconds(Number(configuration, "Limits:ExportTimeoutSeconds", 120, 1, 3_600)),
            (long)(Number(configuration, "Limits:UploadMegabytes", 10, 0.1, 200) * (1 << 20)));
    }

    private static List<string> Corpus(string value, string home)
    {
        var folders = value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(path => Absolute("Corpus", path, home)).ToList();
        return folders.Count > 0 ? folders : throw new SettingsException("Corpus", value, "name the folder that holds the documents, several parted by ';'");
    }

    private static string Folder(string name, string value, string home)
    {
        string folder = Absolute(name, value, home);
        return File.Exists(folder) ? throw new SettingsException(name, value, "this is a file; name a folder") : folder;
    }

    private static string? OptionalFile(string name, string? value, string home)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        string file = Absolute(name, value, home);
        return File.Exists(file) ? file : throw new SettingsException(name, value, "there is no such file; name one, or leave the setting empty");
    }

    private static string Absolute(string name, string path, string home)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new SettingsException(name, path, "name a folder");
        return Path.GetFullPath(Path.Combine(home, path));
    }

    private static double Number(IConfiguration configuration, string name, double absent, double least, double most)
    {
        if (configuration[name] is not { } text)
            return absent;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most
            ? value
            : throw new SettingsException(name, text, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most} is allowed"));
    }

    private static void CheckUrls(string? urls)
    {
        foreach (string url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(url))
                throw new SettingsException("Urls", url, "write an address such as http://localhost:5080, several parted by ';'");
        }
    }

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.Host.Length > 0 && address.Port is >= 0 and <= 65535;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>A setting that cannot be used.</summary>
internal sealed class SettingsException(string name, string value, string allowed) : Exception($"setting {name} = '{value}': {allowed}");
