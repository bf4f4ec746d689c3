using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Similar;

/// <summary>
/// Finds where the wording of a text has been used before: passages that share rare shingles are read, what they share is told character by character,
/// and those that share the same part of the text are uses of one wording. For one search.
/// </summary>
internal sealed class PassageReuse(SearchedState state)
{
    private const int MaxRead = 400;
    private const int LeastRun = 16;
    private const int MaxPassage = 600;

    // Two passages use one wording when the parts of the text that they share overlap by so much of the shorter.
    private const double SameWording = 0.6;

    private readonly Dictionary<long, PolicyDocument?> documents = [];

    /// <summary>Finds.</summary>
    public PassageResponse Find(string text, int size)
    {
        var clock = Stopwatch.StartNew();
        bool cut = text.Length > PassageResponse.MaxTextLength;
        string looked = cut ? text[..PassageResponse.MaxTextLength] : text;
        (_, DraftWording wording) = state.Read(new PolicyDocument { Id = "", Source = "", Kind = "", Body = looked }, isIndexed: false);
        var uses = new List<Use>();
        foreach (PassageRef passage in state.Finder.ByWording(wording, MaxRead))
        {
            state.Cancellation.ThrowIfCancellationRequested();
            if (Verify(wording, passage) is { } use)
                uses.Add(use);
        }
        return new()
        {
            Wordings = [.. Group(uses).OrderByDescending(group => group.Max(use => use.Score)).ThenBy(group => group[0].Span.Start).Take(size).Select(Summary)],
            Notices = cut ? [$"文字过长，只比对了前 {PassageResponse.MaxTextLength} 个字符。"] : [],
            Took = clock.Elapsed,
        };
    }

    private Use? Verify(DraftWording wording, PassageRef passage)
    {
        if (DocumentOf(passage.Parent) is not { } document || passage.Start + passage.Length > document.Body.Length)
            return null;
        NormalizedText other = NormalizedText.Of(document.Body, passage.Start, passage.Start + passage.Length);
        List<SharedRun> runs = wording.Runs.With(other, LeastRun);
        double score = runs.Sum(wording.WeightOf);
        if (score <= 0)
            return null;
        SharedRun main = runs.MaxBy(wording.WeightOf);
        (int start, int end) = wording.Text.InText(main.First, main.First + main.Length);
        IEnumerable<TextSpan> marks = runs.Select(run => other.InText(run.Second, run.Second + run.Length)).Select(span => new TextSpan(span.Start, span.End));
        return new(document, passage, new(start, end), score, PassageText.Cut(document.Body, passage.Start, passage.Start + passage.Length, marks, MaxPassage));
    }

    private PolicyDocument? DocumentOf(long parent)
    {
        if (documents.TryGetValue(parent, out PolicyDocument? known))
            return known;
        TopDocs found = state.Documents.Search(new TermQuery(new Term(PolicySchema.Id, PolicySchema.IdText(parent))), 1);
        PolicyDocument? document = null;
        if (found.TotalHits > 0)
        {
            var stored = state.Documents.Doc(found.ScoreDocs[0].Doc, StoredDocument.HitFields);
            document = StoredDocument.ReadRecord(stored) with { Body = StoredDocument.ReadBody(stored) };
        }
        return documents[parent] = document;
    }

    /// <summary>Uses of one wording together; the best of each was found first.</summary>
    private static List<List<Use>> Group(List<Use> uses)
    {
        var groups = new List<List<Use>>();
        foreach (Use use in uses.OrderByDescending(use => use.Score))
        {
            List<Use>? group = groups.Find(known => Overlap(known[0].Span, use.Span) >= SameWording);
            if (group == null)
                groups.Add(group = []);
            group.Add(use);
        }
        return groups;
    }

    private static double Overlap(TextSpan first, TextSpan second)
    {
        int common = Math.Min(first.End, second.End) - Math.Max(first.Start, second.Start);
        return (double)common / Math.Min(first.End - first.Start, second.End - second.Start);
    }

    private static ReusedWording Summary(List<Use> group)
    {
        Use[] byDate = [.. group.OrderBy(use => use.Passage.Date == 0 ? int.MaxValue : use.Passage.Date).ThenBy(use => use.Document.Id, StringComparer.Ordinal).ThenBy(use => use.Passage.Start)];
        return new(
            group[0].Span.Start, group[0].Span.End, group[0].Score, byDate[0].Document.IssueDate,
            [.. byDate.Take(ReusedWording.MaxUses).Select(use => new WordingUse(use.Document with { Body = "" }, use.Shown))], byDate.Length);
    }

    private sealed record Use(PolicyDocument Document, PassageRef Passage, TextSpan Span, double Score, HighlightedText Shown);
}
