using System.Diagnostics;
using System.Globalization;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>A process that runs <see cref="CrashingWriter"/>. Killed at the latest when disposed.</summary>
internal sealed class ChildWriter : IDisposable
{
    private readonly Process _process;
    private int _last;

    private ChildWriter(Process process) => _process = process;

    public static ChildWriter Start(string path)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        info.ArgumentList.Add("exec");
        info.ArgumentList.Add(typeof(CrashingWriter).Assembly.Location);
        info.ArgumentList.Add(CrashingWriter.Verb);
        info.ArgumentList.Add(path);
        return new ChildWriter(Process.Start(info)!);
    }

    /// <summary>Returns once its first commit has.</summary>
    public void WaitForCommit()
    {
        string? line = _process.StandardOutput.ReadLine();
        Assert.NotNull(line);
        _last = int.Parse(line, CultureInfo.InvariantCulture);
    }

    /// <summary>Kills it (SIGKILL on Unix). The number that it printed last: operations whose commit returned.</summary>
    public int Kill()
    {
        _process.Kill();
        // The last line may have been cut.
        while (_process.StandardOutput.ReadLine() is { } next)
            _last = int.TryParse(next, out int number) && number > _last ? number : _last;
        _process.WaitForExit();
        return _last;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}
