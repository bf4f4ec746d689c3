using System.Globalization;

namespace PolicySearch.Testing.Generator;

/// <summary>
/// What offices have to say on one topic: a file of Data/topics, one record a line, its kind before the first tab.
/// <code>
/// topic PATH · office KEY · with KEY… · policy YEAR TITLE NUMBER? · local TITLE · subject T · state T · problem T
/// theme T · do T · plan T · task T (belong to the theme above) · figure MEASURE UNIT LOW HIGH T (with {v}) · amount, the same for what grows with the place · refuse T
/// </code>
/// T is a <see cref="Template"/>. Immutable once read.
/// </summary>
internal sealed class TopicBank
{
    public string Path { get; private set; } = "";
    public string OfficeKey { get; private set; } = "";
    public string[] Partners { get; private set; } = [];
    public List<Policy> Policies { get; } = [];
    public string Local { get; private set; } = "";
    public List<Template> Subjects { get; } = [];
    public List<Template> States { get; } = [];
    public List<Template> Problems { get; } = [];
    public List<Theme> Themes { get; } = [];
    public List<Measure> Measures { get; } = [];
    public List<Template> Refusals { get; } = [];

    /// <summary>All topics, in the order of their files' names.</summary>
    public static IReadOnlyList<TopicBank> All { get; } = [.. DataFile.Topics().Select(Read)];

    /// <summary>A cited document of an authority, citable from <paramref name="Year"/> on.</summary>
    internal sealed record Policy(int Year, string Title, string? Number);

    /// <summary>One thing to do: what was done, what is planned, and what a notice asks for.</summary>
    internal sealed record Theme(Template Title, List<Template> Done, List<Template> Plans, List<Template> Tasks);

    /// <summary>A measure that every city states.</summary>
    internal sealed record Measure(string Name, string Unit, decimal Low, decimal High, Template Before, Template After, bool Grows)
    {
        /// <summary>Decimals of the values: as many as the range is written with.</summary>
        public int Scale => Math.Max((decimal.GetBits(Low)[3] >> 16) & 0xFF, (decimal.GetBits(High)[3] >> 16) & 0xFF);
    }

    private static TopicBank Read(string file)
    {
        var bank = new TopicBank();
        foreach (string[] row in DataFile.Rows(file))
            bank.Take(row);
        return bank;
    }

    private void Take(string[] row)
    {
        switch (row[0])
        {
            case "topic": Path = row[1]; break;
            case "office": OfficeKey = row[1]; break;
            case "with": Partners = row[1].Split(' '); break;
            case "local": Local = row[1]; break;
            case "policy": Policies.Add(new Policy(int.Parse(row[1], CultureInfo.InvariantCulture), row[2], row.Length > 3 ? row[3] : null)); break;
            case "subject": Subjects.Add(Template.Parse(row[1])); break;
            case "state": States.Add(Template.Parse(row[1])); break;
            case "problem": Problems.Add(Template.Parse(row[1])); break;
            case "theme": Themes.Add(new Theme(Template.Parse(row[1]), [], [], [])); break;
            case "do": Themes[^1].Done.Add(Template.Parse(row[1])); break;
            case "plan": Themes[^1].Plans.Add(Template.Parse(row[1])); break;
            case "task": Themes[^1].Tasks.Add(Template.Parse(row[1])); break;
            case "refuse": Refusals.Add(Template.Parse(row[1])); break;
            case "figure": Measures.Add(ToMeasure(row, false)); break;
            case "amount": Measures.Add(ToMeasure(row, true)); break;
            default: throw new FormatException($"'{row[0]}' is no record of a topic");
        }
    }

    private static Measure ToMeasure(string[] row, bool grows)
    {
        string[] halves = row[5].Split("{v}");
        return new Measure(row[1], row[2], decimal.Parse(row[3], CultureInfo.InvariantCulture), decimal.Parse(row[4], CultureInfo.InvariantCulture),
            Template.Parse(halves[0]), Template.Parse(halves[1]), grows);
    }
}
