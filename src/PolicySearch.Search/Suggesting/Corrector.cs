using Lucene.Net.Index;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Suggesting;

/// <summary>
/// Proposes other spellings of a query: pieces of its words that sound like a suggestion, or differ from one by a character put in, left out, swapped or
/// mistaken. Whether a proposal finds anything is the caller's matter. The work is limited whatever the query: pieces beyond <see cref="MaxWindows"/>, from its
/// beginning, are left alone. For one request.
/// </summary>
internal sealed class Corrector(DirectoryReader suggestions)
{
    /// <summary>Most pieces that are looked at: those of some thirty Hanzi. In what is longer a slip is one of many reasons to find nothing.</summary>
    internal const int MaxWindows = 200;

    private const int MaxRun = 24, MaxReadings = 4, MaxPerTerm = 12, MaxProposals = 8;

    // How much less a proposal is trusted: it sounds the same, it sounds alike, it looks alike.
    private const double SameSound = 0, LikeSound = 0.5, Near = 1.2;

    private readonly SuggestionReader[] segments = [.. suggestions.Leaves.Select(leaf => new SuggestionReader(leaf.AtomicReader))];
    private readonly Dictionary<Proposal, double> proposals = [];

    /// <summary>Pieces looked at so far.</summary>
    internal int Windows { get; private set; }

    /// <summary>Whole queries with one piece replaced, the most likely first.</summary>
    public IReadOnlyList<(Proposal Proposal, double Weight)> Propose(ParsedQuery query)
    {
        foreach (QueryClause clause in query.Clauses.Where(clause => clause.Occurrence != Occurrence.Forbidden))
        {
            foreach (QueryTerm term in clause.Alternatives.Where(term => term.Kind == TermKind.Word && term.Scope <= QueryScope.Issuer))
                Propose(query, clause, term);
        }
        return [.. proposals.OrderByDescending(each => each.Value).ThenBy(each => each.Key.Query, StringComparer.Ordinal).Take(MaxProposals).Select(each => (each.Key, each.Value))];
    }

    private void Propose(ParsedQuery query, QueryClause clause, QueryTerm term)
    {
        int at = query.Folded.IndexOf(term.Text, clause.Start, StringComparison.Ordinal);
        if (at < 0)
            return;
        for (int start = 0; start < term.Text.Length; start++)
        {
            int end = start;
            while (end < term.Text.Length && end - start < MaxRun && !Pinyin.BuiltIn[term.Text[end]].IsEmpty)
                end++;
            ProposeWindows(query.Folded, at + start, at + end);
            start = Math.Max(start, end);
        }
        if (term.Text.Length <= MaxRun && term.Text.All(char.IsAsciiLetter))
            ProposeSounds(query.Folded, at, term.Text);
    }

    private void ProposeWindows(string query, int from, int to)
    {
        for (int start = from; start < to; start++)
        {
            for (int length = 2; length <= Math.Min(SuggestSchema.MaxCorrection, to - start); length++)
                ProposeFor(query, start, query.Substring(start, length));
        }
    }

    private void ProposeFor(string query, int start, string window)
    {
        if (Windows >= MaxWindows)
            return;
        Windows++;
        if (IsKnown(window))
            return;
        List<string> spelled = Pinyin.BuiltIn.Spell(window, MaxReadings);
        foreach (string sound in spelled)
            Take(query, start, window, SuggestSchema.Spell, sound, SameSound);
        foreach (string sound in spelled.Select(Pinyin.Blur).Distinct(StringComparer.Ordinal))
            Take(query, start, window, SuggestSchema.Blur, sound, LikeSound);
        foreach (string near in SuggestSchema.NearTerms(window).Where(near => near.Length >= 2).Distinct(StringComparer.Ordinal))
            Take(query, start, window, SuggestSchema.Near, near, Near);
    }

    /// <summary>A word of the corpus is not corrected; it may still be part of a longer one that is.</summary>
    private bool IsKnown(string window) => Array.Exists(segments, segment => segment.All(SuggestSchema.Near, [window]).Take(MaxPerTerm)
        .Any(doc => CharacterFolding.Fold(segment.Read(doc).Text) == window));

    private void Take(string query, int start, string window, string field, string term, double distrust)
    {
        foreach (SuggestionReader segment in segments)
        {
            foreach (int doc in segment.All(field, [term]).Take(MaxPerTerm))
            {
                (string text, int count) = segment.Read(doc);
                string folded = CharacterFolding.Fold(text);
                if (folded == window || distrust == Near && !IsNear(window, folded))
                    continue;
                Offer(query, start, window.Length, text, window.Length + 0.5 * Math.Log10(1 + count) - distrust);
            }
        }
    }

    /// <summary>A query in letters is read as pinyin, as in suggestions.</summary>
    private void ProposeSounds(string query, int start, string letters)
    {
        foreach (Suggestion suggestion in new SuggestionLookup(suggestions, letters, MaxProposals / 2).Find())
            Offer(query, start, letters.Length, suggestion.Text, 1 + 0.5 * Math.Log10(1 + suggestion.Count));
    }

    private void Offer(string query, int start, int length, string text, double weight)
    {
        var proposal = new Proposal(query[..start] + text + query[(start + length)..], start, start + text.Length);
        proposals[proposal] = Math.Max(weight, proposals.GetValueOrDefault(proposal, double.MinValue));
    }

    /// <summary>Of two characters one mistaken is another word; only what was left out is looked for then.</summary>
    private static bool IsNear(string window, string other) => other.Length > 2 && IsOneEdit(window, other);

    /// <summary>Whether one character put in, left out or mistaken, or two neighbours swapped, make one of the other.</summary>
    internal static bool IsOneEdit(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        int same = 0;
        while (same < a.Length && same < b.Length && a[same] == b[same])
            same++;
        int tail = 0;
        while (tail < Math.Min(a.Length, b.Length) - same && a[^(tail + 1)] == b[^(tail + 1)])
            tail++;
        int left = a.Length - same - tail, right = b.Length - same - tail;
        return left <= 1 && right <= 1 || left == 2 && right == 2 && a[same] == b[same + 1] && a[same + 1] == b[same];
    }
}

/// <summary>Another spelling of a query.</summary>
/// <param name="Query">The query.</param>
/// <param name="Start">Where the piece that was put in begins in it.</param>
/// <param name="End">Where the piece ends.</param>
internal readonly record struct Proposal(string Query, int Start, int End);
