using Microsoft.AspNetCore.Cors.Infrastructure;

namespace PolicySearch.Api.Embed;

/// <summary>Lets pages of allowed origins ask the API from a browser, and the box's script be loaded by any page.</summary>
internal static class EmbedExtensions
{
    /// <summary>The script's path.</summary>
    public const string Script = "/embed.js";

    // How long a browser need not ask whether it may send a request that is not simple.
    private static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);

    public static void AddEmbed(this IServiceCollection services, EmbedOrigins origins)
    {
        services.AddSingleton(origins);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<RefusedOrigins>();
        services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .SetIsOriginAllowed(origins.Allows).WithMethods("GET").AllowAnyHeader().SetPreflightMaxAge(PreflightAge)));
    }

    /// <summary>Answers to pages of other origins get leave, or are told in the log. Without leave a browser keeps the answer from the page.</summary>
    public static void UseEmbed(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<EmbedOrigins>();
        var refused = app.Services.GetRequiredService<RefusedOrigins>();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), api =>
        {
            api.Use((context, next) =>
            {
                string origin = context.Request.Headers[CorsConstants.Origin].ToString();
                if (origin.Length > 0 && !origins.Allows(origin) && !IsOwn(context.Request, origin))
                    refused.Tell(origin);
                return next(context);
            });
            api.UseCors();
        });
    }

    private static bool IsOwn(HttpRequest request, string origin) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
