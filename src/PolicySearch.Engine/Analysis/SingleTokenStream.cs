using Lucene.Net.Analysis.TokenAttributes;

namespace Lucene.Net.Analysis;

/// <summary>One token: all of a string, unanalyzed.</summary>
internal sealed class SingleTokenStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private string _text = "";
    private bool _used = true;

    public SingleTokenStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    public void SetValue(string text) => _text = text;

    public override bool IncrementToken()
    {
        if (_used)
            return false;
        ClearAttributes();
        _term.Append(_text);
        _offset.SetOffset(0, _text.Length);
        return _used = true;
    }

    public override void End()
    {
        base.End();
        _offset.SetOffset(_text.Length, _text.Length);
    }

    public override void Reset() => _used = false;
}
