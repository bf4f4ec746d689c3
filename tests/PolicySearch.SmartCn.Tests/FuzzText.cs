using System.Text;
using Lucene.Net.Analysis.Cn.Smart;

namespace PolicySearch.SmartCn.Tests;

/// <summary>Random text of every kind of character that SmartCn and the JDK's sentence iterator tell apart. The same seed gives the same text.</summary>
internal sealed class FuzzText(int seed)
{
    private static readonly string[] Words = [.. DictionaryFile.Load().Texts.Where(word => word.Length > 1)];

    private static readonly string[] FrequentWords = FindFrequentWords();

    private static readonly string[] Phrases =
    [
        "关于加强基层医疗卫生服务体系建设的通知", "中华人民共和国", "三门峡市卫生健康委员会", "对政协第三届委员会第三次会议提案的答复", "国务院办公厅", "人民代表大会常务委员会",
        "依法追究刑事责任", "有下列情形之一的", "高质量发展", "家庭医生签约服务", "研究生命起源", "结合成分子时", "乒乓球拍卖完了", "南京市长江大桥", "二〇二三年", "一九九八年十二月",
    ];

    private static readonly string[] Marks =
    [
        "。", "！", "？", "!", "?", ".", "．", "｡", "，", ",", "、", "；", "：", "…", "……", "——", "“", "”", "‘", "’", "\"", "'", "（", "）", "(", ")", "〔", "〕", "【", "】", "《", "》", "〈", "〉",
        "「", "」", "[", "]", "{", "}", "〇", "○", "①", "⑳", "㈠", "℃", "％", "%", "‰", "№", "Ⅲ", "·", "•", "～", "-", "－", "—", "+", "=", "*", "#", "&", "@", "^", "$", "￥", "¥", "£", "§", "×", "÷", "°", "«", "»",
        "।", "॥", "~", "|", "\\", "/", "_", "`", "<", ">", ";", ":", "▲", "■", "★", "→", "㎡", "㊣", "〒", "〖", "〗", "﹏", "﹗", "｟", "｠", "､",
    ];

    private static readonly string[] Blanks =
        [" ", " ", "  ", "\t", "\u3000", "\u3000\u3000", "\u00A0", "\u2002", "\u2003", "\u200B", "\u200D", "\uFEFF", "\f", "\u2028", "\u2029", "\u0085", "\u00AD", "\u001F", "\u0001", "\0"];

    private static readonly string[] Endings = ["ing", "ed", "s", "ies", "ational", "iveness", "ization", "eed", "ement", "ion", "y", "e", "ll", "ful", "ness", "ability", "ously", "at", "izing", "logi", "bli"];

    private readonly Random random = new(seed);

    /// <summary>A line of 1 to 120 pieces, without line ends.</summary>
    public string Line()
    {
        var line = new StringBuilder();
        // Each line leans to a few kinds of pieces, so that unusual neighbours occur.
        int[] kinds = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(16))];
        for (int pieces = random.Next(1, random.Next(2, 120)); pieces > 0; pieces--)
            AppendPiece(line, random.Next(8) == 0 ? random.Next(16) : kinds[random.Next(kinds.Length)]);
        return line.ToString();
    }

    private void AppendPiece(StringBuilder line, int kind)
    {
        switch (kind)
        {
            case 0: line.Append(Pick(Words)); break;
            case 1: line.Append(Pick(Words).AsSpan(1)); break;
            case < 4: line.Append(Pick(FrequentWords)); break;
            case 4: line.Append(Pick(Phrases).AsSpan(random.Next(3))); break;
            case 5: line.Append((char)random.Next(0x4E00, 0x9FB0)); break;
            case < 8: line.Append(Pick(Marks)); break;
            case 8: line.Append(Pick(Blanks)); break;
            case 9: line.Append(random.Next(100000) >> random.Next(16)); break;
            case 10: AppendWord(line); break;
            case 11: line.Append((char)(random.Next(0x21, 0x7F) + 0xFEE0)); break;
            case 12: line.Append((char)random.Next(0x2E80, 0x2FE0)); break;
            case 13: AppendAnything(line); break;
            case 14: line.Append(char.ConvertFromUtf32(random.Next(3) == 0 ? random.Next(0x10000, 0x110000) : Pick([0x20000, 0x1F600, 0x1D41A, 0x1D400, 0x2A6D6, 0x1D7CE, 0xE0001]))); break;
            default: line.Append(Pick(["體", "衞", "國", "發", "かな", "カナ", "한글", "é", "ß", "Ａ", "ｂ", "３", "α", "Я", "я", "e\u0301", "朱镕基", "開發區", "緒", "ǅ", "ˇ"])); break;
        }
    }

    private static string[] FindFrequentWords()
    {
        DictionaryFile file = DictionaryFile.Load();
        return [.. file.Texts.Where((word, i) => word.Length > 0 && file.Frequencies[i] > 1500)];
    }

    private void AppendWord(StringBuilder line)
    {
        for (int letters = random.Next(1, 7); letters > 0; letters--)
            line.Append((char)((random.Next(6) == 0 ? 'A' : 'a') + random.Next(26)));
        if (random.Next(2) == 0)
            line.Append(Pick(Endings));
    }

    private void AppendAnything(StringBuilder line)
    {
        char c = (char)random.Next(char.MaxValue + 1);
        if (!char.IsSurrogate(c) && c is not ('\n' or '\r'))
            line.Append(c);
    }

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];
}
