using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Figures;

/// <summary>The years a sentence names, and whether it speaks of what is to come.</summary>
internal readonly struct SentenceTime
{
    private static readonly WordList Promises = new(
    [
        "力争", "争取", "确保", "计划", "预计", "拟", "将", "目标", "下一步", "年底前", "年前", "年内", "逐步实现", "努力实现", "要达到", "全面实现", "届时", "未来",
    ]);

    private static readonly WordList Facts = new("截至", "截止", "已", "累计", "目前", "现有", "去年", "上年", "同比", "曾", "了", "共有", "以来");

    // Years by their distance from the document's own. 较上年 and the like compare and set no time.
    private static readonly (string Word, int Distance)[] Relative =
        [("今年", 0), ("本年", 0), ("年内", 0), ("年底前", 0), ("明年", 1), ("次年", 1), ("后年", 2), ("去年", -1), ("上年", -1)];

    private static readonly WordList RelativeWords = new([.. Relative.Select(entry => entry.Word)]);

    // Looked for together, so that a sentence is passed over once.
    private static readonly WordList Telling = new([.. Promises.Words.Concat(Facts.Words).Concat(RelativeWords.Words)]);

    // What leads to a time, longer words first.
    private static readonly WordList TimeLeads = new("截止到", "截至", "截止", "到", "至", "从", "自", "在");

    private static readonly List<(int Place, int Year, bool Deadline)> None = [];

    // Null where the sentence names no year, as most do.
    private readonly List<(int Place, int Year, bool Deadline)>? years;
    private readonly int promise, fact;

    private SentenceTime(List<(int Place, int Year, bool Deadline)>? years, int promise, int fact)
    {
        this.years = years;
        this.promise = promise;
        this.fact = fact;
    }

    /// <summary>Reads a sentence once; places count from its beginning.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="documentYear">What 今年 means; null when not known.</param>
    public static SentenceTime Of(ReadOnlySpan<char> sentence, int? documentYear = null)
    {
        List<(int Place, int Year, bool Deadline)>? years = null;
        for (int mark = sentence.IndexOf('年'); mark >= 0; mark = Next(sentence, '年', mark + 1))
        {
            if (YearBefore(sentence, mark) is { } year)
                (years ??= []).Add((mark - 4, year, IsDeadline(sentence, mark - 4)));
        }
        int promise = -1, fact = -1;
        bool relative = false;
        for (int at = Telling.PlaceIn(sentence); at >= 0; at = Telling.PlaceIn(sentence, at + 1))
        {
            ReadOnlySpan<char> rest = sentence[at..];
            promise = promise < 0 && Promises.Begins(rest) ? at : promise;
            fact = fact < 0 && Facts.Begins(rest) ? at : fact;
            relative |= RelativeWords.Begins(rest);
        }
        if (relative && documentYear is int own)
            AddRelative(sentence, own, years ??= []);
        return new SentenceTime(years, promise, fact);
    }

    private static void AddRelative(ReadOnlySpan<char> sentence, int own, List<(int Place, int Year, bool Deadline)> years)
    {
        int stated = years.Count;
        foreach ((string word, int distance) in Relative)
        {
            int at = sentence.IndexOf(word, StringComparison.Ordinal);
            bool compares = at > 0 && sentence[at - 1] is '较' or '比' or '同' or '与';
            bool partOfYear = at > 0 && (char.IsAsciiDigit(sentence[at - 1]) || sentence[at - 1] is '今' or '明' or '去' or '本');
            if (at >= 0 && !compares && !partOfYear)
                years.Add((at, own + distance, word is "年内" or "年底前"));
        }
        if (years.Count > stated)
            years.Sort((a, b) => a.Place.CompareTo(b.Place));
    }

    /// <summary>The year and mood that hold for a number: the nearest year before it, else the first one behind it.</summary>
    public (int? Year, bool Promised) At(int place)
    {
        int? year = null;
        bool deadline = false;
        foreach ((int where, int value, bool isDeadline) in years ?? None)
        {
            if (where > place && year != null)
                break;
            (year, deadline) = (value, isDeadline);
        }
        bool promised = deadline || promise >= 0 && promise < place;
        // 截至2023年底已达… is a fact even though it names a year's end.
        bool past = fact >= 0 && fact < place && !(promise >= 0 && promise > fact && promise < place);
        return (year, promised && !past);
    }

    /// <summary>How many characters of time a clause begins with (到2025年底, 2023年以来, 截至2021年6月底), else 0.</summary>
    public static int LeadingTime(ReadOnlySpan<char> clause)
    {
        int at = TimeLeads.BeginningOf(clause)?.Length ?? 0;
        int digits = at;
        while (digits < clause.Length && char.IsAsciiDigit(clause[digits]))
            digits++;
        if (digits == at || digits - at > 4 || digits >= clause.Length || clause[digits] is not ('年' or '月' or '日'))
            return 0;
        int end = digits + 1;
        while (end < clause.Length && (char.IsAsciiDigit(clause[end]) || clause[end] is '月' or '日' or '底' or '末' or '初' or '前' or '以' or '来' or '起' or '间' or '内' or '中'))
            end++;
        return end;
    }

    private static int? YearBefore(ReadOnlySpan<char> text, int mark)
    {
        if (mark < 4 || mark > 4 && char.IsAsciiDigit(text[mark - 5]))
            return null;
        return int.TryParse(text.Slice(mark - 4, 4), System.Globalization.NumberStyles.None, null, out int year) && year is >= 1949 and <= 2100 ? year : null;
    }

    private static bool IsDeadline(ReadOnlySpan<char> text, int at)
    {
        bool to = at > 0 && text[at - 1] is '到' or '至' && !(at > 1 && text[at - 2] is '截' or '止');
        ReadOnlySpan<char> after = text[Math.Min(text.Length, at + 5)..];
        return to || after.StartsWith("底前", StringComparison.Ordinal) || after.StartsWith("年底前", StringComparison.Ordinal) || after.StartsWith("前", StringComparison.Ordinal);
    }

    private static int Next(ReadOnlySpan<char> text, char mark, int from)
    {
        int step = text[from..].IndexOf(mark);
        return step < 0 ? -1 : from + step;
    }
}
