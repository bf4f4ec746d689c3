using System.Globalization;
using PolicySearch.Documents;

namespace PolicySearch.Api.Tests.Fakes;

/// <summary>Sixty-four made-up documents: replies from a dozen places over eight years, a few notices, and one that tries to break the page.</summary>
internal static class FakeCorpus
{
    /// <summary>Its title, body and issuer hold markup.</summary>
    public const string HostileId = "00000000000000ff";

    /// <summary>Its contact's numbers; they must not leave the server.</summary>
    public const string Mobile = "13800001234", Landline = "0398-2810075";

    private static readonly (string Province, string City, string? County, string Code, string Mark)[] Places =
    [
        ("河南省", "三门峡市", null, "411200", "三"), ("河南省", "三门峡市", "渑池县", "411221", "渑"), ("河南省", "平顶山市", "湛河区", "410411", "平湛"),
        ("湖南省", "岳阳市", null, "430600", "岳"), ("湖南省", "岳阳市", "平江县", "430626", "平"), ("吉林省", "四平市", null, "220300", "四"),
        ("山西省", "吕梁市", "文水县", "141121", "文"), ("浙江省", "杭州市", null, "330100", "杭"), ("浙江省", "杭州市", "淳安县", "330127", "淳"),
        ("福建省", "厦门市", null, "350200", "厦"), ("上海市", "上海市", null, "310000", "沪"), ("四川省", "遂宁市", null, "510900", "遂"),
    ];

    private static readonly (string Path, string Bureau, string Mark, string Subject, string Measure)[] Themes =
    [
        ("卫生、体育/卫生/家庭医生签约", "卫生健康委员会", "卫", "进一步做实家庭医生签约服务", "推进家庭医生签约服务提质扩面，重点人群签约率达到87%以上"),
        ("卫生、体育/卫生/医共体", "卫生健康委员会", "卫", "加快紧密型县域医共体建设", "整合县乡村三级医疗资源，组建紧密型县域医共体"),
        ("卫生、体育/卫生/基层卫生", "卫生健康委员会", "卫", "加强乡村医生队伍建设", "推行“乡聘村用”，为乡村医生缴纳社会保险"),
        ("民政、扶贫、救灾/社会福利/养老服务", "民政局", "民", "推进居家社区养老服务", "建设街道综合养老服务中心，发展老年助餐"),
        ("城乡建设、环境保护/城乡建设（含住房）/老旧小区改造", "住房和城乡建设局", "建", "加快老旧小区加装电梯", "把加装电梯纳入老旧小区改造计划，简化审批流程"),
        ("科技、教育/教育", "教育局", "教", "优化城区中小学学位供给", "新建、改扩建义务教育学校，增加公办学位"),
        ("工业、交通/公路", "交通运输局", "交", "改善农村公路管护", "落实农村公路“路长制”，足额安排养护资金"),
    ];

    /// <summary>All documents.</summary>
    public static IReadOnlyList<PolicyDocument> All { get; } = [.. Enumerable.Range(1, 60).Select(Reply), .. Enumerable.Range(61, 3).Select(Notice), Hostile()];

    private static PolicyDocument Reply(int n)
    {
        var place = Places[n * 5 % Places.Length];
        var theme = Themes[n % Themes.Length];
        bool congress = n % 3 == 0;
        int year = 2017 + n % 8;
        string area = place.County ?? place.City;
        string level = place.County is null ? "市" : place.County.EndsWith('区') ? "区" : "县";
        string issuer = area + theme.Bureau;
        string? number = n % 11 == 0 ? null : $"{place.Mark}{theme.Mark}{(congress ? "建议" : "字")}〔{year}〕{n}号";
        var session = new Session(congress ? "人大" : "政协", level, congress ? 8 + year % 2 : 9, 1 + year % 5, n * 7, (n * 7).ToString("000", CultureInfo.InvariantCulture));
        string title = $"对{level}{session.Assembly}{"零一二三四五六七八九"[session.Term!.Value]}届{"零一二三四五六七八九"[session.Meeting!.Value]}次会议第{session.RawNumber}号{(congress ? "建议" : "提案")}的答复";
        Outcome? outcome = (n % 5) switch { 0 => null, 1 => new("A", "A"), 2 => new("A1", "A"), 3 => new("B", "B"), _ => new("C", "C") };
        DateOnly? date = n % 13 == 0 ? null : new DateOnly(year, 1 + n % 12, 1 + n % 27);
        return Text(n.ToString("x16", CultureInfo.InvariantCulture), $"corpus/{place.Mark}/{n:000}.txt", title, ReplyParagraphs(n, number, outcome, title, issuer, theme, date)) with
        {
            Kind = congress ? DocumentKinds.SuggestionReply : DocumentKinds.ProposalReply,
            Subject = $"关于{theme.Subject}的{(congress ? "建议" : "提案")}",
            DocumentNumber = number,
            Issuer = issuer,
            Issuers = [issuer],
            Province = place.Province,
            City = place.City,
            County = place.County,
            RegionCode = place.Code,
            Year = n % 17 == 0 ? null : year,
            IssueDate = date,
            Session = session,
            Addressees = ["张某"],
            ProposerKind = congress ? "代表" : "委员",
            Outcome = outcome,
            Disclosure = n % 4 == 0 ? null : "同意公开",
            Contacts = [new Contact(issuer, "李某", n % 2 == 0 ? Mobile : Landline)],
            CopiedTo = [$"{level}政府督查室"],
            Citations = [new Citation("关于推进基层服务能力建设的指导意见", "豫卫基层〔2020〕18号"), new Citation("实施方案", null)],
            Topics = n % 9 == 0 ? [] : [theme.Path],
            Provenance = new Dictionary<string, string> { ["docNumber"] = "line 3", ["issuer"] = "letterhead", ["issueDate"] = "signature", ["outcome"] = "line 3", ["session"] = "title" },
            Warnings = n % 10 == 0 ? ["issue date and document number name different years"] : [],
        };
    }

    private static IEnumerable<(ParagraphKind, int, string)> ReplyParagraphs(
        int n, string? number, Outcome? outcome, string title, string issuer, (string Path, string Bureau, string Mark, string Subject, string Measure) theme, DateOnly? date)
    {
        yield return (ParagraphKind.Header, 0, issuer);
        yield return (ParagraphKind.Header, 0, $"{number} {(outcome is null ? "" : outcome.Raw + "类")} 同意公开".Trim());
        yield return (ParagraphKind.Title, 0, title);
        yield return (ParagraphKind.Addressee, 0, "张某代表：");
        yield return (ParagraphKind.Body, 0, $"您提出的《关于{theme.Subject}的建议》收悉。感谢您对我们工作的关心和支持，现就有关问题答复如下。");
        yield return (ParagraphKind.Heading, 1, "一、基本情况");
        yield return (ParagraphKind.Body, 0, $"近年来，我们高度重视这项工作，{theme.Measure}，完善制度、加大投入，取得了阶段性成效。截至去年底，全部{12 + n}个乡镇（街道）均已启动相关工作，群众满意度达到{80 + n % 15}.{n % 10}%。");
        yield return (ParagraphKind.Heading, 2, "（一）主要做法");
        yield return (ParagraphKind.ListItem, 0, "一是加强组织领导，建立联席会议制度，把任务分解到单位、落实到人。");
        yield return (ParagraphKind.ListItem, 0, "二是加大财政投入，统筹上级补助和本级资金，优先保障基层。");
        yield return (ParagraphKind.Table, 0, "指标\t上年\t本年\n覆盖率\t62.5%\t73.8%\n财政投入（万元）\t1205\t1640");
        yield return (ParagraphKind.Heading, 1, "二、下一步打算");
        yield return (ParagraphKind.Body, 0, $"下一步，我们将认真研究您的建议，{theme.Measure}，力争明年实现全覆盖；同时健全考核激励机制，逐月调度、按季通报，确保各项措施落到实处。");
        yield return (ParagraphKind.Signature, 0, issuer);
        if (date is { } day)
            yield return (ParagraphKind.Signature, 0, $"{day.Year}年{day.Month}月{day.Day}日");
        yield return (ParagraphKind.Footer, 0, $"联系人及联系电话：李某 {(n % 2 == 0 ? Mobile : Landline)}");
        yield return (ParagraphKind.Footer, 0, "抄送：政府督查室");
    }

    private static PolicyDocument Notice(int n)
    {
        const string title = "关于印发家庭医生签约服务高质量发展实施方案的通知";
        return Text(n.ToString("x16", CultureInfo.InvariantCulture), $"corpus/notices/{n}.txt", title,
        [
            (ParagraphKind.Title, 0, title), (ParagraphKind.Addressee, 0, "各市卫生健康委："),
            (ParagraphKind.Body, 0, "为深入推进家庭医生签约服务，现将实施方案印发给你们，请认真贯彻执行。"),
            (ParagraphKind.Attachment, 0, "附件：实施方案"), (ParagraphKind.Signature, 0, "河南省卫生健康委员会"),
        ]) with
        {
            Kind = "通知",
            DocumentNumber = $"豫卫基层〔2020〕{n}号",
            Issuer = "河南省卫生健康委员会",
            Province = "河南省",
            Year = 2020,
            IssueDate = new DateOnly(2020, 6, n - 50),
            Topics = ["卫生、体育/卫生/家庭医生签约"],
        };
    }

    private static PolicyDocument Hostile()
    {
        const string title = "关于<script>alert('题')</script>的答复";
        return Text(HostileId, "corpus/hostile.txt", title,
        [
            (ParagraphKind.Title, 0, title),
            (ParagraphKind.Body, 0, "正文含有<img src=x onerror=alert(1)>和\"引号\"&符号，检索词是破坏测试。"),
        ]) with
        {
            Kind = DocumentKinds.Other,
            Issuer = "<b>某</b>局\" onmouseover=\"alert(1)",
            Topics = ["<i>主题</i>/下级"],
            Warnings = ["<u>warning</u>"],
        };
    }

    private static PolicyDocument Text(string id, string source, string title, IEnumerable<(ParagraphKind Kind, int Level, string Text)> parts)
    {
        var paragraphs = new List<Paragraph>();
        var body = new System.Text.StringBuilder();
        foreach ((ParagraphKind kind, int level, string text) in parts)
        {
            if (body.Length > 0)
                body.Append('\n');
            paragraphs.Add(new Paragraph(kind, level, body.Length, body.Length + text.Length, paragraphs.Count + 1));
            body.Append(text);
        }
        return new PolicyDocument { Id = id, Source = source, Kind = DocumentKinds.Other, Title = title, Body = body.ToString(), Paragraphs = paragraphs };
    }
}
