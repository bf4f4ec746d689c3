using Lucene.Net.Index;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Suggesting;

/// <summary>
/// Finds the suggestions for one typed text. Terms lead to candidates, best first; each is compared with what was typed, until there are enough. The work
/// is limited whatever the number of suggestions. For one request.
/// </summary>
internal sealed class SuggestionLookup(IndexReader reader, string typed, int limit)
{
    // Candidates that one request may look at, and those that one way of finding them may.
    private const int Budget = 20_000, BudgetOfOneWay = 3_000;
    private const int MaxParts = 4;

    private readonly List<Found> found = [];
    private readonly HashSet<(SuggestionKind, string)> seen = [];
    private int looked;

    /// <summary>How a suggestion was found, the best way first.</summary>
    private enum Way
    {
        Beginning,
        Inside,
        SoundsLikeBeginning,
        SoundsLikeInside,
    }

    /// <summary>The suggestions, best first.</summary>
    public IReadOnlyList<Suggestion> Find()
    {
        string[] parts = CharacterFolding.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is 0 or > MaxParts)
            return [];
        List<List<TypedPattern>> patterns = [.. parts.Select(TypedPattern.Read)];
        SuggestionReader[] segments = [.. reader.Leaves.Select(leaf => new SuggestionReader(leaf.AtomicReader))];
        foreach (Way way in Enum.GetValues<Way>())
        {
            foreach (SuggestionKind kind in SuggestSchema.Kinds)
                Collect(segments, kind, way, patterns);
        }
        return Choose();
    }

    /// <summary>Candidates come by the first part; all parts decide.</summary>
    private void Collect(SuggestionReader[] segments, SuggestionKind kind, Way way, List<List<TypedPattern>> parts)
    {
        foreach (TypedPattern first in parts[0].Where(pattern => pattern.IsLiteral == way is Way.Beginning or Way.Inside))
        {
            (string field, List<string> terms) = TermsOf(first, way);
            if (terms.Count == 0)
                continue;
            // Parts that can only be characters narrow the candidates too.
            if (way == Way.Inside)
                terms = [.. terms.Concat(parts.Skip(1).Where(part => part.Count == 1).SelectMany(part => Grams(part[0]))).Distinct()];
            foreach (SuggestionReader segment in segments)
                Collect(segment, kind, way, first, parts, SuggestSchema.Of(field, kind), terms);
        }
    }

    private void Collect(SuggestionReader segment, SuggestionKind kind, Way way, TypedPattern first, List<List<TypedPattern>> parts, string field, List<string> terms)
    {
        int taken = 0, lookedHere = 0;
        foreach (int doc in segment.All(field, terms))
        {
            if (taken >= limit || lookedHere++ >= BudgetOfOneWay || looked++ >= Budget)
                return;
            (string text, int count) = segment.Read(doc);
            string folded = CharacterFolding.Fold(text);
            if (!Matches(folded, way, first) || !parts.Skip(1).All(part => part.Exists(pattern => pattern.MatchesIn(folded))))
                continue;
            taken++;
            if (seen.Add((kind, folded)))
                found.Add(new(new(text, kind, count), folded, way));
        }
    }

    private static bool Matches(string folded, Way way, TypedPattern pattern) => way is Way.Beginning or Way.SoundsLikeBeginning
        ? SuggestSchema.Heads(folded).Any(start => pattern.MatchesAt(folded, start))
        : pattern.MatchesIn(folded);

    private static (string Field, List<string> Terms) TermsOf(TypedPattern pattern, Way way)
    {
        switch (way)
        {
            case Way.Beginning:
                return (SuggestSchema.Head, [Text(pattern, SuggestSchema.MaxHead)]);
            case Way.Inside:
                return (SuggestSchema.Gram, Grams(pattern));
            case Way.SoundsLikeBeginning:
                return (SuggestSchema.SoundHead, [Initials(pattern, SuggestSchema.MaxHead)]);
            default:
                return (SuggestSchema.Sound, pattern.Elements.Count < SuggestSchema.MinSound ? [] : [Initials(pattern, SuggestSchema.MaxSound)]);
        }
    }

    private static List<string> Grams(TypedPattern pattern)
    {
        string text = Text(pattern, pattern.Elements.Count);
        return text.Length == 1 ? [text] : [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2)).Distinct()];
    }

    private static string Text(TypedPattern pattern, int length) => string.Concat(pattern.Elements.Take(length).Select(element => element.Text));

    private static string Initials(TypedPattern pattern, int length) => string.Concat(pattern.Elements.Take(length).Select(element =>
        element.IsLetters ? element.Text[0] : SuggestSchema.InitialsOf(element.Text[0])[0]));

    /// <summary>By way and count; of one kind at most half of the list as long as others have something to offer.</summary>
    private List<Suggestion> Choose()
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        List<Found> ranked = [.. found.OrderBy(each => each.Way).ThenByDescending(each => each.Score).ThenBy(each => each.Text, StringComparer.Ordinal).Where(each => texts.Add(each.Folded))];
        var perKind = new int[SuggestSchema.Kinds.Count];
        int quota = Math.Max(2, limit / 2);
        List<Found> chosen = [.. ranked.Where(each => perKind[(int)each.Suggestion.Kind]++ < quota).Take(limit)];
        chosen.AddRange(ranked.Except(chosen).Take(limit - chosen.Count));
        return [.. chosen.OrderBy(each => ranked.IndexOf(each)).Select(each => each.Suggestion)];
    }

    private sealed record Found(Suggestion Suggestion, string Folded, Way Way)
    {
        public string Text => Suggestion.Text;

        // Topics and agencies have far higher counts than titles, whose texts say more.
        public double Score => Math.Log(1 + Suggestion.Count) * (Suggestion.Kind switch
        {
            SuggestionKind.Topic => 1.2,
            SuggestionKind.Policy => 1.2,
            SuggestionKind.Title => 1.5,
            _ => 1,
        });
    }
}
