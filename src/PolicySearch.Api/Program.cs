using PolicySearch.Api.Compare;
using PolicySearch.Api.Documents;
using PolicySearch.Api.Embed;
using PolicySearch.Api.Errors;
using PolicySearch.Api.Export;
using PolicySearch.Api.Health;
using PolicySearch.Api.Hosting;
using PolicySearch.Api.Indexing;
using PolicySearch.Api.Policies;
using PolicySearch.Api.Report;
using PolicySearch.Api.Search;
using PolicySearch.Api.Similar;
using PolicySearch.Api.Suggest;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Locations.ContentRoot() });
    var settings = ApiSettings.Read(builder.Configuration, builder.Environment.ContentRootPath);

    builder.AddLogs(settings);
    builder.AddLimits(settings);
    builder.Services.AddJson();
    builder.Services.AddProblems();
    builder.Services.AddApiDescription();
    builder.Services.AddCompression();
    builder.Services.AddEmbed(new EmbedOrigins(builder.Configuration));
    builder.Services.AddIndex(settings);
    builder.Services.AddSimilar();
    builder.Services.AddFirstIndexing();

    var app = builder.Build();

    app.UseRequestLog();
    app.UseSecurityHeaders();
    app.UseResponseCompression();
    app.UseEmbed();
    app.UseProblems();
    app.UsePage();
    app.UseRouting();
    app.UseLimits();

    app.MapHealth();
    app.MapOpenApi("/openapi/{documentName}.json");
    var api = app.MapApi();
    api.MapSearch();
    api.MapDocuments();
    api.MapPolicies();
    api.MapSuggest();
    api.MapCompare();
    api.MapExport();
    api.MapReport();
    api.MapSimilar(settings);

    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartupFailure.Explain(e) is { } explanation)
{
    await Console.Error.WriteLineAsync(explanation);
    return 1;
}
