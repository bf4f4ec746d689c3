namespace PolicySearch.Search.Passages;

/// <summary>
/// Sentences that every reply has. In a corpus of some size their words are so frequent that they tell nothing by themselves; this short list serves
/// corpora that are too small to tell. Thread-safe.
/// </summary>
internal static class StandingFormulae
{
    // What stands in a sentence with one of these is courtesy, from one full stop to the next.
    private static readonly string[] Sentences =
    [
        "收悉", "答复如下", "回复如下", "感谢您", "感谢你", "感谢贵", "衷心感谢", "关心和支持", "关心、支持", "关心支持", "关心与支持", "宝贵意见", "一如既往", "敬请", "批评指正", "是否满意", "征询意见表", "此复", "以上答复", "如有不妥",
    ];

    private static readonly string[] Words = ["高度重视", "认真研究", "工作开展情况", "下一步工作打算", "下一步", "提出的建议", "提出的提案", "办理情况"];

    private const string SentenceEnds = "。！？；\n";

    /// <summary>Marks every character of the formulae in a folded text.</summary>
    public static void Mask(string folded, Span<bool> masked)
    {
        foreach (string word in Words)
        {
            for (int at = Find(folded, word, 0); at >= 0; at = Find(folded, word, at + word.Length))
                masked.Slice(at, word.Length).Fill(true);
        }
        foreach (string word in Sentences)
        {
            for (int at = Find(folded, word, 0); at >= 0 && at < folded.Length;)
            {
                int start = folded.AsSpan(0, at).LastIndexOfAny(SentenceEnds) + 1;
                int length = folded.AsSpan(at).IndexOfAny(SentenceEnds);
                int end = length < 0 ? folded.Length : at + length;
                masked[start..end].Fill(true);
                at = Find(folded, word, end);
            }
        }
    }

    private static int Find(string folded, string word, int from) => folded.IndexOf(word, from, StringComparison.Ordinal);
}
