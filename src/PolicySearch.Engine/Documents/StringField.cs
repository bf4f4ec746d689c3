using Lucene.Net.Index;

namespace Lucene.Net.Documents;

/// <summary>Text as one term, without frequencies, positions and norms: identifiers, codes, facet values.</summary>
public sealed class StringField : Field
{
    /// <summary>Indexed as one term, not stored.</summary>
    public static readonly FieldType TYPE_NOT_STORED = Type(stored: false);

    /// <summary>Indexed as one term, stored.</summary>
    public static readonly FieldType TYPE_STORED = Type(stored: true);

    /// <summary>A value.</summary>
    public StringField(string name, string value, Store stored)
        : base(name, value, stored == Store.YES ? TYPE_STORED : TYPE_NOT_STORED)
    {
    }

    private static FieldType Type(bool stored) =>
        new FieldType { IsIndexed = true, IsTokenized = false, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY, IsStored = stored }.Freeze();
}
