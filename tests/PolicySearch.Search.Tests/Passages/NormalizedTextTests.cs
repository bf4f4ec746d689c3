using PolicySearch.Search.Passages;

namespace PolicySearch.Search.Tests.Passages;

public sealed class NormalizedTextTests
{
    [Fact]
    public void Punctuation_blanks_and_width_make_no_difference()
    {
        Assert.Equal("家庭医生2020年a类", NormalizedText.Of("家庭　医生，（２０２０年）“Ａ类”").Characters.ToString());
    }

    [Fact]
    public void A_run_is_found_again_in_the_text_with_the_punctuation_inside_it()
    {
        const string text = "一、家庭，医生。签约";
        NormalizedText wording = NormalizedText.Of(text);
        (int start, int end) = wording.InText(1, 5);
        Assert.Equal("家庭，医生", text[start..end]);
    }

    [Fact]
    public void Offsets_of_a_part_are_those_of_the_whole_text()
    {
        NormalizedText wording = NormalizedText.Of("甲。乙丙。丁", 2, 5);
        Assert.Equal("乙丙", wording.Characters.ToString());
        Assert.Equal((2, 4), wording.InText(0, 2));
    }
}
