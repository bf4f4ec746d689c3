namespace PolicySearch.Indexer.Tests;

/// <summary>What a run of the command line gave.</summary>
internal sealed record ToolResult(int Code, string Output, string Error);

/// <summary>Runs the command line inside the test.</summary>
internal static class Tool
{
    public static ToolResult Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = CommandLine.Run(arguments, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command line that must end well and returns its output.</summary>
    public static string Expect(params string[] arguments)
    {
        ToolResult result = Run(arguments);
        Assert.True(result.Code == 0, $"exit code {result.Code}: {result.Error}");
        return result.Output;
    }
}
