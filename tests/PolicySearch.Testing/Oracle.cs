using System.Diagnostics;
using System.IO;

namespace PolicySearch.Testing;

/// <summary>Runs the jobs of <c>../shared/oracle</c>: Apache Lucene for Java as the reference.</summary>
public static class Oracle
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(20);

    /// <summary>Runs a job of Lucene 4.10 (<c>tokens</c>, <c>check</c>, <c>dump</c>, <c>write</c>, <c>search</c>) and returns what it printed.</summary>
    /// <exception cref="OracleException">It did not end with exit code 0; the message holds what it printed.</exception>
    public static string Run(params string[] arguments) => Start("oracle", arguments, null);

    /// <summary>Runs a job of Lucene 8 (<c>tokens</c>, <c>bench</c>) and returns what it printed.</summary>
    /// <exception cref="OracleException">It did not end with exit code 0; the message holds what it printed.</exception>
    public static string Run8(params string[] arguments) => Start("oracle8", arguments, Environment.GetEnvironmentVariable("LUCENE8_JARS"));

    /// <summary>CheckIndex's report when the index is clean.</summary>
    /// <exception cref="OracleException">The index is not clean.</exception>
    public static string AssertClean(string indexFolder) => Run("check", indexFolder);

    private static string Start(string program, string[] arguments, string? jars)
    {
        var info = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        info.ArgumentList.Add(RepositoryRoot.InShared("oracle", program));
        foreach (string argument in arguments)
            info.ArgumentList.Add(argument);
        if (jars != null)
            info.Environment["LUCENE_JARS"] = jars;
        using Process process = Process.Start(info)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeLimit))
        {
            process.Kill(entireProcessTree: true);
            throw new OracleException($"{program} {string.Join(' ', arguments)}: no end after {TimeLimit}");
        }
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new OracleException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}\n{output.Result}\n{error.Result}");
        return output.Result;
    }
}

/// <summary>A job of the oracle failed.</summary>
public sealed class OracleException(string message) : Exception(message);
