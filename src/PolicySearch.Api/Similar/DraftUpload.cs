using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PolicySearch.Api.Errors;
using PolicySearch.Api.Hosting;
using PolicySearch.Documents;

namespace PolicySearch.Api.Similar;

/// <summary>
/// Reads a draft out of a request: text or JSON as it is, or a file (multipart/form-data with the field <c>file</c>, or the raw bytes). A file goes
/// through the reader that the indexer uses, from a temporary folder of its own that is deleted afterwards. Thread-safe.
/// </summary>
internal sealed class DraftUpload(IDocumentReader reader, ApiSettings settings, ILogger<DraftUpload> logger)
{
    /// <summary>
    /// What the server takes in before it cuts the connection, as a multiple of the limit. A request between the two is read to its end and thrown away:
    /// a client that is cut off while sending does not see why.
    /// </summary>
    public const int Patience = 4;

    // A paragraph is small.
    private const long MaxTextBytes = 256 << 10;

    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/plain"] = ".txt",
        ["text/html"] = ".html",
        ["application/pdf"] = ".pdf",
        ["application/msword"] = ".doc",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/rtf"] = ".rtf",
        ["application/vnd.ms-works"] = ".wps",
    };

    /// <summary>The draft, or what is wrong with the request.</summary>
    /// <exception cref="OperationCanceledException">The client has gone, or the time is up.</exception>
    public async Task<(PolicyDocument? Draft, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        (byte[] content, string ending, ProblemHttpResult? problem) = await ReceiveAsync(request, settings.MaxUploadBytes, cancellation);
        return problem is not null ? (null, problem) : await Task.Run(() => Understand(content, ending, cancellation), cancellation);
    }

    /// <summary>The text of a request that may hold nothing else, or what is wrong with it.</summary>
    public async Task<(string? Text, ProblemHttpResult? Problem)> ReadTextAsync(HttpRequest request, CancellationToken cancellation)
    {
        (byte[] content, string ending, ProblemHttpResult? problem) = await ReceiveAsync(request, MaxTextBytes, cancellation);
        if (problem is not null || ending != ".txt")
            return (null, problem ?? Unsupported(ending));
        string text = Encoding.UTF8.GetString(content);
        return string.IsNullOrWhiteSpace(text) ? (null, NoText()) : (text, null);
    }

    private async Task<(byte[] Content, string Ending, ProblemHttpResult? Problem)> ReceiveAsync(HttpRequest request, long most, CancellationToken cancellation)
    {
        try
        {
            return await Receive(request, most, cancellation);
        }
        catch (BadHttpRequestException error)
        {
            return ([], "", error.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge(settings.MaxUploadBytes) : Broken());
        }
        catch (InvalidDataException)
        {
            // A form that is too large and one that is none are told apart by the size alone.
            return ([], "", request.ContentLength is null ? TooLarge(most) : Broken());
        }
        catch (IOException)
        {
            return ([], "", Broken());
        }
    }

    private async Task<(byte[] Content, string Ending, ProblemHttpResult? Problem)> Receive(HttpRequest request, long most, CancellationToken cancellation)
    {
        if (request.ContentLength > most)
        {
            await request.Body.CopyToAsync(Stream.Null, cancellation);
            return ([], "", TooLarge(most));
        }
        string type = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? parsed) ? parsed.MediaType.ToString() : "text/plain";
        if (request.HasFormContentType)
            return await FromForm(request, most, cancellation);
        if (await ReadBody(request.Body, most, cancellation) is not { } body)
            return ([], "", TooLarge(most));
        if (type == "application/json")
            return FromJson(body);
        return Endings.TryGetValue(type, out string? ending) && reader.CanRead("draft" + ending) ? (body, ending, null) : ([], "", Unsupported(type));
    }

    /// <summary>Null when it is longer than allowed; then it has been read to its end all the same.</summary>
    private static async Task<byte[]?> ReadBody(Stream body, long most, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 14];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (content.Length + read > most)
            {
                await body.CopyToAsync(Stream.Null, cancellation);
                return null;
            }
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }

    private async Task<(byte[] Content, string Ending, ProblemHttpResult? Problem)> FromForm(HttpRequest request, long most, CancellationToken cancellation)
    {
        IFormCollection form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most, ValueLengthLimit = (int)most, ValueCountLimit = 8, KeyLengthLimit = 100 }, cancellation);
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
            return FromText(form["text"].ToString());
        string ending = Path.GetExtension(file.FileName);
        if (ending.Length is 0 or > 8 || !reader.CanRead("draft" + ending))
            return ([], "", Unsupported(ending));
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        return (content.ToArray(), ending, null);
    }

    private static (byte[] Content, string Ending, ProblemHttpResult? Problem) FromJson(byte[] body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String
                ? FromText(text.GetString()!)
                : ([], "", Problems.Bad("JSON 里应有字符串 text，例如 {\"text\": \"关于……\"}。"));
        }
        catch (JsonException)
        {
            return ([], "", Problems.Bad("请求体不是完整的 JSON。"));
        }
    }

    private static (byte[] Content, string Ending, ProblemHttpResult? Problem) FromText(string text) => (Encoding.UTF8.GetBytes(text), ".txt", null);

    private (PolicyDocument? Draft, ProblemHttpResult? Problem) Understand(byte[] content, string ending, CancellationToken cancellation)
    {
        if (content.AsSpan().TrimEnd(" \t\r\n"u8).IsEmpty)
            return (null, NoText());
        DirectoryInfo folder = Directory.CreateTempSubdirectory("policysearch-draft-");
        try
        {
            // Never the client's name: it might lead elsewhere.
            string path = Path.Combine(folder.FullName, "draft" + ending);
            File.WriteAllBytes(path, content);
            return (reader.Read(path, "draft" + ending, cancellation), null);
        }
        catch (UnreadableDocumentException)
        {
            return (null, Problems.Unreadable());
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // A fault of a reader or of a library below it: to who sent the file it is one that cannot be read.
            logger.LogError(error, "A file that was sent, {Ending}, could not be understood", ending);
            return (null, Problems.Unreadable());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProblemHttpResult Broken() => Problems.Bad("请求体不完整或格式有误，请重新提交。");

    private static ProblemHttpResult NoText() => Problems.Bad("没有收到文字，请粘贴草稿或建议、提案的内容，或选择一份文件。");

    private static ProblemHttpResult TooLarge(long most) => Problems.Result(StatusCodes.Status413PayloadTooLarge, "too-large", "文件或文字过大",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"最大 {most / 1048576.0:0.##} MB，请拆分后再提交，或只粘贴正文。"));

    private static ProblemHttpResult Unsupported(string type) => Problems.Result(StatusCodes.Status415UnsupportedMediaType, "unsupported-file", "不支持这种文件",
        $"无法读取“{(type.Length > 80 ? type[..80] : type)}”，请提交 txt、html、docx、doc、wps、rtf 或 pdf 文件，或直接粘贴文字。");
}
