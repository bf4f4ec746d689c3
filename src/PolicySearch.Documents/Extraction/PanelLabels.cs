using System.Buffers;

namespace PolicySearch.Documents.Extraction;

/// <summary>The labels of the metadata panels that office sites print above a document, without blanks, and the one name of each meaning. Thread-safe.</summary>
internal static class PanelLabels
{
    private static readonly Dictionary<string, string> Canonical = Build(
        "索引号 索取号 信息索引号 信息索引", "发文字号 文号 文件编号 发文文号 文件字号 发布文号 发文号 公文文号", "发文机关 发布机构 发文单位 发布机关 制发机关 公开责任部门 发文机构 制定机关 发布单位 责任部门 发文部门 发布部门 颁布部门 颁布单位 公开主体",
        "成文日期 成文时间 制发日期 生成日期 产生日期 发文日期 发文时间 签发日期 公文生成日期 印发日期 颁布日期 颁布时间", "发布日期 发布时间 公开日 公开日期 公开时间 公布日期 添加时间 著录日期 日期 时间", "有效性 时效性 效力状态 是否有效 文件状态 公文时效 时效 文件有效性 效力",
        "主题分类 信息分类 行业分类", "机构分类", "主题词 关键词 关键字", "体裁分类 文种 公文种类 公文类型 文件类别 体裁", "组配分类", "公开方式 公开属性 公开类别 公开类型", "公开范围", "公开形式", "标题 名称 信息名称 文件名称 公文标题 发文标题 法规标题 文件标题 复文标题 中文名", "生效日期 实施日期 施行日期 生效时间 实施时间", "失效日期 废止日期 失效时间",
        "来源 信息来源", "案由 事由 提案标题 建议标题 建议提案标题 提案名称 建议名称", "提案人 提案者 建议/提案提出者", "建议人", "答复时间 答复日期 办结时间", "建议编号 提案编号 建议提案编号 建议/提案号", "会议届次", "分类", "内容概述 内容概况 内容概览 内容摘要 概述 摘要 信息概述", "载体类型 公开载体", "公开目录", "公开程序", "公开时限 公开期限 首次公开", "记录形式", "服务对象", "责任编辑 编辑", "审核", "字号 字体 字体大小", "统一登记号 统一编号 规范性文件编号", "签发人", "浏览次数 浏览量 访问次数 点击次数 阅读次数 点击量 阅读量");

    /// <summary>All labels, longer ones first: 标题 ends 建议标题.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Canonical.Keys.OrderByDescending(label => label.Length)];

    private static readonly SearchValues<char> FirstLetters = SearchValues.Create([.. Canonical.Keys.Select(label => label[0]).Distinct()]);

    /// <summary>Whether a character can begin a label: the cheap test before <see cref="Of"/>.</summary>
    public static bool MayBegin(char first) => FirstLetters.Contains(first);

    /// <summary>The one name of a label's meaning (文号 → 发文字号), or null when it is no label.</summary>
    public static string? Of(ReadOnlySpan<char> label) => Canonical.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label, out string? name) ? name : null;

    // Each group's first label names all of them.
    private static Dictionary<string, string> Build(params string[] groups)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] group in groups.Select(group => group.Split(' ')))
        {
            foreach (string label in group)
                labels.Add(label, group[0]);
        }
        return labels;
    }
}
