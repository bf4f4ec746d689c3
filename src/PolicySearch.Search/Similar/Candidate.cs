using PolicySearch.Documents;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Similar;

/// <summary>A document that may be similar, read from the index.</summary>
internal sealed class Candidate
{
    /// <summary>Reads what is compared of a document.</summary>
    public Candidate(PolicyDocument document, double share)
    {
        Document = document;
        Share = share;
        Wording = NormalizedText.Of(document.Body);
        Hashes = HashesOf(document);
    }

    /// <summary>The document, whole.</summary>
    public PolicyDocument Document { get; }

    /// <summary>Its score as a part of the draft's own, by words alone.</summary>
    public double Share { get; }

    /// <summary>The wording of its body.</summary>
    public NormalizedText Wording { get; }

    /// <summary>The hashes of its running text, courtesy left out.</summary>
    public HashSet<uint> Hashes { get; }

    /// <summary>Long rare runs that it shares with the draft. Set when it is compared.</summary>
    public IReadOnlyList<SharedRun> Runs { get; set; } = [];

    /// <summary>How similar it is, all in all. Set when it is compared.</summary>
    public double Similarity { get; set; }

    /// <summary>Why. Set when it is compared.</summary>
    public Querying.SimilarReasons Reasons { get; set; } = new([], [], null, null, 0);

    private static HashSet<uint> HashesOf(PolicyDocument document)
    {
        var courtesy = new bool[document.Body.Length];
        StandingFormulae.Mask(CharacterFolding.Fold(document.Body), courtesy);
        var hashes = new HashSet<uint>();
        foreach (Paragraph paragraph in document.Paragraphs.Where(paragraph => PassageMapper.IsPassage(paragraph.Kind)))
        {
            NormalizedText wording = NormalizedText.Of(document.Body, paragraph.Start, paragraph.End);
            foreach (Shingle shingle in Shingles.Winnow(wording.Characters))
            {
                if (!courtesy[wording.InText(shingle.Position, shingle.Position + 1).Start])
                    hashes.Add(shingle.Hash);
            }
        }
        return hashes;
    }
}
