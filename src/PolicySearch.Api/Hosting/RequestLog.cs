using System.Diagnostics;

namespace PolicySearch.Api.Hosting;

/// <summary>What a handler wants in the request's log line beside method, path, status and time.</summary>
internal sealed class RequestFacts
{
    /// <summary>What the user typed, null when the request is no search.</summary>
    public string? Query { get; set; }

    /// <summary>Filters as facet name → values; null when the request is no search.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Filters { get; set; }

    /// <summary>Documents found, null when nothing was searched.</summary>
    public long? Hits { get; set; }
}

/// <summary>One structured line per request; of its sender nothing but the query. Pages and health probes are logged at Debug.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var facts = new RequestFacts();
        context.Features.Set(facts);
        long start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Write(context, facts, Stopwatch.GetElapsedTime(start));
        }
    }

    private void Write(HttpContext context, RequestFacts facts, TimeSpan elapsed)
    {
        int status = context.Response.StatusCode;
        double milliseconds = Math.Round(elapsed.TotalMilliseconds, 1);
        string path = OneLine(context.Request.Path.Value ?? "");
        LogLevel level = Level(path, status);
        if (facts.Query is null)
            logger.Log(level, "{Method} {Path} {Status} in {ElapsedMs} ms", context.Request.Method, path, status, milliseconds);
        else
            logger.Log(level, "{Method} {Path} {Status} in {ElapsedMs} ms: query {Query}, filters {@Filters}, {Hits} hits",
                context.Request.Method, path, status, milliseconds, OneLine(facts.Query), facts.Filters, facts.Hits);
    }

    private static LogLevel Level(string path, int status) => status switch
    {
        >= 500 and not StatusCodes.Status503ServiceUnavailable => LogLevel.Error,
        _ when path.StartsWith("/api/", StringComparison.Ordinal) => LogLevel.Information,
        _ => LogLevel.Debug,
    };

    /// <summary>Control characters become blanks: a query must not be able to write log lines of its own.</summary>
    internal static string OneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}

/// <summary>Puts <see cref="RequestLog"/> into the pipeline and lets handlers reach it.</summary>
internal static class RequestLogExtensions
{
    public static void UseRequestLog(this WebApplication app) => app.UseMiddleware<RequestLog>();

    /// <summary>The facts of this request's log line.</summary>
    public static RequestFacts LogFacts(this HttpContext context) => context.Features.Get<RequestFacts>() ?? throw new InvalidOperationException("UseRequestLog must come first");
}
