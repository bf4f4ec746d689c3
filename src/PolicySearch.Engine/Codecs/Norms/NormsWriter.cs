using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// Writes .nvd and .nvm: one byte per document and field.
/// <code>
/// .nvd := Header, (Norm:Byte per document) per field, Footer
/// .nvm := Header, (Number:VInt32, Kind:Byte = 0 numeric, Start:Int64 in .nvd, Format:Byte = 2 plain bytes)*, -1:VInt32, Footer
/// </code>
/// </summary>
internal sealed class NormsWriter : IDisposable
{
    public const string DataCodec = "Lucene41NormsData";
    public const string MetaCodec = "Lucene41NormsMetadata";
    public const int Version = 2;

    private const byte Numeric = 0, PlainBytes = 2;

    private readonly IndexOutput _data;
    private readonly IndexOutput _meta;

    public NormsWriter(Directory directory, string segment, IOContext context)
    {
        _data = Outputs.Create(directory, IndexFileNames.SegmentFileName(segment, "", "nvd"), DataCodec, Version, context);
        try
        {
            _meta = Outputs.Create(directory, IndexFileNames.SegmentFileName(segment, "", "nvm"), MetaCodec, Version, context);
        }
        catch
        {
            _data.Dispose();
            throw;
        }
    }

    /// <summary>Begins a field; then add one byte for every document.</summary>
    public void StartField(FieldInfo field)
    {
        _meta.WriteVInt32(field.Number);
        _meta.WriteByte(Numeric);
        _meta.WriteInt64(_data.Position);
        _meta.WriteByte(PlainBytes);
    }

    public void Add(ReadOnlySpan<byte> norms) => _data.Write(norms);

    public void Add(byte norm) => _data.WriteByte(norm);

    public void Finish()
    {
        _meta.WriteVInt32(-1);
        CodecUtil.WriteFooter(_meta);
        CodecUtil.WriteFooter(_data);
    }

    public void Dispose() => Outputs.DisposeAll(_data, _meta);
}
