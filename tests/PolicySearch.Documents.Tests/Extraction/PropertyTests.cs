using System.Text;

namespace PolicySearch.Documents.Tests.Extraction;

/// <summary>Changes of a letter's appearance that a reader would not notice must not change what is extracted.</summary>
public sealed class PropertyTests
{
    private const string Sentence = "近年来，我市认真落实《关于推进养老服务发展的意见》（国办发〔2019〕5号），持续加强社区养老服务，已建成服务站点120个，覆盖全部街道。";

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 40));

    [Theory, MemberData(nameof(Seeds))]
    public void Extraction_is_the_same_whatever_the_width_of_lines(int seed)
    {
        var random = new Random(seed);
        Letter letter = Make(random);
        string wrapped = Wrap(letter.Text, random.Next(20, 40), random.Next(2) == 0);
        AssertSame(letter.Read(), Letter.Understand(wrapped), seed);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Extraction_is_the_same_with_blanks_between_Hanzi(int seed)
    {
        var random = new Random(seed);
        Letter letter = Make(random);
        var spaced = new StringBuilder();
        string text = letter.Text;
        for (int i = 0; i < text.Length; i++)
        {
            spaced.Append(text[i]);
            bool between = i + 1 < text.Length && text[i] >= '一' && text[i + 1] >= '一' && text[i] < '龥' && text[i + 1] < '龥';
            if (between && random.Next(6) == 0)
                spaced.Append(random.Next(2) == 0 ? " " : "\u00A0");
        }
        AssertSame(letter.Read(), Letter.Understand(spaced.ToString()), seed);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Extraction_is_the_same_with_other_brackets_and_full_width_digits(int seed)
    {
        var random = new Random(seed);
        Letter letter = Make(random);
        string brackets = ((string[])["[]", "【】", "﹝﹞", "［］", "()"])[random.Next(5)];
        string text = letter.Text.Replace('〔', brackets[0]).Replace('〕', brackets[1]);
        if (random.Next(2) == 0)
            text = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));
        AssertSame(letter.Read(), Letter.Understand(text), seed);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_text_makes_the_extractor_throw(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["《", "》", "〔2020〕", "号", "第", "届", "次会议", "对", "关于", "的答复", "：", "\n", "\n\n", " ", "　", "代表", "附件", "2020年13月45日", "联系人：", "抄送：", "印发", "（", "）", "A类", "。", "，", "**", "#", "> ", "|", "\t", "\f", "\uD800", "\uFFFF", "\0", "签发人：", "一、", "12345678901234567890", "国务院令", "二○○○○年"];
        for (int run = 0; run < 50; run++)
        {
            var text = new StringBuilder();
            for (int i = random.Next(1, 80); i > 0; i--)
                text.Append(random.Next(4) == 0 ? ((char)random.Next(0xFFFF)).ToString() : pieces[random.Next(pieces.Length)]);
            PolicyDocument document = Letter.Understand(text.ToString());
            AssertParagraphsCoverBody(document);
            Assert.NotEmpty(PolicyDocumentJson.Serialize(document));
        }
    }

    internal static void AssertParagraphsCoverBody(PolicyDocument document)
    {
        int at = 0;
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            Assert.Equal(at, paragraph.Start);
            Assert.True(paragraph.End > paragraph.Start);
            Assert.DoesNotContain('\n', document.Body[paragraph.Start..paragraph.End]);
            at = paragraph.End + 1;
        }
        Assert.Equal(document.Body.Length, Math.Max(0, at - 1));
    }

    private static Letter Make(Random random)
    {
        bool people = random.Next(2) == 0;
        int number = random.Next(1, 400);
        return new Letter
        {
            Head = $"清江市民政局文件\n清民函〔20{random.Next(10, 26)}〕{random.Next(1, 300)}号\n签发人：王某\n办理结果：{"ABC"[random.Next(3)]}",
            Title = people ? $"对清江市八届人大一次会议第{number:000}号建议的答复" : $"对清江市政协九届三次会议第{number}号提案的答复",
            Addressee = people ? "张某、李某某代表：" : "张某等委员：",
            Body = string.Join('\n', Enumerable.Range(0, random.Next(2, 6)).Select(_ => string.Concat(Enumerable.Repeat(Sentence, random.Next(1, 4))))),
            Foot = "清江市民政局\n2022年6月9日\n联系人：李某\n联系电话：0730-1234567\n抄送：市人大选工委，市政府办公室。",
        };
    }

    // Wraps text paragraphs as a word processor does; the short lines of head and foot stay.
    private static string Wrap(string text, int width, bool blankLines)
    {
        var wrapped = new StringBuilder();
        foreach (string line in text.Split('\n'))
        {
            for (int at = 0; at < line.Length; at += width)
                wrapped.Append(line, at, Math.Min(width, line.Length - at)).Append(blankLines ? "\n\n" : "\n");
        }
        return wrapped.ToString();
    }

    private static void AssertSame(PolicyDocument expected, PolicyDocument found, int seed)
    {
        string a = PolicyDocumentJson.Serialize(Comparable(expected)), b = PolicyDocumentJson.Serialize(Comparable(found));
        Assert.True(a == b, $"seed {seed}\n{a}\n{b}");
    }

    private static PolicyDocument Comparable(PolicyDocument document) => document with { Provenance = new Dictionary<string, string>(), Topics = [], Figures = [], Places = new Dictionary<string, FieldPlace>() };
}
