using Lucene.Net.Analysis;
using Lucene.Net.Index;
using PolicySearch.Documents;
using PolicySearch.Documents.Regions;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Similar;

/// <summary>A word that tells what a draft is about.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Frequency">How often the draft uses it; a use in the title counts as several.</param>
/// <param name="Idf">Inverse document frequency in the index.</param>
/// <param name="InTitle">Whether the title or 案由 has it.</param>
internal readonly record struct DraftTerm(string Text, int Frequency, double Idf, bool InTitle)
{
    /// <summary>How much it tells.</summary>
    public double Weight => (1 + Math.Log(Frequency)) * Idf;
}

/// <summary>
/// The words of a document that tell it from others: those that few others use. Left out are words that many documents use, standing formulae, places (a
/// precedent from elsewhere is as good), numbers, single characters, and what the letterhead and the foot say. Immutable.
/// </summary>
internal sealed class DraftTerms
{
    /// <summary>Most words that are compared.</summary>
    private const int Most = 40;

    private const int TitleUses = 3;

    // A word that more of the documents use says nothing about the matter. In a small corpus a few documents may be all there are on a matter.
    private const double CommonShare = 0.12;
    private const int CommonFrequency = 4;

    private DraftTerms(IReadOnlyList<DraftTerm> top, bool[] telling) => (Top, Telling) = (top, telling);

    /// <summary>The words that tell most, weightiest first.</summary>
    public IReadOnlyList<DraftTerm> Top { get; }

    /// <summary>For every character of the body whether it belongs to a telling word, one of the top or not.</summary>
    public bool[] Telling { get; }

    /// <summary>Looks a document's words up.</summary>
    /// <param name="document">The draft.</param>
    /// <param name="documents">The index.</param>
    /// <param name="analyzer">Its token chain.</param>
    /// <param name="isIndexed">Whether the index holds the draft itself.</param>
    public static DraftTerms Of(PolicyDocument document, IndexReader documents, Analyzer analyzer, bool isIndexed)
    {
        List<AnalyzedToken> body = Words(document.Body, MaskedBody(document), analyzer);
        var uses = new Dictionary<string, (int Count, bool InTitle)>(StringComparer.Ordinal);
        foreach (AnalyzedToken word in body)
            uses[word.Term] = (uses.GetValueOrDefault(word.Term).Count + 1, false);
        foreach (string title in ((string?[])[document.Title, document.Subject]).OfType<string>().Distinct())
        {
            foreach (AnalyzedToken word in Words(title, Masked(title), analyzer))
                uses[word.Term] = (uses.GetValueOrDefault(word.Term).Count + TitleUses, true);
        }
        Dictionary<string, DraftTerm> telling = LookUp(uses, documents, isIndexed ? 1 : 0);
        return new([.. telling.Values.OrderByDescending(term => term.Weight).ThenBy(term => term.Text, StringComparer.Ordinal).Take(Most)], Mask(document.Body.Length, body, telling));
    }

    private static Dictionary<string, DraftTerm> LookUp(Dictionary<string, (int Count, bool InTitle)> uses, IndexReader documents, int own)
    {
        int total = documents.GetDocCount(PolicySchema.Body);
        int common = (int)Math.Max(CommonFrequency, total * CommonShare);
        var telling = new Dictionary<string, DraftTerm>(StringComparer.Ordinal);
        foreach ((string word, (int count, bool inTitle)) in uses)
        {
            int frequency = documents.DocFreq(new Term(PolicySchema.Body, word));
            if (frequency > own && frequency <= common)
                telling.Add(word, new(word, count, Math.Log(1 + (total - frequency + 0.5) / (frequency + 0.5)), inTitle));
        }
        return telling;
    }

    private static bool[] Mask(int length, List<AnalyzedToken> words, Dictionary<string, DraftTerm> telling)
    {
        var mask = new bool[length];
        foreach (AnalyzedToken word in words)
        {
            if (telling.ContainsKey(word.Term))
                mask.AsSpan(word.Start, word.End - word.Start).Fill(true);
        }
        return mask;
    }

    /// <summary>The words of a text that could tell something. A compound stands in place of its pieces.</summary>
    private static List<AnalyzedToken> Words(string text, bool[] masked, Analyzer analyzer)
    {
        var words = new List<AnalyzedToken>();
        int covered = 0;
        List<AnalyzedToken> tokens = AnalyzedToken.Read(analyzer, PolicySchema.Body, text);
        for (int i = 0; i < tokens.Count; i++)
        {
            AnalyzedToken token = tokens[i];
            for (; i + 1 < tokens.Count && tokens[i + 1].Increment == 0; i++)
                token = tokens[i + 1].End > token.End ? tokens[i + 1] : token;
            if (token.Start < covered || !CouldTell(token.Term) || masked[token.Start] || masked[token.End - 1])
                continue;
            covered = token.End;
            words.Add(token);
        }
        return words;
    }

    private static bool[] MaskedBody(PolicyDocument document)
    {
        bool[] masked = Masked(document.Body);
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            if (paragraph.Kind is ParagraphKind.Header or ParagraphKind.Addressee or ParagraphKind.Signature or ParagraphKind.Footer or ParagraphKind.Form or ParagraphKind.Title)
                masked.AsSpan(paragraph.Start, paragraph.End - paragraph.Start).Fill(true);
        }
        return masked;
    }

    private static bool[] Masked(string text)
    {
        var masked = new bool[text.Length];
        StandingFormulae.Mask(CharacterFolding.Fold(text), masked);
        foreach (RegionMention place in RegionScanner.Default.Scan(text, shortNames: true))
            masked.AsSpan(place.Start, place.End - place.Start).Fill(true);
        return masked;
    }

    private static bool CouldTell(string term) => term.Length > 1 && !term.Any(char.IsDigit);
}
