using System.Globalization;

namespace PolicySearch.Testing.Generator;

/// <summary>Writes notices: what an office asks the offices below it to do on a topic.</summary>
internal static class NoticeWriter
{
    private const int TaskChannel = 300;

    /// <summary>Writes the draft, and returns what it prints.</summary>
    public static GeneratedTruth Write(Draft draft)
    {
        DocumentPlan plan = draft.Plan;
        Office office = Office.In(plan.Topic.OfficeKey, plan.Year);
        var head = new HeadWriter(draft, office);
        SeededRandom form = draft.Form, words = SeededRandom.For(draft.Seed, plan.Base, TaskChannel);
        var scene = new Scene(plan.Place, office, plan.Year, "通知");
        head.WriteLines(null, form.Chance(30) ? form.Pick("主动公开", "依申请公开") : null, form.Pick("发", "办", "函"));
        string core = words.PickFrom(plan.Topic.Subjects).Write(scene, words)["关于".Length..];
        string title = $"{head.Issuer}关于{(core.StartsWith('进') ? "" : form.Pick("", "进一步"))}{core}的通知";
        head.WriteTitle(title);
        string[] addressees = Addressees(plan, office);
        draft.Line(string.Join("，", addressees) + "：");
        WriteBody(draft, scene, words);
        return Foot(draft, head, office, title, addressees);
    }

    private static string[] Addressees(DocumentPlan plan, Office office) => plan.Place.Level switch
    {
        Level.Province => [$"各市（州）{office.At(Level.City)}"],
        Level.City => [$"各县（市、区）{office.At(Level.County)}", "局属各单位"],
        _ => ["各乡镇人民政府", "各街道办事处"],
    };

    private static void WriteBody(Draft draft, Scene scene, SeededRandom words)
    {
        DocumentPlan plan = draft.Plan;
        var body = new BodyWriter(draft, scene);
        string purpose = words.Pick($"为解决群众反映集中的问题，", $"为推动全{plan.Place.Unit}这项工作再上台阶，", $"为巩固前一阶段成果，");
        string cited = body.Citation(80);
        draft.Paragraph(purpose + (cited.Length == 0 ? "" : "根据" + cited + "，") + $"结合我{plan.Place.Unit}实际，现将有关事项通知如下。");
        int heading = 0;
        foreach (SectionPlan section in plan.Sections)
        {
            TopicBank.Theme theme = plan.Topic.Themes[section.Theme];
            draft.Blocks.Add(new Block(BlockKind.Heading, ChineseDigits.Number(++heading) + "、" + theme.Title.Write(scene, words)));
            draft.Paragraph(string.Concat(theme.Tasks.Select(task => task.Write(scene, words))));
        }
        draft.Blocks.Add(new Block(BlockKind.Heading, ChineseDigits.Number(++heading) + "、" + words.Pick("组织保障", "工作要求")));
        draft.Paragraph(words.Pick("各单位要明确分管负责同志和联络员，", "各地要把这项工作列入重要日程，", "各单位主要负责人要亲自过问，")
            + $"于{words.Between(4, 9)}月{words.Between(10, 28)}日前报送实施方案，"
            + string.Create(CultureInfo.InvariantCulture, $"每{words.Pick("月", "季度")}末报送进展情况。")
            + words.Pick("对工作不力、进展缓慢的，将予以通报。", "年底将组织检查，结果与下年度资金安排挂钩。", "工作中的好做法请及时上报。"));
    }

    private static GeneratedTruth Foot(Draft draft, HeadWriter head, Office office, string title, string[] addressees)
    {
        DocumentPlan plan = draft.Plan;
        string? attachment = draft.Form.Chance(35) ? plan.Topic.Local.Replace("实施方案", "", StringComparison.Ordinal) + draft.Form.Pick("任务分解表", "进展情况统计表") : null;
        if (attachment != null)
            draft.Paragraph("附件：" + attachment);
        var foot = new FootWriter(draft, office, head.Issuer);
        foot.Sign(mustSign: false, mustDate: true);
        string? disclosure = head.Disclosure;
        if (disclosure == null && draft.Form.Chance(45))
        {
            disclosure = draft.Form.Pick("此件公开发布", "此件主动公开");
            draft.Line($"（{disclosure}）");
        }
        if (attachment != null)
            WriteAttachment(draft, attachment);
        return new GeneratedTruth
        {
            Kind = "通知",
            Title = title,
            DocumentNumber = head.DocumentNumber,
            Issuer = head.Issuer,
            Province = plan.Place.Prefecture.Province,
            City = plan.Place.Level == Level.Province ? null : plan.Place.Prefecture.City,
            County = plan.Place.County,
            Year = plan.Year,
            IssueDate = foot.IssueDate,
            Addressees = addressees,
            Disclosure = disclosure,
            Signatory = head.Signatory,
            Citations = draft.Citations,
            Topic = plan.Topic.Path,
        };
    }

    private static void WriteAttachment(Draft draft, string title)
    {
        draft.Line("附件");
        draft.Line(title);
        for (int row = 0; row < draft.Plan.Sections.Length; row++)
        {
            string task = draft.Plan.Topic.Themes[draft.Plan.Sections[row].Theme].Title.Write(new Scene(draft.Plan.Place, Office.In(draft.Plan.Topic.OfficeKey, draft.Plan.Year), draft.Plan.Year, ""), draft.Form);
            draft.Line(string.Create(CultureInfo.InvariantCulture, $"{row + 1}. {task}　完成时限：{draft.Plan.Year}年{draft.Form.Between(9, 12)}月"));
        }
    }
}
