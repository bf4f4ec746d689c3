using PolicySearch.Documents;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Similar;

/// <summary>Chooses the passages of a draft and of a candidate that have most in common, and marks it. For one search.</summary>
internal sealed class PassagePairs
{
    private const int MaxPairs = 3;
    private const int MaxLength = 320;
    private const int LeastMarkedRun = 10;

    // A pair must share this much idf in words, or a copied run.
    private const double LeastWorth = 8;
    private const double WorthOfCharacter = 0.5;

    private readonly IReadOnlyList<DraftTerm> terms;
    private readonly List<MatchPattern> patterns;
    private readonly DraftWording wording;
    private readonly string draft;
    private readonly List<Part> draftParts;

    /// <summary>Prepares a draft to be paired with many documents.</summary>
    public PassagePairs(PolicyDocument document, IReadOnlyList<DraftTerm> terms, DraftWording wording)
    {
        (this.terms, this.wording, draft) = (terms, wording, document.Body);
        patterns = [.. terms.Select(term => new MatchPattern(term.Text, null, (float)term.Idf))];
        draftParts = PartsOf(document);
    }

    /// <summary>The best pairs, best first.</summary>
    public List<PassagePair> Choose(Candidate candidate)
    {
        List<Part> parts = PartsOf(candidate.Document);
        List<(TextSpan Draft, TextSpan Document, double Worth)> runs = [.. wording.Runs.With(candidate.Wording, LeastMarkedRun).Select(run => Place(candidate, run))];
        var weighed = new List<(Part Draft, Part Document, double Worth)>();
        foreach (Part mine in draftParts)
        {
            foreach (Part other in parts)
            {
                double worth = Worth(mine, other, runs);
                if (worth >= LeastWorth)
                    weighed.Add((mine, other, worth));
            }
        }
        var chosen = new List<PassagePair>();
        var used = new HashSet<Part>(ReferenceEqualityComparer.Instance);
        foreach ((Part mine, Part other, _) in weighed.OrderByDescending(pair => pair.Worth).ThenBy(pair => pair.Draft.Start).ThenBy(pair => pair.Document.Start))
        {
            if (chosen.Count == MaxPairs)
                break;
            if (!used.Contains(mine) && !used.Contains(other))
                chosen.Add(Show(candidate, mine, other, runs));
            used.Add(mine);
            used.Add(other);
        }
        return chosen;
    }

    private (TextSpan Draft, TextSpan Document, double Worth) Place(Candidate candidate, SharedRun run)
    {
        (int draftStart, int draftEnd) = wording.Text.InText(run.First, run.First + run.Length);
        (int start, int end) = candidate.Wording.InText(run.Second, run.Second + run.Length);
        return (new(draftStart, draftEnd), new(start, end), wording.WeightOf(run) > 0 ? run.Length * WorthOfCharacter : 0);
    }

    private double Worth(Part mine, Part other, List<(TextSpan Draft, TextSpan Document, double Worth)> runs)
    {
        double worth = 0;
        foreach (int term in mine.Terms)
            worth += other.Terms.Contains(term) ? terms[term].Idf : 0;
        foreach ((TextSpan draftSpan, TextSpan span, double copied) in runs)
            worth += mine.Holds(draftSpan) && other.Holds(span) ? copied : 0;
        return worth;
    }

    private PassagePair Show(Candidate candidate, Part mine, Part other, List<(TextSpan Draft, TextSpan Document, double Worth)> runs)
    {
        var shared = mine.Terms.Intersect(other.Terms).ToHashSet();
        var both = runs.Where(run => mine.Holds(run.Draft) && other.Holds(run.Document)).ToList();
        return new(Marked(draft, mine, shared, both.Select(run => run.Draft)), Marked(candidate.Document.Body, other, shared, both.Select(run => run.Document)));
    }

    private static HighlightedText Marked(string body, Part part, HashSet<int> shared, IEnumerable<TextSpan> runs) =>
        PassageText.Cut(body, part.Start, part.End, part.Matches.Where(match => shared.Contains(match.Pattern)).Select(match => match.Span).Concat(runs), MaxLength);

    private List<Part> PartsOf(PolicyDocument document)
    {
        string folded = CharacterFolding.Fold(document.Body);
        List<(TextSpan Span, int Pattern)> matches = MatchPattern.FindAll(folded, patterns);
        var parts = new List<Part>();
        int next = 0;
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            var inside = new List<(TextSpan Span, int Pattern)>();
            for (; next < matches.Count && matches[next].Span.Start < paragraph.End; next++)
            {
                if (matches[next].Span.Start >= paragraph.Start && matches[next].Span.End <= paragraph.End)
                    inside.Add(matches[next]);
            }
            if (PassageMapper.IsPassage(paragraph.Kind))
                parts.Add(new(paragraph.Start, paragraph.End, inside, [.. inside.Select(match => match.Pattern)]));
        }
        return parts;
    }

    private sealed record Part(int Start, int End, List<(TextSpan Span, int Pattern)> Matches, HashSet<int> Terms)
    {
        public bool Holds(TextSpan span) => span.Start < End && span.End > Start;
    }
}
