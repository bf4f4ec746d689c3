using System.Diagnostics;

namespace PolicySearch.Benchmarks.Versus;

/// <summary>Runs other programs to their end.</summary>
internal static class Processes
{
    /// <summary>What a program printed.</summary>
    /// <exception cref="InvalidOperationException">It did not end with exit code 0; the message holds what it printed.</exception>
    public static string Output(string program, string[] arguments, string? folder = null)
    {
        var info = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        foreach (string argument in arguments)
            info.ArgumentList.Add(argument);
        using Process process = Process.Start(info)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result.Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}\n{output.Result}\n{error.Result}");
    }
}
