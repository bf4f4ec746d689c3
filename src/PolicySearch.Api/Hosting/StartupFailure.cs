using Microsoft.AspNetCore.Connections;

namespace PolicySearch.Api.Hosting;

/// <summary>Turns what an operator can get wrong at the start into one line; everything else keeps its stack trace.</summary>
internal static class StartupFailure
{
    /// <summary>What is wrong and what to do, or null when the exception is not an operator's matter.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        SettingsException => $"policysearch-api: {exception.Message}",
        IOException { InnerException: AddressInUseException } => $"policysearch-api: {exception.Message.TrimEnd('.')}; stop the other program or choose another address with --urls http://localhost:PORT",
        _ => null,
    };
}
