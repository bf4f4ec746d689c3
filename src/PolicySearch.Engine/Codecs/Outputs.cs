using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>Opening and closing several outputs without leaking one.</summary>
internal static class Outputs
{
    /// <summary>A file with its header written.</summary>
    public static IndexOutput Create(Directory directory, string name, string codec, int version, IOContext context)
    {
        IndexOutput output = directory.CreateOutput(name, context);
        try
        {
            CodecUtil.WriteHeader(output, codec, version);
            return output;
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    /// <summary>Disposes all, then throws the first error, if any.</summary>
    public static void DisposeAll(params ReadOnlySpan<IDisposable?> outputs)
    {
        Exception? first = null;
        foreach (IDisposable? output in outputs)
        {
            try
            {
                output?.Dispose();
            }
            catch (Exception e)
            {
                first ??= e;
            }
        }
        if (first is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
    }
}
