namespace PolicySearch.Testing.Generator;

/// <summary>
/// Decides what each document is about, from the seed and its index alone: looking at an earlier document costs no more than planning it.
/// Thread-safe.
/// </summary>
internal sealed class Planner(ulong seed)
{
    private const int SubjectChannel = 1, SectionChannel = 2, RepeatChannel = 3, ShareChannel = 4;
    private const int FirstYear = 2015, LastYear = 2025;

    // How far back a repeated or shared document may lie, and how many are looked at for one that fits.
    private const int RepeatDistance = 400, ShareDistance = 2000, ShareTries = 60;

    /// <summary>The plan of a document, with what it takes over from earlier ones.</summary>
    public DocumentPlan Plan(int index)
    {
        int origin = RepeatedDocument(index) ?? index;
        DocumentPlan plan = PlanAlone(origin) with { Index = index };
        return plan.IsReply ? Share(plan) : plan;
    }

    /// <summary>The document that <paramref name="index"/> repeats under another number, or null: two in a hundred do.</summary>
    private int? RepeatedDocument(int index)
    {
        SeededRandom random = SeededRandom.For(seed, index, RepeatChannel);
        if (index == 0 || !random.Chance(2))
            return null;
        for (int candidate = index - 1 - random.Next(Math.Min(index, RepeatDistance)); candidate >= 0; candidate--)
        {
            if (!IsMarkedRepeat(candidate) && IsAnswer(PlanSubject(candidate).Kind))
                return candidate;
        }
        return null;
    }

    private bool IsMarkedRepeat(int index) => index > 0 && SeededRandom.For(seed, index, RepeatChannel).Chance(2);

    private static bool IsAnswer(PlannedKind kind) => kind is PlannedKind.SuggestionReply or PlannedKind.ProposalReply;

    private DocumentPlan PlanAlone(int index)
    {
        DocumentPlan plan = PlanSubject(index);
        SeededRandom random = SeededRandom.For(seed, index, SectionChannel);
        int[] themes = random.Choose(random.Between(2, 4), plan.Topic.Themes.Count);
        return plan with { Sections = [.. themes.Select(theme => PlanSection(theme, plan, random))] };
    }

    private static SectionPlan PlanSection(int theme, DocumentPlan plan, SeededRandom random) =>
        new(theme, random.Choose(random.Between(2, 4), plan.Topic.Themes[theme].Done.Count), plan.Base);

    private DocumentPlan PlanSubject(int index)
    {
        SeededRandom random = SeededRandom.For(seed, index, SubjectChannel);
        TopicBank topic = random.PickFrom(TopicBank.All);
        Prefecture prefecture = random.PickFrom(Prefecture.All);
        PlannedKind kind = random.Next(100) switch
        {
            < 47 => PlannedKind.SuggestionReply,
            < 85 => PlannedKind.ProposalReply,
            < 91 => PlannedKind.CoHandling,
            _ => PlannedKind.Notice,
        };
        Level level = random.Next(100) switch { < 8 => Level.Province, < 52 => Level.City, _ => Level.County };
        var place = new Place(prefecture, prefecture.IsMunicipality ? Level.County : level, random.Pick(prefecture.Counties));
        return new DocumentPlan(index, index, kind, place, topic, random.Between(FirstYear, LastYear), []);
    }

    /// <summary>Three replies in a hundred have taken a paragraph from another city's reply on the same topic, in place of their first section.</summary>
    private DocumentPlan Share(DocumentPlan plan)
    {
        SeededRandom random = SeededRandom.For(seed, plan.Base, ShareChannel);
        if (plan.Base == 0 || !random.Chance(3))
            return plan;
        for (int tries = 0; tries < ShareTries; tries++)
        {
            int candidate = plan.Base - 1 - random.Next(Math.Min(plan.Base, ShareDistance));
            DocumentPlan other = PlanSubject(candidate);
            if (other.Topic == plan.Topic && other.IsReply && other.Place.Prefecture.City != plan.Place.Prefecture.City && !IsMarkedRepeat(candidate))
                return plan with { Sections = WithFirst(plan.Sections, PlanAlone(candidate).Sections[^1]) };
        }
        return plan;
    }

    // The last section of a document is never one that it took over itself.
    private static SectionPlan[] WithFirst(SectionPlan[] own, SectionPlan taken) =>
        [taken, .. own.Skip(1).Where(section => section.Theme != taken.Theme)];
}
