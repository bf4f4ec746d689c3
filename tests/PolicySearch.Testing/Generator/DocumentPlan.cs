namespace PolicySearch.Testing.Generator;

/// <summary>What kind of document it is.</summary>
internal enum PlannedKind { SuggestionReply, ProposalReply, CoHandling, Notice }

/// <summary>One thing that a document says was done: which theme, which of its sentences, and whose stream words them.</summary>
/// <param name="Theme">Theme of the topic.</param>
/// <param name="Done">Its sentences, in order.</param>
/// <param name="Author">The document whose stream makes choices and figures: the document itself unless the paragraph is taken over.</param>
internal sealed record SectionPlan(int Theme, int[] Done, int Author);

/// <summary>What a document is about, before a word of it is written. Immutable.</summary>
internal sealed record DocumentPlan(int Index, int Base, PlannedKind Kind, Place Place, TopicBank Topic, int Year, SectionPlan[] Sections)
{
    /// <summary>Whether it answers a suggestion, or helps to.</summary>
    public bool IsReply => Kind != PlannedKind.Notice;
}
