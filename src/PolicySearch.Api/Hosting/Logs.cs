using Serilog;
using Serilog.Extensions.Logging;

namespace PolicySearch.Api.Hosting;

/// <summary>Serilog as the section <c>Serilog</c> of the settings configures it: console and a rolling file.</summary>
internal static class Logs
{
    /// <summary>Sends all logs to Serilog. Relative file paths in its section count from <see cref="ApiSettings.LogFolder"/>.</summary>
    public static void AddLogs(this WebApplicationBuilder builder, ApiSettings settings)
    {
        MakePathsAbsolute(builder.Configuration, settings.LogFolder);
        // A sink that cannot be set up or written must not fall silent.
        Serilog.Debugging.SelfLog.Enable(Console.Error);
        Serilog.Core.Logger logger = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger();
        // Levels are decided in one place, Serilog's section.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        // Through the container, so that the last lines reach the file when the host is disposed.
        builder.Services.AddSingleton<ILoggerProvider>(_ => new SerilogLoggerProvider(logger, dispose: true));
    }

    private static void MakePathsAbsolute(ConfigurationManager configuration, string folder)
    {
        var paths = configuration.GetSection("Serilog").AsEnumerable()
            .Where(setting => setting.Value != null && setting.Key.EndsWith(":Args:path", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach ((string key, string? path) in paths)
            configuration[key] = Path.GetFullPath(Path.Combine(folder, path!));
    }
}
