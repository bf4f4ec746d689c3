using Lucene.Net.Analysis;

namespace PolicySearch.Search.Schema.Analysis;

/// <summary>Folds what a tokenizer reads (<see cref="CharacterFolding"/>). The length stays, and so does every offset.</summary>
internal sealed class FoldingReader(TextReader input) : CharFilter(input)
{
    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        int read = m_input.Read(buffer, index, count);
        if (read > 0)
            CharacterFolding.Fold(buffer.AsSpan(index, read));
        return read;
    }

    /// <inheritdoc/>
    protected override int Correct(int currentOff) => currentOff;
}
