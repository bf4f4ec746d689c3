using System.IO.Compression;

namespace PolicySearch.Documents.Reading;

/// <summary>How much a packed document unpacks to. Thread-safe.</summary>
internal static class PackedSize
{
    /// <summary>
    /// Whether the text parts (XML and relations) unpack to more than a limit, or there are more parts than allowed. The sizes in a zip's directory may lie, so the bytes are
    /// counted as they unpack, up to the limit; pictures are never unpacked.
    /// </summary>
    public static bool Exceeds(ZipArchive zip, long maxBytes, int maxEntries)
    {
        if (zip.Entries.Count > maxEntries)
            return true;
        long total = 0;
        byte[] buffer = new byte[81920];
        foreach (ZipArchiveEntry entry in zip.Entries.Where(IsText))
        {
            using Stream stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                total += read;
                if (total > maxBytes)
                    return true;
            }
        }
        return false;
    }

    private static bool IsText(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
