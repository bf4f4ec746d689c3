namespace PolicySearch.Search.Suggesting;

/// <summary>
/// Finds phrases that occur often, by lossy counting: of so many runs of words only the frequent are kept, so memory has a limit whatever the number of
/// texts. A count may fall short, by at most the number of times that rare ones were thrown out. For one thread.
/// </summary>
internal sealed class PhraseCounter
{
    /// <summary>Most words, and characters, of a phrase.</summary>
    private const int MaxWords = 4, MinCharacters = 4, MaxCharacters = 12;

    private const int Capacity = 400_000;

    // Words that a phrase neither begins nor ends with.
    private const string Edges = "的 了 和 与 及 等 在 对 为 是 于 将 把 由 向 从 以 并 或 中 我 我省 我市 我县 我区 全省 全市 全县 全区 关于 进一步 加强 加快 加大 推进 推动 促进 完善 提高 提升 优化 做好 建立 强化 实施 开展 支持 解决 建议 提案 答复 议案 问题 给予 有关 相关 应 请 要 尽快 切实 深入 大力 继续 真正 全面 有效 不断 着力 更加 更好 走进 让 使 第 号";

    private static readonly HashSet<string> EdgeWords = [.. Edges.Split(' ')];

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private int thrownOut;

    public PhraseCounter() => lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word says nothing at the edge of a phrase, nor alone.</summary>
    public static bool IsEdgeWord(string word) => EdgeWords.Contains(word);

    /// <summary>Counts the phrases of a folded text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words, in order.</param>
    /// <param name="weight">How often the text occurs.</param>
    public void Add(string text, IReadOnlyList<(int Start, int End)> words, int weight)
    {
        for (int first = 0; first < words.Count; first++)
        {
            for (int last = first + 1; last < words.Count && last - first < MaxWords && words[last].Start == words[last - 1].End; last++)
            {
                ReadOnlySpan<char> phrase = text.AsSpan(words[first].Start..words[last].End);
                if (phrase.Length > MaxCharacters || IsJoint(text, words[last]))
                    break;
                if (phrase.Length >= MinCharacters && IsPhrase(text, words[first], words[last]))
                    Count(phrase, weight);
            }
        }
    }

    /// <summary>The phrases that occurred at least so often, the most frequent first. One that occurs only inside a longer one is left out.</summary>
    public List<(string Phrase, int Count)> Frequent(int least, int most)
    {
        var inside = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string phrase, int count) in counts.Where(each => each.Value >= least))
            inside.UnionWith(Parts(phrase).Where(part => counts.GetValueOrDefault(part) == count));
        return [.. counts.Where(each => each.Value >= least && !inside.Contains(each.Key)).OrderByDescending(each => each.Value)
            .ThenBy(each => each.Key, StringComparer.Ordinal).Take(most).Select(each => (each.Key, each.Value))];
    }

    private static IEnumerable<string> Parts(string phrase)
    {
        for (int length = MinCharacters; length < phrase.Length; length++)
        {
            for (int start = 0; start + length <= phrase.Length; start++)
                yield return phrase.Substring(start, length);
        }
    }

    /// <summary>Whether a word ends a phrase, since what follows belongs to another: 便民服务|向|基层. Words that only add (和) do not.</summary>
    private static bool IsJoint(string text, (int Start, int End) word) =>
        word.End - word.Start == 1 && !"和与及".Contains(text[word.Start]) && EdgeWords.Contains(text[word.Start..word.End]);

    private static bool IsPhrase(string text, (int Start, int End) first, (int Start, int End) last) =>
        first.End - first.Start > 1 && last.End - last.Start > 1 && !EdgeWords.Contains(text[first.Start..first.End]) && !EdgeWords.Contains(text[last.Start..last.End]);

    private void Count(ReadOnlySpan<char> phrase, int weight)
    {
        lookup.TryGetValue(phrase, out int count);
        lookup[phrase] = count + weight;
        if (counts.Count <= Capacity)
            return;
        // The threshold rises until half the room is free again.
        while (counts.Count > Capacity / 2)
        {
            thrownOut++;
            foreach (string rare in counts.Where(each => each.Value <= thrownOut).Select(each => each.Key).ToList())
                counts.Remove(rare);
        }
    }
}
