using System.Buffers;
using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>What a line above the text is: tests on lines without blanks. Thread-safe.</summary>
internal static partial class HeaderLines
{
    private static readonly string[] FieldLabels =
    [
        "签发人", "签发", "办理结果", "类别", "类别标记", "办理类别", "办理类型", "办复类别", "答复类别", "公开属性", "公开方式", "公开形式", "是否公开", "是否同意公开", "信息公开", "索引号", "文号", "发文字号", "发文机关", "发文单位",
        "发布机构", "发文机构", "成文日期", "发文日期", "发布日期", "发布时间", "生成日期", "生效日期", "有效性", "主题分类", "主题词", "信息名称", "信息索引", "信息来源", "来源", "标题", "名称",
        "提案标题", "建议标题", "提案名称", "建议名称", "提案人", "提案者", "建议人", "领衔代表", "附议代表", "代表姓名", "委员姓名", "提出人", "案由", "事由", "案号", "提案编号", "建议编号", "提案号", "建议号", "主办单位", "承办单位", "会办单位", "协办单位", "领导署名", "答复内容", "答复情况", "办理情况", "答复时间", "答复日期", "办结时间", "建议内容", "提案内容",
        "密级", "紧急程度", "份号", "编号", "统一编号", "关键词", "公文种类", "废止日期", "作者", "领导签发", "领导签批", "分类", "体裁", "文件编号", "责任编辑", "阅读", "浏览", "字体", "字号", "时间", "日期", "发文日期",
        "浏览量", "浏览次数", "点击", "点击量", "点击数", "阅读量", "阅读次数", "访问次数", "视力保护色", "保护视力色", "文字大小", "更新时间", "更新日期", "录入时间", "发布人", "发布者", "编辑", "审核", "供稿", "稿源", "导读", "简介", "核心提示", "编者按",
        "法规类型", "法规类别", "所属行业", "所属区域", "页面功能", "发文内容", "正文内容", "阅读人次", "评论人次", "效力级别", "今天是", "下载地址", "页面宽度", "背景色", "内容", "年份", "期号", "按文号", "主题", "时限", "截止", "征集状态", "结果反馈日期", "字体大小", "发布于", "邮政编码", "邮编", "添加时间",
    ];

    private static readonly WordList AllLabels = new([.. FieldLabels.Union(PanelLabels.All)]);

    private static readonly WordList Chrome = new("返回顶部", "首页>", "首页»", "首页 >", "当前位置", "您的位置", "您现在的位置", "【字体", "【打印", "【关闭", "打印本页", "分享到", "浏览次数", "点击数", "点击率", "访问量", "扫一扫", "上一篇", "下一篇", "上一条", "下一条", "无障碍浏览", "无障碍阅读", "无障碍模式", "无障碍版", "关怀版", "微信公众号", "法定主动公开", "政府信息公开指南", "相关链接", "版权所有", "扫描二维码", "Copyright", "网站标识码", "ICP备", "公网安备", "欢迎访问", "欢迎来到", "频道列表", "加入收藏", "用户登录", "社会主义核心价值观：", "社会主义核心价值观:", "繁体版", "返回首页", "页面放大", "页面缩小", "文件已失效", "文件已废止", "www.", "http:", "https:", "设为首页", "下载文档前", "仅部分预览", "侵犯您的权益", "由会员分享", "正文阅览", "打印整页", "打印内容");

    private const int LongestPath = 30;

    // Whole lines above a title: a site's section, or what an editor puts into a page that has no title.
    private static readonly WordList Sections = new(
        "政府信息公开", "信息公开", "政务公开", "法定主动公开内容", "建议提案", "建议提案办理", "建议提案办理答复", "建议提案办理结果", "建议办理", "提案办理", "人大代表建议", "人大代表建议办理", "代表建议", "政协提案", "政协委员提案", "政协提案办理",
        "通知公告", "公示公告", "公告公示", "政策文件", "规范性文件", "部门文件", "其他文件", "政策法规", "工作动态", "正文", "智能检索", "一网搜", "长者模式", "无障碍浏览", "无障碍", "登录", "注册", "详情", "精确检索", "开始检索", "关联稿件", "语音播报", "当前时间", "详细查看", "查看详细", "查看详情", "关闭", "打印", "下载", "收藏", "分享", "转第", "保留字段信息", "Document", "Untitled Document");

    private static readonly WordList Disclosures = new("主动公开", "依申请公开", "不予公开", "不公开", "免予公开", "同意公开", "不同意公开", "公开", "部分公开", "摘要公开", "同意对外公开", "不同意对外公开", "同意全文公开", "予以公开", "可以公开", "不宜公开", "此件公开", "此件公开发布", "此件主动公开", "此件不公开", "此件依申请公开", "全文公开");

    private static readonly SearchValues<char> ClassBeginnings = SearchValues.Create("（([【〔“\"ABCD甲乙丙丁");

    /// <summary>A field, class mark, number, date, letterhead or page chrome: not the title, not the addressee, not text.</summary>
    public static bool IsField(string compact) =>
        (compact.Length == 1 && !Hanzi.IsIdeograph(compact[0])) || IsRule(compact) || IsBulleted(compact) || IsLabelled(compact) || IsDisclosure(compact) || IsLetterhead(compact) || IsClassMark(compact) || IsChrome(compact)
        || DocumentNumbers.StartsWithNumber(compact) || DocumentNumbers.IsBracketed(compact) || DocumentNumbers.WithoutCode(compact) is not null || DocumentNumbers.WithoutBrackets(compact) is not null || DocumentNumbers.LacksSerial(compact) || OrderNumbers.IsOrderLine(compact) || IsDateNote(compact) || IsAdoptionNote(compact) || NumberedDates.Find(compact) is not null;

    // —— between title and number.
    private static bool IsRule(string compact) => compact[0] is '—' or '-' or '_' or '=' or '*' && compact.AsSpan().IndexOfAnyExcept(compact[0]) < 0;

    /// <summary>An entry of a page's list (• 2017-07-05): neither title nor addressee begins with a bullet.</summary>
    public static bool IsBulleted(string compact) => compact.Length > 1 && compact[0] is '•' or '●' or '■' or '◆';

    /// <summary>A known label and a colon, or a label that fills the line.</summary>
    public static bool IsLabelled(string compact)
    {
        ReadOnlySpan<char> text = compact.AsSpan().TrimStart("[【（(“注：:•·●|?");
        foreach (string label in AllLabels.MayBegin(text))
        {
            if (text.StartsWith(label) && (text.Length == label.Length || text[label.Length] is '：' or ':' or '(' or '（' or ']' or '】' or '标' or '|' || (label == "索引号")))
                return true;
        }
        return IsStamp(compact) || IsRowOfBrackets(compact);
    }

    // 【法宝引证码】CLI.1.304262 【时效性】尚未施行. One bracket may stand before a title.
    private static bool IsRowOfBrackets(string compact) => compact[0] == '【' && compact.IndexOf('【', 1) > 0 && compact.Length <= 120;

    /// <summary>A short word, a colon and a value, as a label looks that nobody knows. No deputy's letter begins so: 某某代表：你提出的….</summary>
    public static bool IsUnknownLabel(string compact)
    {
        int colon = compact.AsSpan(0, Math.Min(compact.Length, 7)).IndexOfAny('：', ':');
        return colon >= 2 && colon + 1 < compact.Length && compact.Length <= 160 && compact[0] != '各' && !compact.Contains('。')
            && !compact.AsSpan(0, colon).ContainsAnyExceptInRange('\u4E00', '\u9FFF') && !AddresseeShapes.EndInPersons(compact.AsSpan(0, colon));
    }

    // 编稿时间：2021-08-23 15:26 来源：…, 稿件来源：某网: when somebody did something with the page and where it is from, whatever a site calls it.
    private static bool IsStamp(string compact)
    {
        int colon = compact.AsSpan(0, Math.Min(compact.Length, 8)).IndexOfAny('：', ':');
        return colon > 2 && ((colon + 1 < compact.Length && char.IsAsciiDigit(compact[colon + 1]) && compact.AsSpan(0, colon) is [.., '时', '间'] or [.., '日', '期']) || compact.AsSpan(0, colon) is [.., '来', '源']);
    }

    /// <summary>A disclosure mark alone on its line.</summary>
    public static bool IsDisclosure(string compact) => compact.Length <= 20 && Disclosures.Contains(compact.AsSpan().Trim("（）()【】[]“”"));

    /// <summary>某某委员会文件, or a red head's name in brackets.</summary>
    public static bool IsLetterhead(string compact) =>
        compact.Length <= 60 && compact.EndsWith("文件", StringComparison.Ordinal) && Offices.IsName(compact.AsSpan(0, compact.Length - 2).Trim("（）()"));

    /// <summary>A class alone on its line: A, B类, (C), A1类 同意公开, 甲类, 解决采纳.</summary>
    public static bool IsClassMark(string compact) => compact.Length <= 16 && ((ClassBeginnings.Contains(compact[0]) && ClassMark().IsMatch(compact)) || Outcomes.IsClassAndWord(compact) || Outcomes.IsWord(compact.AsSpan().Trim("（）()[]【】〔〕")));

    /// <summary>Navigation, sharing and reading tools of a page.</summary>
    public static bool IsChrome(string compact)
    {
        if (compact.Length > 120)
            return false;
        return compact.StartsWith("首页", StringComparison.Ordinal) || IsPath(compact) || Chrome.StandsIn(compact) || Sections.Contains(compact.AsSpan().TrimEnd("：:")) || compact is "登录|注册" or "登录注册" || IsReaderCount(compact) || NamesSites(compact) || IsLinkBar(compact);
    }

    // 首页>政务公开>通知; 某省规范性文件>正文阅览. 关于印发<某办法>的通知 has marks of its own.
    private static bool IsPath(string compact) => compact.Contains('>') && (compact.AsSpan().Count('>') > 1 || (compact.Length <= LongestPath && !compact.Contains('<')));

    // 中国政府网 某省政府网: links to other sites.
    private static bool NamesSites(string compact) => compact.IndexOf("政府网", StringComparison.Ordinal) is int at && at >= 0 && (at + 3 == compact.Length || compact[at + 3] != '站');

    // 网站首页|政务服务|互动交流: links side by side, two bars and more between short words. A panel's cells have colons.
    private static bool IsLinkBar(string compact)
    {
        if (compact.AsSpan().Count('|') < 2 || compact.AsSpan().ContainsAny('：', ':'))
            return false;
        foreach (Range cell in compact.AsSpan().Split('|'))
        {
            if (compact.AsSpan()[cell].Length is 0 or > 8)
                return false;
        }
        return true;
    }

    // 166人看过, 32次阅读.
    private static bool IsReaderCount(string compact) => compact.Length <= 12 && char.IsAsciiDigit(compact[0])
        && (compact.EndsWith("看过", StringComparison.Ordinal) || compact.EndsWith("阅读", StringComparison.Ordinal) || compact.EndsWith("浏览", StringComparison.Ordinal));

    /// <summary>2011年11月17日某某常务委员会第三十次会议通过, perhaps in brackets: a line that begins with a whole date is never a title's.</summary>
    public static bool IsAdoptionNote(string compact) => compact.Length is > 10 and <= 400 && (Dates.MayBegin(compact) || Dates.MayBegin(compact.AsSpan(1))) && Dates.Find(compact) is FoundDate date && date.Start <= 1 && !compact.Contains('。');

    /// <summary>A date alone, or alone in brackets, perhaps with a time behind it.</summary>
    public static bool IsDateNote(string compact)
    {
        if (!Dates.MayBegin(compact.AsSpan().TrimStart("（）()[]")))
            return false;
        string text = compact.Trim('（', '）', '(', ')', '[', ']');
        if (text.Length is < 6 or > 30 || Dates.Find(text) is not FoundDate date || date.Start != 0)
            return text.Length is 7 or 8 && Dates.FromBareDigits(text) is not null;
        ReadOnlySpan<char> behind = text.AsSpan(date.End);
        // 1957年12月26日，最高人民法院: the head of older documents in collections of law.
        bool signed = behind.Length > 2 && behind[0] is '，' or ',' && Offices.IsName(behind[1..]);
        return signed || behind.IndexOfAnyExcept("0123456789:：") < 0;
    }

    /// <summary>A date and a time of day: when a page was published, never a letter's date.</summary>
    public static bool HasTime(string dateNote) => dateNote.AsSpan().ContainsAny(':', '：');

    [GeneratedRegex(@"^[（(\[【〔“""]?(?:[A-D]\d?|[甲乙丙丁])类?[）)\]】〕”""]?类?[；;，,]?(?:同意公开|主动公开|公开|不公开|不予公开|依申请公开)?[）)\]】]?$", RegexOptions.CultureInvariant)]
    private static partial Regex ClassMark();
}
