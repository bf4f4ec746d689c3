using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Tests.Schema;

public class CharacterFoldingTests
{
    [Theory]
    [InlineData("醫療衛生體系", "医疗卫生体系")]
    [InlineData("ＡＢＣ１２３（）［］：　", "abc123()[]: ")]
    [InlineData("﹝2020﹞", "〔2020〕")]
    [InlineData("⽅⽂⼀", "方文一")]
    [InlineData("GB/T 9704", "gb/t 9704")]
    [InlineData("三门峡市，〔2020〕“双随机”", "三门峡市,〔2020〕“双随机”")]
    public void Folds_one_character_to_one(string text, string expected) => Assert.Equal(expected, CharacterFolding.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        for (int c = 0; c <= char.MaxValue; c++)
            Assert.Equal(CharacterFolding.Fold((char)c), CharacterFolding.Fold(CharacterFolding.Fold((char)c)));
    }

    [Fact]
    public void Surrogates_stay_as_they_are_and_nothing_else_becomes_one()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            char folded = CharacterFolding.Fold((char)c);
            Assert.True(char.IsSurrogate((char)c) ? folded == c : !char.IsSurrogate(folded));
        }
    }
}
