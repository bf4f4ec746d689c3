namespace PolicySearch.Testing.Generator;

/// <summary>What a block of a draft is, for the layout.</summary>
internal enum BlockKind
{
    /// <summary>Stands on a line of its own, never wrapped.</summary>
    Line,
    /// <summary>A line of the title.</summary>
    Title,
    /// <summary>A heading on a line of its own.</summary>
    Heading,
    /// <summary>Running text, indented and wrapped.</summary>
    Paragraph,
    /// <summary>A paragraph that begins with a bold run-in of <see cref="Block.Bold"/> characters.</summary>
    RunIn,
}

/// <summary>One block of a document before its layout.</summary>
/// <param name="Bold">How many characters at the beginning stand in bold, where the layout knows bold.</param>
internal readonly record struct Block(BlockKind Kind, string Text, int Bold = 0);

/// <summary>A document being written: its blocks in order, and the truth that they print. Used by one thread.</summary>
internal sealed class Draft(DocumentPlan plan, ulong seed)
{
    private const int FormChannel = 10, StyleChannel = 11, ClassChannel = 12;

    /// <summary>What it is about.</summary>
    public DocumentPlan Plan { get; } = plan;

    public ulong Seed { get; } = seed;

    /// <summary>Head, foot, layout: its own even when the body repeats another document's.</summary>
    public SeededRandom Form { get; } = SeededRandom.For(seed, plan.Index, FormChannel);

    /// <summary>The way in which the body is built; a repeated reply keeps its original's.</summary>
    public SeededRandom Style { get; } = SeededRandom.For(seed, plan.Base, StyleChannel);

    /// <summary>How the matter was settled: the same for a repeated reply, whether or not it prints a class.</summary>
    public SeededRandom Settlement { get; } = SeededRandom.For(seed, plan.Base, ClassChannel);

    public List<Block> Blocks { get; } = [];
    public List<GeneratedCitation> Citations { get; } = [];
    public List<GeneratedFigure> Figures { get; } = [];
    public List<SharedParagraph> Shared { get; } = [];

    /// <summary>Adds a line.</summary>
    public void Line(string text) => Blocks.Add(new Block(BlockKind.Line, text));

    /// <summary>Adds running text.</summary>
    public void Paragraph(string text) => Blocks.Add(new Block(BlockKind.Paragraph, text));
}
