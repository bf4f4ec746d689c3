using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Regions;

/// <summary>Tells the names of national bodies, which have no region, from those of local ones. Pure functions.</summary>
internal static class NationalBodies
{
    private static readonly WordList Beginnings =
        new("国务院", "国家", "全国", "中共中央", "中央", "中华", "中国", "最高人民", "国防", "共青团中央", "解放军");

    private static readonly WordList Names = new(
    [
        "外交部", "发展改革委", "教育部", "科技部", "科学技术部", "工业和信息化部", "工信部", "公安部", "安全部", "民政部", "司法部", "财政部", "人力资源社会保障部", "人力资源和社会保障部",
        "人社部", "自然资源部", "国土资源部", "生态环境部", "环境保护部", "环保部", "住房城乡建设部", "住房和城乡建设部", "交通运输部", "水利部", "农业农村部", "农业部", "商务部",
        "文化和旅游部", "文化部", "卫生部", "退役军人事务部", "退役军人部", "应急管理部", "应急部", "人民银行", "审计署", "国资委", "海关总署", "税务总局", "市场监管总局", "工商总局", "质检总局",
        "广电总局", "体育总局", "统计局", "知识产权局", "新华社", "中科院", "社科院", "工程院", "银监会", "证监会", "保监会", "银保监会", "能源局", "国防科工局", "烟草局", "移民局", "林草局",
        "铁路局", "民航局", "邮政局", "文物局", "中医药局", "煤矿安监局", "外汇局", "药监局", "医保局", "粮食和储备局", "疾控局", "核安全局", "卫生健康委", "卫生计生委", "国家卫生健康委",
    ]);

    // A bare 卫生健康委 without a place is national only as an office of a ministry, or with no body beside it.
    private static readonly string[] Tails = ["", "办公厅", "综合司", "办公室", "机关党委"];

    /// <summary>Whether a name is, or a line or title begins with, a national body. The caller has made sure that it names no place.</summary>
    public static bool Begins(string text) => Beginnings.Begins(text) || BeginsWithName(text);

    /// <summary>Whether a document number's prefix is that of a national body: 国办发, 中办发.</summary>
    public static bool IsNumberPrefix(string prefix) => prefix.StartsWith('国') || prefix.StartsWith("中办", StringComparison.Ordinal) || prefix.StartsWith("中发", StringComparison.Ordinal);

    private static bool BeginsWithName(string text)
    {
        string? name = null;
        foreach (string known in Names.MayBegin(text))
        {
            if (text.StartsWith(known, StringComparison.Ordinal) && known.Length > (name?.Length ?? 0))
                name = known;
        }
        return name != null && Array.Exists(Tails, tail => Ends(text, name + tail));
    }

    private static bool Ends(string text, string body) =>
        text.StartsWith(body, StringComparison.Ordinal)
        && (text.Length == body.Length || text[body.Length] is '关' or '、' or ' ' or '对' or '文' or '公' || BeginsWithName(text[body.Length..]));
}
