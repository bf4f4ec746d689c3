using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicySearch.Documents.Reading.Word;

using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

/// <summary>
/// The numbers that Word prints before paragraphs but does not store in their text (一、 （二） 3.): counts them as Word does
/// (ECMA-376 part 1, 17.9: a level's counter starts again when a higher level is counted).
/// </summary>
internal sealed class WordNumbering
{
    private const string Digits = "〇一二三四五六七八九";
    private const int MaxLevels = 9;

    private readonly Dictionary<int, Dictionary<int, Level>> levelsByNumber = [];
    private readonly Dictionary<string, (int Number, int Level)> numberingByStyle = [];
    private readonly Dictionary<int, int[]> counters = [];
    private readonly Dictionary<int, int> abstractOf = [];

    public WordNumbering(MainDocumentPart main)
    {
        ReadDefinitions(main.NumberingDefinitionsPart?.Numbering);
        ReadStyles(main.StyleDefinitionsPart?.Styles);
    }

    /// <summary>The number printed before the paragraph, with what follows it; empty for a paragraph without one.</summary>
    public string Next(Paragraph paragraph)
    {
        (int number, int level) = NumberingOf(paragraph);
        if (number <= 0 || level is < 0 or >= MaxLevels || !levelsByNumber.TryGetValue(number, out Dictionary<int, Level>? levels) || !levels.TryGetValue(level, out Level? definition))
            return "";
        int[] counts = Count(number, level, levels);
        return Print(definition.LevelText?.Val?.Value ?? "", counts, levels);
    }

    private (int Number, int Level) NumberingOf(Paragraph paragraph)
    {
        ParagraphProperties? properties = paragraph.ParagraphProperties;
        (int Number, int Level) styled = properties?.ParagraphStyleId?.Val?.Value is { } style ? numberingByStyle.GetValueOrDefault(style) : default;
        NumberingProperties? own = properties?.NumberingProperties;
        return own is null ? styled : (own.NumberingId?.Val?.Value ?? styled.Number, own.NumberingLevelReference?.Val?.Value ?? styled.Level);
    }

    // Lists that share an abstract definition go on counting from each other.
    private int[] Count(int number, int level, Dictionary<int, Level> levels)
    {
        int list = abstractOf[number];
        if (!counters.TryGetValue(list, out int[]? counts))
            counters[list] = counts = new int[MaxLevels];
        for (int i = 0; i < level; i++)
            counts[i] = counts[i] == 0 ? Start(levels, i) : counts[i];
        counts[level] = counts[level] == 0 ? Start(levels, level) : counts[level] + 1;
        Array.Clear(counts, level + 1, MaxLevels - level - 1);
        return counts;
    }

    private static int Start(Dictionary<int, Level> levels, int level) =>
        levels.TryGetValue(level, out Level? definition) ? Math.Max(1, definition.StartNumberingValue?.Val?.Value ?? 1) : 1;

    private static string Print(string pattern, int[] counts, Dictionary<int, Level> levels)
    {
        var text = new StringBuilder();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                int level = pattern[++i] - '1';
                text.Append(Number(counts[level], levels.GetValueOrDefault(level)?.NumberingFormat?.Val?.Value));
            }
            else if (pattern[i] is not (>= '\uE000' and <= '\uF8FF'))
            {
                text.Append(pattern[i]);
            }
        }
        return text.ToString();
    }

    private static string Number(int value, NumberFormatValues? format) => format switch
    {
        NumberFormatValues.ChineseCounting or NumberFormatValues.ChineseCountingThousand or NumberFormatValues.JapaneseCounting
            or NumberFormatValues.TaiwaneseCounting or NumberFormatValues.TaiwaneseCountingThousand or NumberFormatValues.IdeographDigital => Chinese(value),
        NumberFormatValues.UpperLetter => Letter(value, 'A'),
        NumberFormatValues.LowerLetter => Letter(value, 'a'),
        NumberFormatValues.Bullet or NumberFormatValues.None => "",
        NumberFormatValues.DecimalEnclosedCircle or NumberFormatValues.DecimalEnclosedCircleChinese when value is >= 1 and <= 20 => ((char)('①' + value - 1)).ToString(),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letter(int value, char first) => value is >= 1 and <= 26 ? ((char)(first + value - 1)).ToString() : value.ToString(CultureInfo.InvariantCulture);

    private static string Chinese(int value)
    {
        if (value is < 1 or > 99)
            return value.ToString(CultureInfo.InvariantCulture);
        string tens = value < 10 ? "" : (value < 20 ? "" : Digits[value / 10].ToString()) + "十";
        return tens + (value % 10 == 0 ? "" : Digits[value % 10].ToString());
    }

    private void ReadDefinitions(Numbering? numbering)
    {
        if (numbering is null)
            return;
        var definitions = new Dictionary<int, Dictionary<int, Level>>();
        foreach (AbstractNum definition in numbering.Elements<AbstractNum>())
        {
            if (definition.AbstractNumberId?.Value is { } id)
                definitions[id] = LevelsOf(definition.Elements<Level>());
        }
        foreach (NumberingInstance instance in numbering.Elements<NumberingInstance>())
        {
            if (instance.NumberID?.Value is not { } id || instance.AbstractNumId?.Val?.Value is not { } definition || !definitions.TryGetValue(definition, out var levels))
                continue;
            levelsByNumber[id] = levels;
            // An instance with a start of its own counts for itself.
            abstractOf[id] = instance.Elements<LevelOverride>().Any() ? -id : definition;
        }
    }

    private static Dictionary<int, Level> LevelsOf(IEnumerable<Level> levels)
    {
        var byIndex = new Dictionary<int, Level>();
        foreach (Level level in levels)
        {
            if (level.LevelIndex?.Value is { } index)
                byIndex[index] = level;
        }
        return byIndex;
    }

    private void ReadStyles(Styles? styles)
    {
        foreach (Style style in styles?.Elements<Style>() ?? [])
        {
            NumberingProperties? properties = style.StyleParagraphProperties?.NumberingProperties;
            if (style.StyleId?.Value is { } id && properties?.NumberingId?.Val?.Value is { } number)
                numberingByStyle[id] = (number, properties.NumberingLevelReference?.Val?.Value ?? 0);
        }
    }
}
