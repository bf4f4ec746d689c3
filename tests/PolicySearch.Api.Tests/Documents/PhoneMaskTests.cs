using PolicySearch.Api.Documents;
using PolicySearch.Documents;

namespace PolicySearch.Api.Tests.Documents;

public sealed class PhoneMaskTests
{
    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("0398-2812345", "0398-****345")]
    [InlineData("0398—2812345", "0398—****345")]
    [InlineData("（0398）2812345", "（0398）****345")]
    [InlineData("2812345", "2****45")]
    [InlineData("", "")]
    public void A_number_keeps_its_length_and_loses_four_digits(string phone, string masked) => Assert.Equal(masked, PhoneMask.HidePhone(phone));

    [Theory]
    [InlineData("联系电话：0398-2812345", "联系电话：0398-****345")]
    [InlineData("联系人：王某 2812345", "联系人：王某 2****45")]
    [InlineData("请拨打13812345678", "请拨打138****5678")]
    [InlineData("承办人及联系电话：高某 0730-8206079、13812345678", "承办人及联系电话：高某 0730-****079、138****5678")]
    public void Numbers_in_passages_about_contacts_are_hidden(string text, string masked) => Assert.Equal(masked, PhoneMask.For(Document()).Apply(text));

    [Theory]
    [InlineData("财政补助3020万元，面积80225平方米，惠及2812345人")]
    [InlineData("豫卫基层〔2020〕18号，联系工作实际")]
    [InlineData("政务服务热线12345")]
    [InlineData("统一社会信用代码11332500138123456789")]
    public void Other_numbers_stay(string text) => Assert.Equal(text, PhoneMask.For(Document()).Apply(text));

    [Fact]
    public void A_number_that_the_document_names_as_a_contacts_is_hidden_wherever_it_stands() =>
        Assert.Equal("详询2****45", PhoneMask.For(Document("2812345")).Apply("详询2812345"));

    [Fact]
    public void A_contact_with_two_numbers_has_both_hidden() =>
        Assert.Equal("0398-****345 0398-****789", PhoneMask.For(Document("0398-2812345/0398-2816789")).Apply("0398-2812345 0398-2816789"));

    private static PolicyDocument Document(string? phone = null) =>
        new() { Id = "0", Source = "s", Kind = "其他", Contacts = phone is null ? [] : [new Contact(null, "王某", phone)] };
}
