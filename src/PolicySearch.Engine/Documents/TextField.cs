using System.IO;
using Lucene.Net.Analysis;

namespace Lucene.Net.Documents;

/// <summary>Text for the analyzer, with positions and norms.</summary>
public sealed class TextField : Field
{
    /// <summary>Indexed, tokenized, not stored.</summary>
    public static readonly FieldType TYPE_NOT_STORED = new FieldType { IsIndexed = true }.Freeze();

    /// <summary>Indexed, tokenized, stored.</summary>
    public static readonly FieldType TYPE_STORED = new FieldType { IsIndexed = true, IsStored = true }.Freeze();

    /// <summary>Text from a reader, not stored.</summary>
    public TextField(string name, TextReader reader)
        : base(name, reader, TYPE_NOT_STORED)
    {
    }

    /// <summary>Tokens made elsewhere, not stored.</summary>
    public TextField(string name, TokenStream stream)
        : base(name, stream, TYPE_NOT_STORED)
    {
    }

    /// <summary>Text.</summary>
    public TextField(string name, string value, Store store)
        : base(name, value, store == Store.YES ? TYPE_STORED : TYPE_NOT_STORED)
    {
    }
}
