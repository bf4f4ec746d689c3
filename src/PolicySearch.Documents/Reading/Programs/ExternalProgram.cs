using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PolicySearch.Documents.Reading.Programs;

/// <summary>
/// A program of the system that reads what no library at hand does. It gets bytes, never a name from outside, and is held to a time limit and
/// sizes of memory and output. Thread-safe.
/// </summary>
/// <param name="name">The program, found on PATH.</param>
/// <param name="purpose">What needs it, for messages: "PDF".</param>
/// <param name="package">The Debian package that brings it.</param>
/// <param name="options">How long it may work on one file, and with how much memory.</param>
internal sealed class ExternalProgram(string name, string purpose, string package, ReadingOptions options)
{
    private const long MaxOutputBytes = 64L << 20;

    private static readonly string? Limiter = OnPath("prlimit");

    /// <summary>Exit code and what was printed.</summary>
    internal readonly record struct Result(int ExitCode, string Output, string Error);

    /// <summary>Runs the program once.</summary>
    /// <param name="path">The document at hand, for messages only.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from standard input; may be empty.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="UnreadableDocumentException">It is not installed, took too long, or printed too much.</exception>
    public Result Run(string path, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        using Process process = Start(path, arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.ProgramTimeLimit);
        try
        {
            return Communicate(process, input, limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableDocumentException(path, $"{name} took longer than {options.ProgramTimeLimit.TotalSeconds:0} s", "open the file in its own program and save it again, or raise the limit");
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableDocumentException(path, e.Message, "split the file", e);
        }
        finally
        {
            Stop(process);
        }
    }

    private Process Start(string path, IEnumerable<string> arguments)
    {
        string program = OnPath(name) ?? throw Missing(path);
        var info = new ProcessStartInfo(Limiter ?? program, Limiter is null ? arguments : [$"--as={options.MaxProgramBytes}", program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            return Process.Start(info) ?? throw new Win32Exception($"{name} did not start");
        }
        catch (Win32Exception e)
        {
            throw Missing(path, e);
        }
    }

    private UnreadableDocumentException Missing(string path, Exception? cause = null) =>
        new(path, $"{purpose} needs the program {name}, which is not installed", $"apt-get install {package} (Debian), then index again", cause);

    private static string? OnPath(string program)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".com"] : [program];
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    private async Task<Result> Communicate(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        Task<string> output = ReadLimited(process.StandardOutput.BaseStream, cancellation);
        Task<string> error = ReadLimited(process.StandardError.BaseStream, cancellation);
        await Feed(process, input, cancellation).ConfigureAwait(false);
        string printed = await output.ConfigureAwait(false);
        string complaint = await error.ConfigureAwait(false);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return new Result(process.ExitCode, printed, complaint);
    }

    // The program may give up before it has read everything; what it says then counts, not the broken pipe.
    private static async Task Feed(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        try
        {
            using Stream stream = process.StandardInput.BaseStream;
            await stream.WriteAsync(input, cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
        }
    }

    private async Task<string> ReadLimited(Stream stream, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        byte[] buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
        {
            if (text.Length + read > MaxOutputBytes)
                throw new InvalidDataException($"{name} gives more than {MaxOutputBytes >> 20} MB of text");
            text.Write(buffer, 0, read);
        }
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static void Stop(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
        }
    }
}
