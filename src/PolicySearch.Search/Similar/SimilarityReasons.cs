using PolicySearch.Documents;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Similar;

/// <summary>Compares candidates with one draft: how similar they are beyond their words, and why. For one search.</summary>
internal sealed class SimilarityReasons(PolicyDocument draft, IReadOnlyList<DraftTerm> terms, DraftWording wording)
{
    // A run this long that is no formula was copied.
    private const int LeastRun = 16;
    private const int MaxTerms = 12;

    // Part of what is missing to 1 that a sign closes.
    private const double ForPolicy = 0.04, MostForPolicies = 0.12, ForTopic = 0.08, ForUpperTopic = 0.04, ForLevel = 0.02;

    private readonly HashSet<string> policies = [.. draft.Citations.SelectMany(Names)];
    private readonly string? level = LevelOf(draft);
    private readonly double whole = terms.Sum(term => term.Weight);

    /// <summary>Fills in what a candidate shares with the draft and how similar that makes it.</summary>
    public void Compare(Candidate candidate)
    {
        PolicyDocument document = candidate.Document;
        candidate.Runs = [.. wording.Runs.With(candidate.Wording, LeastRun).Where(run => wording.WeightOf(run) > 0)];
        int copied = candidate.Runs.Sum(run => run.Length);
        Citation[] shared = [.. document.Citations.Where(citation => Names(citation).Any(policies.Contains))];
        string? topic = SharedTopic(document);
        bool sameLevel = level != null && LevelOf(document) == level;
        string folded = CharacterFolding.Fold(document.Body);
        DraftTerm[] words = [.. terms.Where(term => folded.Contains(term.Text, StringComparison.Ordinal))];
        candidate.Reasons = new([.. words.Take(MaxTerms).Select(term => term.Text)], shared, topic, sameLevel ? level : null, copied);
        double copiedShare = Math.Min(1, (double)copied / Math.Max(1, Math.Min(wording.Text.Length, candidate.Wording.Length)));
        // A score may exceed the draft's own, since a short text says the same words more densely; who has not all of them is not the same.
        double covered = whole > 0 ? words.Sum(term => term.Weight) / whole : 0;
        double share = Math.Min(candidate.Share, (1 + covered) / 2);
        // Each sign closes a part of what is missing to 1, so that many signs do not make all alike.
        double missing = (1 - share) * (1 - copiedShare) * (1 - Math.Min(MostForPolicies, shared.Length * ForPolicy)) * (1 - TopicWorth(topic)) * (1 - (sameLevel ? ForLevel : 0));
        candidate.Similarity = Math.Clamp(1 - missing, 0, 1);
    }

    private static double TopicWorth(string? topic) => topic == null ? 0 : topic.Contains('/', StringComparison.Ordinal) ? ForTopic : ForUpperTopic;

    private string? SharedTopic(PolicyDocument document)
    {
        string? best = null;
        foreach (string mine in draft.Topics)
        {
            foreach (string other in document.Topics)
            {
                string common = CommonPath(mine, other);
                if (common.Length > (best?.Length ?? 0))
                    best = common;
            }
        }
        return best;
    }

    private static string CommonPath(string first, string second)
    {
        string[] a = first.Split('/'), b = second.Split('/');
        return string.Join('/', a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First));
    }

    /// <summary>What a citation is known by: its number, and its title without its issuer's name, blanks and marks.</summary>
    private static IEnumerable<string> Names(Citation citation)
    {
        if (citation.DocumentNumber is { } number)
            yield return number;
        if (citation.Title is { } title)
            yield return "《" + NormalizedText.Of(title).Characters.ToString();
    }

    private static string? LevelOf(PolicyDocument document) =>
        document.County != null ? "县级" : document.City != null && document.City != document.Province ? "市级" : document.Province != null ? "省级" : null;
}
