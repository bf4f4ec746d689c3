using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;

namespace PolicySearch.Api.Hosting;

/// <summary>The page's files and how answers are written.</summary>
internal static class Page
{
    /// <summary>Serves <c>wwwroot</c>, with ETags, <c>index.html</c> at the root.</summary>
    public static void UsePage(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles();
    }

    /// <summary>Brotli and gzip for text. No answer mixes secrets with what a stranger sends, so HTTPS is included.</summary>
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>Hanzi are written as they are; what HTML gives a meaning stays escaped.</summary>
    public static void AddJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(options =>
        options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
}
