using System.Globalization;
using System.Text;

namespace PolicySearch.Documents.Tests.Scoring;

/// <summary>Counts, field by field, how found values agree with the truth, and prints them as a Markdown table.</summary>
internal sealed class FieldScores
{
    private readonly Dictionary<string, Score> scores = [];
    private readonly StringBuilder misses = new();

    /// <summary>What one field reached.</summary>
    public sealed class Score
    {
        public int Documents { get; set; }
        public int True { get; set; }
        public int Found { get; set; }
        public int Right { get; set; }
        public int Exact { get; set; }

        /// <summary>Right values among those found; 1 when none was found.</summary>
        public double Precision => Found == 0 ? 1 : (double)Right / Found;

        /// <summary>Right values among those there are; 1 when there are none.</summary>
        public double Recall => True == 0 ? 1 : (double)Right / True;

        /// <summary>Harmonic mean of both.</summary>
        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

        /// <summary>Documents whose field is exactly as it should be, absent ones included.</summary>
        public double ExactShare => Documents == 0 ? 1 : (double)Exact / Documents;
    }

    /// <summary>The score of one field.</summary>
    public Score this[string field] => scores.TryGetValue(field, out Score? score) ? score : scores[field] = new Score();

    /// <summary>Every value that was missed or wrong, one a line.</summary>
    public string Misses => misses.ToString();

    /// <summary>A field with one value or none.</summary>
    public void Add(string field, string document, string? truth, string? found, Func<string, string, bool>? same = null)
    {
        bool right = truth is not null && found is not null && (same ?? string.Equals)(truth, found);
        Count(field, document, truth is null ? 0 : 1, found is null ? 0 : 1, right ? 1 : 0, $"expected {truth ?? "nothing"}, found {found ?? "nothing"}");
    }

    /// <summary>A field with any number of values, in any order.</summary>
    public void AddSet(string field, string document, IReadOnlyCollection<string> truth, IReadOnlyCollection<string> found) =>
        Count(field, document, truth.Count, found.Count, truth.Intersect(found).Count(), $"missing {string.Join(" | ", truth.Except(found))}; extra {string.Join(" | ", found.Except(truth))}");

    /// <summary>The table.</summary>
    public override string ToString()
    {
        var table = new StringBuilder("| field | true | found | right | precision | recall | F1 | exact |\n|---|---|---|---|---|---|---|---|\n");
        foreach ((string field, Score s) in scores)
            table.AppendLine(CultureInfo.InvariantCulture, $"| {field} | {s.True} | {s.Found} | {s.Right} | {s.Precision:P1} | {s.Recall:P1} | {s.F1:P1} | {s.ExactShare:P1} |");
        return table.ToString();
    }

    private void Count(string field, string document, int truth, int found, int right, string miss)
    {
        Score score = this[field];
        score.Documents++;
        score.True += truth;
        score.Found += found;
        score.Right += right;
        bool exact = truth == right && found == right;
        score.Exact += exact ? 1 : 0;
        if (!exact)
            misses.AppendLine(CultureInfo.InvariantCulture, $"{field} {document}: {miss}");
    }
}
