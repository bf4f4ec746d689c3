using PolicySearch.Api.Hosting;

namespace PolicySearch.Api.Embed;

/// <summary>Pages of which origins may ask the API from a browser. Immutable; thread-safe.</summary>
internal sealed class EmbedOrigins
{
    private const string Anybody = "*";

    private readonly HashSet<string> origins;

    /// <summary>Reads the setting <c>Embed:Origins</c>: a list, or one text whose parts are separated by ';'.</summary>
    /// <exception cref="SettingsException">An entry is no origin.</exception>
    public EmbedOrigins(IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection("Embed:Origins");
        IEnumerable<string> values = section.GetChildren().Select(child => child.Value ?? "").Append(section.Value ?? "")
            .SelectMany(value => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        origins = values.Select(Canonical).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a page of this origin may ask.</summary>
    public bool Allows(string origin) => origins.Contains(Anybody) || origins.Contains(origin);

    private static string Canonical(string value)
    {
        if (value == Anybody)
            return value;
        bool isOrigin = Uri.TryCreate(value, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0;
        return isOrigin
            ? uri!.GetLeftPart(UriPartial.Authority)
            : throw new SettingsException("Embed:Origins", value, "write origins such as https://intranet.example or http://10.0.0.5:8080, without a path; * allows every page");
    }
}
