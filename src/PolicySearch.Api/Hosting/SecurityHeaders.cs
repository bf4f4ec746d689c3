using PolicySearch.Api.Embed;

namespace PolicySearch.Api.Hosting;

/// <summary>Headers that tell browsers to load and run nothing but the page's own files.</summary>
internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /// <summary>Set when the answer starts, because an exception's answer begins with the headers cleared.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Add(context.Response.Headers);
            if (context.Request.Path == EmbedExtensions.Script)
                AddForOthers(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>The box's script is loaded by pages elsewhere, each time anew; a few minutes spare the question whether it has changed.</summary>
    private static void AddForOthers(IHeaderDictionary headers)
    {
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = "public, max-age=300";
    }

    private static void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        // Answers change with every commit of the index; files are asked about again and mostly answered by 304.
        headers.CacheControl = "no-cache";
    }
}
