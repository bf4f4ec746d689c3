using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;

namespace PolicySearch.Api.Hosting;

/// <summary>How much one client may ask for, and the group of routes for which this holds.</summary>
internal static class Limits
{
    /// <summary>For routes whose answer may take longer than a search: it is written as the client takes it.</summary>
    public const string LongPolicy = "long";

    private const string Policy = "api";

    // A query of 1,000 Hanzi takes 9,000 bytes in a URL, filters come on top; the server's default is 8 KiB for the whole line.
    private const int RequestLineBytes = 32 << 10;
    private const int RequestBodyBytes = 64 << 10;

    public static void AddLimits(this WebApplicationBuilder builder, ApiSettings settings)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = RequestLineBytes;
            kestrel.Limits.MaxRequestBodySize = RequestBodyBytes;
        });
        builder.Services.AddRequestTimeouts(options =>
        {
            options.AddPolicy(Policy, new RequestTimeoutPolicy { Timeout = settings.RequestTimeout });
            options.AddPolicy(LongPolicy, new RequestTimeoutPolicy { Timeout = settings.ExportTimeout });
        });
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "1";
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress, _ => Bucket(settings.RequestsPerSecond)));
        });
    }

    public static void UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseRequestTimeouts();
    }

    /// <summary>The group of all API routes, with what holds for each of them.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/v1").RequireRateLimiting(Policy);
        group.WithRequestTimeout(Policy);
        group.ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return group;
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond) => new()
    {
        TokenLimit = perSecond * 10,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };
}
