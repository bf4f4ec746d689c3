using System.Text;

namespace PolicySearch.Testing.Generator;

/// <summary>The text between address and foot: how things stand, what was done, what cannot be done, what comes next. Writes one draft.</summary>
internal sealed class BodyWriter(Draft draft, Scene scene, string you = "您")
{
    private const int SectionChannel = 100, StateChannel = 200;

    private readonly DocumentPlan plan = draft.Plan;
    private readonly TopicBank topic = draft.Plan.Topic;
    private readonly SeededRandom style = draft.Style;
    private int headings;

    /// <summary>Writes a reply's body.</summary>
    /// <param name="refuses">Whether a request is turned down or put off.</param>
    public void WriteReply(bool refuses)
    {
        int build = style.Next(6);
        WriteState(build);
        switch (build)
        {
            case 0 or 1: WriteSections(heading: true); break;
            case 2: WriteSections(heading: false); break;
            case 3: WriteNested(); break;
            case 4: WriteListed(); break;
            default: WriteAsked(); break;
        }
        if (refuses)
            Part("关于暂不具备条件的事项", Refusal(), build);
        if (style.Chance(75))
            Part(style.Pick("下一步打算", "下一步工作", "后续安排"), Plans(), build);
    }

    /// <summary>An authority's document with its number, in so many cases out of a hundred; else, or when none is left to cite, nothing.</summary>
    public string Citation(int percent)
    {
        if (!style.Chance(percent))
            return "";
        TopicBank.Policy[] known = [.. topic.Policies.Where(policy => policy.Year <= plan.Year)];
        TopicBank.Policy? policy = known.Length > 0 && style.Chance(70) ? style.Pick(known) : LocalPolicy();
        if (policy == null || draft.Citations.Any(citation => citation.Title == policy.Title))
            return "";
        string? number = policy.Number != null && style.Chance(80) ? policy.Number : null;
        draft.Citations.Add(new GeneratedCitation(policy.Title, number));
        return $"《{policy.Title}》{(number == null ? "" : $"（{number}）")}";
    }

    // What a paragraph of deeds is done under.
    private string Under(int percent)
    {
        string cited = Citation(percent);
        return cited.Length == 0 ? "" : style.Pick("按照", "根据", "依据") + cited + style.Pick("要求，", "精神，", "的部署，");
    }

    private static bool IsLaw(string cited) => cited.StartsWith("《中华人民共和国", StringComparison.Ordinal) || cited.EndsWith("条例》", StringComparison.Ordinal);

    // What the whole work is done under.
    private string Background(int percent)
    {
        string cited = Citation(percent);
        string self = scene.Office.Self(plan.Place.Level);
        return cited.Length == 0 ? "" : IsLaw(cited)
            ? style.Pick($"{cited}施行以来，{self}依法推进各项工作。", $"{self}认真执行{cited}，工作逐步规范。")
            : style.Pick($"{self}认真落实{cited}，各项工作有序推进。", $"{cited}印发后，{self}及时组织学习，并结合实际抓好落实。", $"贯彻{cited}，是{self}的一项重点工作。");
    }

    /// <summary>The sentences of a section, in its author's words and with its author's figures.</summary>
    public string SectionText(SectionPlan section)
    {
        SeededRandom words = SeededRandom.For(draft.Seed, section.Author, SectionChannel + section.Theme);
        var text = new StringBuilder();
        int last = section.Done.Length - (DropsSentence(section) ? 1 : 0);
        foreach (int sentence in section.Done.AsSpan(0, last))
            topic.Themes[section.Theme].Done[sentence].Write(text, scene, words);
        if (section.Author != plan.Base)
            draft.Shared.Add(new SharedParagraph(section.Author, text.ToString()));
        return text.ToString();
    }

    // A reply that is sent again under another number is rarely sent without any change.
    private bool DropsSentence(SectionPlan section) =>
        plan.Index != plan.Base && section == plan.Sections[^1] && section.Done.Length > 2 && plan.Index % 2 == 0;

    private void WriteState(int build)
    {
        SeededRandom words = SeededRandom.For(draft.Seed, plan.Base, StateChannel);
        var text = new StringBuilder(Background(45));
        topic.States[words.Next(topic.States.Count)].Write(text, scene, words);
        foreach (int measure in words.Choose(words.Between(1, 2), topic.Measures.Count))
            WriteMeasure(text, topic.Measures[measure], words);
        if (words.Chance(70))
            text.Append(Addressed(topic.Problems[words.Next(topic.Problems.Count)].Write(scene, words)));
        Part(style.Pick("基本情况", "工作现状", "现状与问题"), text.ToString(), build is 4 or 5 ? -1 : build);
    }

    private void WriteMeasure(StringBuilder text, TopicBank.Measure measure, SeededRandom words)
    {
        decimal value = Measures.Value(draft.Seed, plan, measure);
        draft.Figures.Add(new GeneratedFigure(measure.Name, value, measure.Unit));
        measure.Before.Write(text, scene, words);
        text.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        measure.After.Write(text, scene, words);
    }

    private void WriteSections(bool heading)
    {
        foreach (SectionPlan section in plan.Sections)
            Part(Title(section), Under(22) + SectionText(section), heading ? 0 : 2);
    }

    private void WriteNested()
    {
        Heading(style.Pick("工作开展情况", "主要做法", "采取的措施"));
        string[] marks = ["（一）", "（二）", "（三）", "（四）", "（五）"];
        for (int i = 0; i < plan.Sections.Length; i++)
            RunIn(marks[i] + Title(plan.Sections[i]) + "。", Under(22) + SectionText(plan.Sections[i]));
    }

    private void WriteListed()
    {
        string[] marks = ["一是", "二是", "三是", "四是", "五是"];
        for (int i = 0; i < plan.Sections.Length; i++)
            RunIn(marks[i] + Title(plan.Sections[i]) + "。", Under(22) + SectionText(plan.Sections[i]));
    }

    private void WriteAsked()
    {
        foreach (SectionPlan section in plan.Sections)
            Part("关于" + Title(section), Under(22) + SectionText(section), 2);
    }

    private void Part(string title, string text, int build)
    {
        if (text.Length == 0)
            return;
        if (build is 0 or 1 or 3)
        {
            Heading(title);
            draft.Paragraph(text);
        }
        else if (build == 2)
            RunIn(ChineseDigits.Number(++headings) + "、" + title + "。", text);
        else
            draft.Paragraph(text);
    }

    private void Heading(string title) => draft.Blocks.Add(new Block(BlockKind.Heading, ChineseDigits.Number(++headings) + "、" + title));

    private void RunIn(string lead, string text) => draft.Blocks.Add(new Block(BlockKind.RunIn, lead + text, lead.Length));

    private string Title(SectionPlan section) => topic.Themes[section.Theme].Title.Write(scene, style);

    private string Refusal() => Addressed(style.PickFrom(topic.Refusals).Write(scene, style));

    // The phrase banks speak to one person.
    private string Addressed(string text) => text.Replace("您", you, StringComparison.Ordinal);

    private string Plans()
    {
        var text = new StringBuilder(style.Pick("下一步，", "在今后工作中，", "今后一个时期，"));
        text.Append(scene.Office.Self(plan.Place.Level)).Append(style.Pick("将认真吸纳所提意见，重点做好以下工作。", "将继续努力，抓好以下几件事。", "将突出重点、补齐短板。"));
        foreach (SectionPlan section in plan.Sections)
        {
            List<Template> plans = topic.Themes[section.Theme].Plans;
            plans[style.Next(plans.Count)].Write(text, scene, style);
        }
        return text.ToString();
    }

    // Every city has issued a plan of its own for the topic, always under the same number.
    private TopicBank.Policy? LocalPolicy()
    {
        Place home = plan.Place.Level == Level.County && !plan.Place.Prefecture.IsMunicipality ? new Place(plan.Place.Prefecture, Level.City, plan.Place.County!) : plan.Place;
        ulong own = SeededRandom.Hash(draft.Seed, home.FullName + topic.Local);
        int year = 2014 + (int)(own % 9);
        return year <= plan.Year ? new TopicBank.Policy(year, home.FullName + topic.Local, $"{home.Letters}政办发〔{year}〕{own / 9 % 90 + 3}号") : null;
    }
}
