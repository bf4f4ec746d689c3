using System.IO;

namespace Lucene.Net.Analysis;

/// <summary>A reader that changes text on its way to the tokenizer and maps offsets back to the original.</summary>
public abstract class CharFilter : TextReader
{
    /// <summary>The original text, or another filter.</summary>
    protected internal readonly TextReader m_input;

    /// <summary>Filters <paramref name="input"/> and owns it.</summary>
    protected CharFilter(TextReader input) => m_input = input;

    /// <summary>Maps an offset behind this filter to one before it.</summary>
    protected abstract int Correct(int currentOff);

    /// <summary>Maps an offset behind this filter to one in the original text, through all filters.</summary>
    public int CorrectOffset(int currentOff)
    {
        int corrected = Correct(currentOff);
        return m_input is CharFilter inner ? inner.CorrectOffset(corrected) : corrected;
    }

    /// <inheritdoc/>
    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 1 ? one[0] : -1;
    }

    /// <inheritdoc/>
    public abstract override int Read(char[] buffer, int index, int count);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            m_input.Dispose();
        base.Dispose(disposing);
    }
}
