using System.IO.Compression;
using System.Text;

namespace PolicySearch.Documents.Reading;

/// <summary>
/// Tells a file's real format by its first bytes: a page called .doc, a Word document called .pdf and the like are common. Thread-safe.
/// </summary>
internal static class ContentSniffer
{
    private const int Head = 2048;

    /// <summary>
    /// The ending that the bytes deserve (<c>.pdf</c>, <c>.docx</c>, <c>.doc</c>, <c>.rtf</c>, <c>.html</c>, <c>.png</c>, <c>.jpg</c>, <c>.tif</c>, <c>.zip</c>), or null when they say nothing: plain text,
    /// or a format that has no mark.
    /// </summary>
    public static string? ExtensionOf(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> head = content[..Math.Min(content.Length, Head)];
        if (head.StartsWith("PK\x03\x04"u8))
            return InsideZip(content);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return ".doc";
        if (head.StartsWith("{\\rtf"u8))
            return ".rtf";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]))
            return ".png";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return ".jpg";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x49, 0x49, 0x2A, 0x00]) || head.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x4D, 0x00, 0x2A]))
            return ".tif";
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return ".pdf";
        return IsPage(head) ? ".html" : null;
    }

    /// <summary>An old Office container that holds an encrypted document: what a password makes of a .docx.</summary>
    public static bool IsEncryptedOffice(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) && content.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    private static string InsideZip(ReadOnlySpan<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.Ordinal)))
                return ".docx";
            return zip.GetEntry("mimetype") is not null && zip.GetEntry("content.xml") is not null ? ".odt" : ".zip";
        }
        catch (InvalidDataException)
        {
            return ".zip";
        }
    }

    // <!DOCTYPE html, <html, <head, <meta, <script or an XML declaration with <html close behind: also in UTF-16, whose zero bytes are passed over.
    private static bool IsPage(ReadOnlySpan<byte> head)
    {
        if (!head.Contains((byte)'<'))
            return false;
        string text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        while (text.StartsWith("<!--", StringComparison.Ordinal) && text.IndexOf("-->", StringComparison.Ordinal) is int end and > 0)
            text = text[(end + 3)..].TrimStart();
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return text.Contains("<html", StringComparison.OrdinalIgnoreCase);
        foreach (string opening in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<meta", "<body", "<script", "<title"])
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
