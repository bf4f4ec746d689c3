using System.IO;
using Lucene.Net.Store;

namespace Lucene.Net.Index;

/// <summary>The bytes of an index file contradict its format. The message names the file, the offset, what was expected and what was found.</summary>
public class CorruptIndexException : IOException
{
    /// <summary>With a message.</summary>
    public CorruptIndexException(string message) : base(message)
    {
    }

    /// <summary>With a message and the reason.</summary>
    public CorruptIndexException(string message, Exception? ex) : base(message, ex)
    {
    }

    internal CorruptIndexException(string file, long offset, string expected, string found, Exception? reason = null)
        : base(offset < 0 ? $"{file}: expected {expected}, found {found}" : $"{file} @ {offset}: expected {expected}, found {found}", reason)
    {
        File = file;
        Offset = offset;
        Expected = expected;
        Found = found;
    }

    /// <summary>The damaged file's name, without folder; null when it is not known.</summary>
    internal string? File { get; }

    /// <summary>Where the contradiction shows, in bytes from the start of <see cref="File"/>; −1 when it is one between several places.</summary>
    internal long Offset { get; }

    internal string? Expected { get; }

    internal string? Found { get; }
}

/// <summary>The index was written by a later release than this engine reads.</summary>
public class IndexFormatTooNewException : CorruptIndexException
{
    /// <summary>A version beyond [<paramref name="minVersion"/>, <paramref name="maxVersion"/>].</summary>
    public IndexFormatTooNewException(string resourceDesc, int version, int minVersion, int maxVersion)
        : base(resourceDesc, 0, $"a format version in [{minVersion}, {maxVersion}]", $"{version}, which a later release wrote")
    {
    }

    /// <inheritdoc cref="IndexFormatTooNewException(string, int, int, int)"/>
    public IndexFormatTooNewException(DataInput input, int version, int minVersion, int maxVersion)
        : this(input.ToString()!, version, minVersion, maxVersion)
    {
    }
}

/// <summary>The index was written by an earlier release than this engine reads.</summary>
public class IndexFormatTooOldException : CorruptIndexException
{
    /// <summary>A version below [<paramref name="minVersion"/>, <paramref name="maxVersion"/>].</summary>
    public IndexFormatTooOldException(string resourceDesc, int version, int minVersion, int maxVersion)
        : base(resourceDesc, 0, $"a format version in [{minVersion}, {maxVersion}]", $"{version}, which an earlier release wrote")
    {
    }

    /// <inheritdoc cref="IndexFormatTooOldException(string, int, int, int)"/>
    public IndexFormatTooOldException(DataInput input, int version, int minVersion, int maxVersion)
        : this(input.ToString()!, version, minVersion, maxVersion)
    {
    }
}

/// <summary>The directory holds no index.</summary>
public sealed class IndexNotFoundException : FileNotFoundException
{
    /// <summary>With a message.</summary>
    public IndexNotFoundException(string message) : base(message)
    {
    }
}
