using System.Globalization;
using System.Text;

namespace PolicySearch.Testing.Generator;

/// <summary>
/// A sentence with choices and slots, compiled once, written any number of times.
/// <code>
/// Template := (Text | Choice | Slot)*
/// Choice   := '[' Template ('|' Template)* ']'
/// Slot     := '{' Name Argument* '}'
/// </code>
/// Slots: <c>n LOW HIGH</c> a whole number, <c>N LOW HIGH</c> one that grows with the place, <c>d LOW HIGH</c> and <c>p LOW HIGH</c> one decimal,
/// <c>W LOW HIGH</c> one decimal that grows with the place, <c>y</c>, <c>y-1</c>, <c>y+1</c> … years, the rest words of the <see cref="Scene"/>. Immutable.
/// </summary>
internal sealed class Template
{
    private readonly List<Part> parts = [];

    private readonly record struct Part(string Text, Template[]? Choices, char Number, int Low, int High, int Step = 1);

    private Template()
    {
    }

    /// <summary>Compiles a sentence.</summary>
    /// <exception cref="FormatException">A bracket is not closed, or a slot is unknown.</exception>
    public static Template Parse(string text)
    {
        int at = 0;
        Template template = Parse(text, ref at, "");
        if (at != text.Length)
            throw new FormatException($"'{text[at]}' at {at} opens nothing: {text}");
        return template;
    }

    /// <summary>Appends the sentence with choices made and slots filled.</summary>
    public void Write(StringBuilder output, Scene scene, SeededRandom random)
    {
        foreach (Part part in parts)
        {
            if (part.Choices != null)
                part.Choices[random.Next(part.Choices.Length)].Write(output, scene, random);
            else if (part.Number == '\0')
                output.Append(part.Text);
            else
                WriteSlot(output, part, scene, random);
        }
    }

    /// <summary>The sentence as a string.</summary>
    public string Write(Scene scene, SeededRandom random)
    {
        var output = new StringBuilder();
        Write(output, scene, random);
        return output.ToString();
    }

    private static void WriteSlot(StringBuilder output, Part part, Scene scene, SeededRandom random)
    {
        switch (part.Number)
        {
            case 'w':
                output.Append(scene.Word(part.Text, random));
                break;
            case 'y':
                output.Append(scene.Year + part.Low);
                break;
            case 'n':
                output.Append(Rounded(random.Between(part.Low, part.High), part.Step));
                break;
            case 'N':
                output.Append(Rounded(random.Between(part.Low * scene.Place.Scale, part.High * scene.Place.Scale), part.Step));
                break;
            default:
                int scale = part.Number == 'W' ? scene.Place.Scale : 1;
                output.Append((random.Between(part.Low * scale, part.High * scale) / 10m).ToString("0.#", CultureInfo.InvariantCulture));
                break;
        }
    }

    // Offices count people and cases to the last one, and give money and large amounts in round numbers.
    private static int Rounded(int value, int step) => value switch
    {
        >= 20000 => value / 100 * 100,
        >= 2000 when value % 3 != 0 => value / 10 * 10,
        _ => value / step * step,
    };

    private static Template Parse(string text, ref int at, string ends)
    {
        var template = new Template();
        var literal = new StringBuilder();
        while (at < text.Length && !ends.Contains(text[at], StringComparison.Ordinal))
        {
            char c = text[at++];
            if (c is not ('[' or '{'))
            {
                literal.Append(c);
                continue;
            }
            template.AddText(literal);
            template.parts.Add(c == '[' ? ParseChoice(text, ref at) : ParseSlot(text, ref at));
        }
        template.AddText(literal);
        return template;
    }

    private void AddText(StringBuilder literal)
    {
        if (literal.Length > 0)
            parts.Add(new Part(literal.ToString(), null, '\0', 0, 0));
        literal.Clear();
    }

    private static Part ParseChoice(string text, ref int at)
    {
        var choices = new List<Template>();
        do
        {
            choices.Add(Parse(text, ref at, "|]"));
            if (at == text.Length)
                throw new FormatException($"'[' is not closed: {text}");
        }
        while (text[at++] == '|');
        return new Part("", [.. choices], '\0', 0, 0);
    }

    private static Part ParseSlot(string text, ref int at)
    {
        int end = text.IndexOf('}', at);
        if (end < 0)
            throw new FormatException($"'{{' is not closed: {text}");
        string[] words = text[at..end].Split(' ');
        at = end + 1;
        if (words is [['n' or 'N'] number, var low, var high])
            return new Part("", null, number[0], Whole(low), Whole(high), StepOf(Whole(low), text.AsSpan(at)));
        if (words is [['d' or 'p' or 'W'] tenths, var from, var to])
            return new Part("", null, tenths[0], Tenths(from), Tenths(to));
        if (words[0] == "y" || words[0].StartsWith("y+", StringComparison.Ordinal) || words[0].StartsWith("y-", StringComparison.Ordinal))
            return new Part("", null, 'y', words[0].Length == 1 ? 0 : Whole(words[0][1..]), 0);
        return Scene.IsWord(words[0]) ? new Part(words[0], null, 'w', 0, 0) : throw new FormatException($"{{{words[0]}}} is no slot: {text}");
    }

    private static int StepOf(int low, ReadOnlySpan<char> behind)
    {
        bool measured = behind.StartsWith("元") || behind.StartsWith("万元") || behind.StartsWith("吨") || behind.StartsWith("立方米") || behind.StartsWith("平方米") || behind.StartsWith("米");
        return !measured ? 1 : low switch { >= 1000 => 100, >= 100 => 10, >= 20 => 5, _ => 1 };
    }

    private static int Whole(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static int Tenths(string text) => (int)(decimal.Parse(text, CultureInfo.InvariantCulture) * 10);
}
