using System.Diagnostics;
using System.Text.Json;

namespace PolicySearch.Api.Tests.Fakes;

/// <summary>Waits for what happens in the background; gives up after a generous while, with what it last saw.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Until a condition holds.</summary>
    public static async Task Holds(Func<bool> condition, Func<string> seen)
    {
        for (long start = Stopwatch.GetTimestamp(); !condition(); await Task.Delay(20))
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, seen());
    }

    /// <summary>Until <c>/health/ready</c> reports this status, and this message if one is given.</summary>
    public static async Task<JsonElement> Health(HttpClient client, string status, string? message = null)
    {
        for (long start = Stopwatch.GetTimestamp(); ; await Task.Delay(20))
        {
            using HttpResponseMessage response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            string body = await response.Content.ReadAsStringAsync();
            JsonElement seen = JsonDocument.Parse(body).RootElement;
            Assert.Equal(seen.Text("status") == "ready", response.IsSuccessStatusCode);
            if (seen.Text("status") == status && (message == null || seen.Text("message") == message))
                return seen;
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, body);
        }
    }
}
