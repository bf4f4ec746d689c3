using PolicySearch.Search.Policies;

namespace PolicySearch.Search.Tests.Policies;

public sealed class PolicyTitleTests
{
    [Theory]
    [InlineData("国务院办公厅关于推进养老服务发展的意见", "国务院办公厅", "推进养老服务发展的意见")]
    [InlineData("关于推进养老服务发展的意见", null, "推进养老服务发展的意见")]
    [InlineData("中共中央 国务院关于推进〈基层〉治理的意见", "中共中央国务院", "推进基层治理的意见")]
    [InlineData("中华人民共和国传染病防治法", null, "传染病防治法")]
    [InlineData("養老機構管理辦法（試行）", null, "养老机构管理办法(试行)")]
    public void Issuer_and_core_are_told_apart(string title, string? issuer, string core)
    {
        PolicyTitle parts = PolicyTitle.Of(title);
        Assert.Equal((issuer, core), (parts.Issuer, parts.Core));
    }

    [Theory]
    [InlineData("国务院办公厅关于印发国家破坏性地震应急预案的通知", "国家破坏性地震应急预案")]
    [InlineData("中共中央办公厅国务院办公厅印发〈关于实行以增加知识价值为导向分配政策的若干意见〉的通知", "实行以增加知识价值为导向分配政策的若干意见")]
    [InlineData("关于印发实施方案的通知", null)]
    [InlineData("关于做好养老服务工作的通知", null)]
    public void What_a_notice_issues_is_read_when_its_name_says_enough(string title, string? issued) => Assert.Equal(issued, PolicyTitle.Of(title).Issued);

    [Theory]
    [InlineData("关于推进养老服务发展的意见", "国务院办公厅关于推进养老服务发展的意见", true)]
    [InlineData("关于推进养老服务发展的意见", "关于推进养老服务高质量发展的意见", true)]
    [InlineData("关于推进养老服务发展的意见", "关于加强校园安全工作的通知", false)]
    public void Spellings_of_one_title_are_like_each_other(string a, string b, bool like) => Assert.Equal(like, PolicyTitle.Of(a).IsLike(PolicyTitle.Of(b)));
}
