using System.IO;
using Lucene.Net.Analysis.Cn.Smart.Hhmm;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;

namespace Lucene.Net.Analysis.Cn.Smart;

/// <summary>
/// Words of Chinese text, by the most probable sequence of dictionary words in each sentence. Punctuation marks are tokens too, all with the term <c>,</c>;
/// letters are made half-width and small; runs of letters and runs of digits are tokens. Not thread-safe; the dictionary behind it is shared.
/// </summary>
public class HMMChineseTokenizer : SegmentingTokenizerBase
{
    private readonly WordGraph graph = new();
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly ITypeAttribute type;
    private int sentenceStart;

    /// <summary>Reads <paramref name="reader"/>.</summary>
    public HMMChineseTokenizer(TextReader reader)
        : this(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, reader)
    {
    }

    /// <summary>Reads <paramref name="reader"/> with attributes made by <paramref name="factory"/>.</summary>
    public HMMChineseTokenizer(AttributeFactory factory, TextReader reader)
        : base(factory, reader)
    {
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        type = AddAttribute<ITypeAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        graph.Clear();
    }

    internal override int SentenceLength(ReadOnlySpan<char> text) => SentenceBreaks.FirstLength(text);

    /// <inheritdoc/>
    protected override void SetNextSentence(int sentenceStart, int sentenceEnd)
    {
        this.sentenceStart = sentenceStart;
        graph.Split(m_buffer.AsSpan(sentenceStart, sentenceEnd - sentenceStart));
    }

    /// <inheritdoc/>
    protected override bool IncrementWord()
    {
        if (!graph.TryNext(out WordGraph.Word word))
            return false;
        ClearAttributes();
        ReadOnlySpan<char> text = m_buffer.AsSpan(sentenceStart + word.Start, word.End - word.Start);
        char[] buffer = term.Buffer.Length >= text.Length ? term.Buffer : term.ResizeBuffer(text.Length);
        term.Length = Terms.Write(text, buffer);
        int start = m_offset + sentenceStart;
        offset.SetOffset(CorrectOffset(start + word.Start), CorrectOffset(start + word.End));
        type.Type = TypeAttribute.DEFAULT_TYPE;
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        graph.Clear();
        base.Dispose(disposing);
    }
}
