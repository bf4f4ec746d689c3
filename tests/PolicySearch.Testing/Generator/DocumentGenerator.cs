namespace PolicySearch.Testing.Generator;

/// <summary>
/// A sequence of invented official documents with the truth about each: replies to suggestions and proposals, co-handling opinions and notices of
/// offices all over the country, 2015 to 2025, in the layouts in which such documents come. Document i depends on the seed and on i alone, so
/// that any part of the sequence can be made, by any number of threads, on any machine, with the same bytes. People appear by surname only.
/// Places are real, everything else is invented, save the titles and numbers of the national documents that are cited.
/// </summary>
public sealed class DocumentGenerator
{
    /// <summary>Seed of the documents in corpus/generated.</summary>
    public const ulong DefaultSeed = 20240601;

    private const int FileChannel = 20;

    private readonly ulong seed;
    private readonly Planner planner;

    /// <summary>A generator for one seed.</summary>
    public DocumentGenerator(ulong seed = DefaultSeed)
    {
        this.seed = seed;
        planner = new Planner(seed);
    }

    /// <summary>The first <paramref name="count"/> documents, each made when it is asked for.</summary>
    public IEnumerable<GeneratedDocument> Documents(int count)
    {
        for (int index = 0; index < count; index++)
            yield return Generate(index);
    }

    /// <summary>One document.</summary>
    /// <param name="index">At least 0.</param>
    public GeneratedDocument Generate(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        DocumentPlan plan = planner.Plan(index);
        var draft = new Draft(plan, seed);
        GeneratedTruth truth = plan.IsReply ? ReplyWriter.Write(draft) : NoticeWriter.Write(draft);
        SeededRandom file = SeededRandom.For(seed, index, FileChannel);
        return new GeneratedDocument
        {
            Index = index,
            Text = PageLayout.Apply(draft.Blocks, draft.Form),
            Encoding = file.Next(100) switch { < 70 => GeneratedEncoding.Utf8, < 82 => GeneratedEncoding.Utf8WithMark, _ => GeneratedEncoding.Gb18030 },
            CrLf = file.Chance(25),
            Truth = truth,
            NearDuplicateOf = plan.Base == index ? null : plan.Base,
            SharedParagraphs = draft.Shared,
        };
    }
}
