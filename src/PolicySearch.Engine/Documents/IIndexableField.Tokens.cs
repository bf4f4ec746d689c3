using Lucene.Net.Analysis;

namespace Lucene.Net.Index;

public partial interface IIndexableField
{
    /// <inheritdoc cref="GetStringValue()"/>
    string? GetStringValue(IFormatProvider? provider);

    /// <inheritdoc cref="GetStringValue()"/>
    string? GetStringValue(string? format);

    /// <inheritdoc cref="GetStringValue()"/>
    string? GetStringValue(string? format, IFormatProvider? provider);

    /// <summary>The tokens to index; null when the field is not indexed.</summary>
    TokenStream? GetTokenStream(Analyzer analyzer);
}
