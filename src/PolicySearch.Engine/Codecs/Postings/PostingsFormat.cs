namespace Lucene.Net.Codecs;

/// <summary>
/// Names and sizes of the postings' files. Their grammar, for each term:
/// <code>
/// .doc := Header("Lucene41PostingsWriterDoc", 2), Widths, (Docs, Skips?)^terms, Footer
/// .pos := Header("Lucene41PostingsWriterPos", 2), Positions^terms, Footer
/// .pay := Header("Lucene41PostingsWriterPay", 2), Details^terms, Footer      when positions carry offsets or payloads
/// Widths    := PackedVersion:VInt32, (Format * 32 + width − 1)^32 : how blocks of each width, 1 to 32, are packed; Format 0 or 1
/// Block     := 0:Byte, Value:VInt32 (128 times the same) | Width:Byte, 128 numbers: format 0 as a big-endian stream of bits,
///              format 1 in big-endian Int64s, each filled from its low end
/// Docs      := (Block of gaps, Block of frequencies?)^(df / 128), Tail^(df mod 128); nothing at all for df 1: the terms' file has the document
///   Tail      := gap without frequencies; gap * 2 + 1 for frequency 1; gap * 2, frequency          (VInt32s)
/// Positions := (Block of gaps)^(ttf / 128), Tail^(ttf mod 128)
///   Tail      := gap, or with payloads gap * 2 + (1, PayloadLength when it changes), Byte^PayloadLength; then with offsets
///                gap of starts * 2 + (1, Length when it changes)                                    (VInt32s)
/// Details   := (Block of payload lengths, Sum:VInt32, Byte^Sum)? (Block of gaps of starts, Block of lengths)? for each block of positions
/// Skips     := (Length:VInt64, Level)^(levels − 1) from the highest down, Level 0
///   Level     := (Skip, Child:VInt64 on levels above 0)*; level n has one Skip for every 128 * 8^n documents
///   Skip      := gap of documents, bytes of .doc, with positions: bytes of .pos, positions in the block there, with payloads: their bytes
///                in the block there, with either: bytes of .pay; all VInt32s since the level's last Skip, but the two "in the block"
/// </code>
/// </summary>
internal static class PostingsFormat
{
    public const string TermsCodec = "Lucene41PostingsWriterTerms";
    public const string DocCodec = "Lucene41PostingsWriterDoc";
    public const string PosCodec = "Lucene41PostingsWriterPos";
    public const string PayCodec = "Lucene41PostingsWriterPay";
    public const int Version = 2;
    public const string DocExtension = "doc";
    public const string PosExtension = "pos";
    public const string PayExtension = "pay";

    /// <summary>Numbers in a block.</summary>
    public const int BlockSize = 128;

    /// <summary>Skips of a level that one of the next level spans.</summary>
    public const int SkipMultiplier = 8;

    public const int MaxSkipLevels = 10;
}

/// <summary>
/// Where one term's postings lie. A value: copy it freely.
/// <see cref="Singleton"/> is the only document of a term that has one, else −1. <see cref="LastPosBlockOffset"/>, from
/// <see cref="PosStart"/> to the tail of the positions, is −1 when there is only a tail; <see cref="SkipOffset"/>, from
/// <see cref="DocStart"/>, is −1 when there are no skips. <see cref="TotalTermFreq"/> is −1 without frequencies.
/// </summary>
internal record struct PostingsLocation
{
    public int DocFreq;
    public long TotalTermFreq;
    public long DocStart;
    public long PosStart;
    public long PayStart;
    public int Singleton;
    public long LastPosBlockOffset;
    public long SkipOffset;
}
