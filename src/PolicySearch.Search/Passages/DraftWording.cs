using Lucene.Net.Index;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Passages;

/// <summary>A winnowed shingle of a draft and how rare it is.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Position">Where it begins in the wording.</param>
/// <param name="Frequency">Passages of the index that hold it.</param>
/// <param name="Weight">Its inverse passage frequency; 0 when it is not in the index, or so frequent that it is a standing formula.</param>
internal readonly record struct DraftShingle(uint Hash, int Position, int Frequency, double Weight);

/// <summary>
/// The wording of a draft with the rareness of its shingles in an index. What many passages say is a standing formula, whoever wrote it first, and weighs
/// nothing; nor does a run of words that many documents use. Immutable.
/// </summary>
internal sealed class DraftWording
{
    // What this many passages have is no formula, however few documents there are.
    private const int FormulaFrequency = 4;

    private readonly bool[] telling;

    private DraftWording(NormalizedText text, List<DraftShingle> shingles, bool[] telling) => (Text, Shingles, Runs, this.telling) = (text, shingles, new SharedRuns(text), telling);

    /// <summary>The wording.</summary>
    public NormalizedText Text { get; }

    /// <summary>Its winnowed shingles, in order.</summary>
    public IReadOnlyList<DraftShingle> Shingles { get; }

    /// <summary>Compares it with other wordings.</summary>
    public SharedRuns Runs { get; }

    /// <summary>Looks the shingles of a text up.</summary>
    /// <param name="text">The text.</param>
    /// <param name="telling">For each of its characters whether it belongs to a word that few documents use.</param>
    /// <param name="passages">The index of passages.</param>
    /// <param name="documents">How many documents there are: a formula is what more passages have than the square root of that.</param>
    /// <param name="own">Passages of the draft itself that the index holds, 0 or 1 for each shingle.</param>
    public static DraftWording Of(string text, bool[] telling, IndexReader passages, int documents, int own)
    {
        var wording = NormalizedText.Of(text);
        var masked = new bool[text.Length];
        StandingFormulae.Mask(CharacterFolding.Fold(text), masked);
        int count = passages.GetDocCount(PassageSchema.Shingle);
        int formula = Math.Max(FormulaFrequency, (int)Math.Sqrt(documents));
        var shingles = new List<DraftShingle>();
        // A text may say one thing over and over: each hash is looked up once.
        var frequencies = new Dictionary<uint, int>();
        foreach (Shingle shingle in Passages.Shingles.Winnow(wording.Characters))
        {
            if (!frequencies.TryGetValue(shingle.Hash, out int frequency))
                frequencies.Add(shingle.Hash, frequency = passages.DocFreq(new Term(PassageSchema.Shingle, Passages.Shingles.Term(shingle.Hash))));
            (int start, int end) = wording.InText(shingle.Position, shingle.Position + Passages.Shingles.Width);
            bool tells = frequency > own && frequency <= formula && !masked[start] && !masked[end - 1];
            shingles.Add(new(shingle.Hash, shingle.Position, frequency, tells ? Math.Log(1 + (count - frequency + 0.5) / (frequency + 0.5)) : 0));
        }
        return new(wording, shingles, telling);
    }

    /// <summary>Sum of the weights of the shingles that lie inside a run of the draft; 0 when no word in it tells anything.</summary>
    public double WeightOf(SharedRun run)
    {
        (int start, int behind) = Text.InText(run.First, run.First + run.Length);
        if (!telling.AsSpan(start, behind - start).Contains(true))
            return 0;
        double weight = 0;
        int end = run.First + run.Length;
        for (int i = FirstFrom(run.First); i < Shingles.Count && Shingles[i].Position + Passages.Shingles.Width <= end; i++)
            weight += Shingles[i].Weight;
        return weight;
    }

    private int FirstFrom(int position)
    {
        int low = 0, high = Shingles.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Shingles[middle].Position < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
