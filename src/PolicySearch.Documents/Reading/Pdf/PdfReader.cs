using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PolicySearch.Documents.Reading.Pdf;

/// <summary>
/// PDF through poppler's <c>pdftotext</c> as a program of its own: text in reading order, a form feed after each page. A page without a text
/// layer (a scan) gives no lines and a warning.
/// </summary>
internal sealed class PdfReader : ISourceReader
{
    private const string Program = "pdftotext";
    private const long MaxTextBytes = 64L << 20;

    private readonly TimeSpan timeLimit;

    /// <param name="timeLimit">How long one file may take before it is given up.</param>
    public PdfReader(TimeSpan timeLimit) => this.timeLimit = timeLimit;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc/>
    public SourceText Read(string path, byte[] content, CancellationToken cancellationToken)
    {
        if (content.AsSpan(0, Math.Min(content.Length, 1024)).IndexOf("%PDF-"u8) < 0)
            throw new UnreadableDocumentException(path, "the file is not a PDF", "give it the ending of its real format");
        string text = Extract(path, content, cancellationToken);
        List<SourceLine> lines = SourceText.Split(text);
        if (lines.All(line => string.IsNullOrWhiteSpace(line.Text)))
            throw new UnreadableDocumentException(path, "the PDF has no text layer (scanned pages)", "run text recognition on it first");
        return new SourceText { Lines = lines, Encoding = "PDF", Warnings = EmptyPages(text) };
    }

    private static IReadOnlyList<string> EmptyPages(string text)
    {
        // Every page ends with a form feed, the last one too.
        string[] pages = text.EndsWith('\f') ? text[..^1].Split('\f') : text.Split('\f');
        int empty = pages.Count(string.IsNullOrWhiteSpace);
        return empty == 0 ? [] : [$"{empty} of {pages.Length} pages hold no text (scanned?)"];
    }

    // The bytes at hand are handed on, not the path: a name may hold anything, and the file may change meanwhile.
    private string Extract(string path, byte[] content, CancellationToken cancellationToken)
    {
        using Process process = Start(path);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeLimit);
        try
        {
            Task<string> output = ReadLimited(process.StandardOutput.BaseStream, limit.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            Feed(process, content);
            string text = output.GetAwaiter().GetResult();
            string complaint = error.GetAwaiter().GetResult();
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            return process.ExitCode == 0 ? text : throw Failure(path, complaint);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableDocumentException(path, $"{Program} took longer than {timeLimit.TotalSeconds:0} s", "open the file in a viewer and save it again, or raise the limit");
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

    private static Process Start(string path)
    {
        var info = new ProcessStartInfo(Program, ["-enc", "UTF-8", "-eol", "unix", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(info) ?? throw new Win32Exception($"{Program} did not start");
        }
        catch (Win32Exception e)
        {
            throw new UnreadableDocumentException(path, $"PDF needs the program {Program}, which is not installed", "apt-get install poppler-utils (Debian), then index again", e);
        }
    }

    // pdftotext may give up before it has read everything; what it says then counts, not the broken pipe.
    private static void Feed(Process process, byte[] content)
    {
        try
        {
            using Stream input = process.StandardInput.BaseStream;
            input.Write(content);
        }
        catch (IOException)
        {
        }
    }

    private static async Task<string> ReadLimited(Stream stream, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        byte[] buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (text.Length + read > MaxTextBytes)
                throw new InvalidDataException($"the PDF holds more than {MaxTextBytes >> 20} MB of text");
            text.Write(buffer, 0, read);
        }
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static UnreadableDocumentException Failure(string path, string complaint)
    {
        string first = complaint.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.Trim() ?? "no reason given";
        return complaint.Contains("assword", StringComparison.Ordinal)
            ? new UnreadableDocumentException(path, "the PDF is protected by a password", "remove the password and index again")
            : new UnreadableDocumentException(path, $"the PDF is damaged ({first})", "fetch it again, or open it in a viewer and save it again");
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
