using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicySearch.Search.Passages;

/// <summary>A stream of terms that are there already, one position each.</summary>
internal sealed class TermList : TokenStream
{
    private readonly IReadOnlyCollection<string> terms;
    private readonly ICharTermAttribute term;
    private IEnumerator<string>? next;

    /// <summary>Streams terms.</summary>
    public TermList(IReadOnlyCollection<string> terms)
    {
        this.terms = terms;
        term = AddAttribute<ICharTermAttribute>();
        AddAttribute<IPositionIncrementAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        next = terms.GetEnumerator();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (next == null || !next.MoveNext())
            return false;
        ClearAttributes();
        term.SetEmpty().Append(next.Current);
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            next?.Dispose();
        base.Dispose(disposing);
    }
}
