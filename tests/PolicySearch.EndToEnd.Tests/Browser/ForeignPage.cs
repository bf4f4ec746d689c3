using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>A page of somebody else's site, on a port of its own and with a strict content security policy, that holds what a test puts into it.</summary>
internal sealed class ForeignPage : IAsyncDisposable
{
    private readonly WebApplication app;
    private string body = "", allowed = "'none'";

    private ForeignPage()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/", context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src {allowed}; connect-src {allowed}; form-action {allowed}";
            return context.Response.WriteAsync($"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>内网门户</title></head><body><main><h1>内网门户</h1>{body}</main></body></html>");
        });
    }

    /// <summary>The page's address, and its origin.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The origin as browsers send it.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public static async Task<ForeignPage> StartAsync()
    {
        var page = new ForeignPage();
        await page.app.StartAsync();
        page.Address = new Uri(page.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return page;
    }

    /// <summary>Puts boxes of a service into the page: the script once, then the elements with these attributes.</summary>
    public void Embed(Uri service, params string[] attributes)
    {
        string host = service.GetLeftPart(UriPartial.Authority);
        allowed = host;
        body = $"<script src=\"{host}/embed.js\" defer></script>" + string.Concat(attributes.Select(each => $"<policy-search endpoint=\"{host}\" {each}></policy-search>"));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
