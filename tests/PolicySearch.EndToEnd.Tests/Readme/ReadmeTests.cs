using System.Text.Json;
using System.Text.RegularExpressions;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Readme;

/// <summary>What README.md says is run: its examples in order, its tables against the program.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(RepositoryRoot.Combine("README.md"));

    [Fact]
    public void Its_examples_of_the_command_line_work_one_after_the_other()
    {
        using var folder = new TemporaryFolder();
        string[] examples = [.. ConsoleBlock().Matches(Text).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        Assert.NotEmpty(examples);
        foreach (string example in examples)
        {
            string[] arguments = [.. Arguments(example, folder.Combine("index"))];
            using StringWriter output = new(), error = new();
            int code = PolicySearch.Indexer.CommandLine.Run(arguments, output, error);
            Assert.True(code == 0, $"{example}: exit code {code}: {error}");
            Assert.True(output.ToString().Length > 0, $"{example}: no output");
            Assert.DoesNotContain("\n0 documents", "\n" + output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Its_table_of_verbs_is_the_programs()
    {
        using StringWriter output = new(), error = new();
        Assert.Equal(0, PolicySearch.Indexer.CommandLine.Run(["--help"], output, error));
        string[] told = [.. VerbRow().Matches(Text).Select(row => row.Groups[1].Value)];
        string[] known = [.. HelpRow().Matches(output.ToString().Split("Commands:")[1]).Select(row => row.Groups[1].Value)];
        Assert.Equal(known.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        foreach (Match option in OptionInTable().Matches(Text))
        {
            using StringWriter help = new();
            PolicySearch.Indexer.CommandLine.Run([option.Groups[1].Value, "--help"], help, error);
            Assert.All(LongOption().Matches(option.Groups[2].Value), named => Assert.Contains(named.Value, help.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Its_table_of_settings_states_the_shipped_defaults()
    {
        using JsonDocument settings = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("src", "PolicySearch.Api", "appsettings.json")));
        var told = SettingRow().Matches(Text.Split("## Settings")[1]).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value.Trim().Trim('`'));
        Assert.True(told.Count > 5);
        foreach (JsonProperty property in settings.RootElement.EnumerateObject().Where(property => property.Name != "Serilog"))
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
                Assert.All(property.Value.EnumerateObject(), inner => Assert.Equal(Show(inner.Value), told.GetValueOrDefault($"{property.Name}:{inner.Name}")));
            else
                Assert.Equal(Show(property.Value), told.GetValueOrDefault(property.Name));
        }
    }

    private static string Show(JsonElement value) => value.ValueKind == JsonValueKind.Array ? string.Join(';', value.EnumerateArray()) : value.ToString();

    /// <summary>The words behind <c>--</c>, with the corpus found wherever the test runs and the index in a folder of the test's.</summary>
    private static IEnumerable<string> Arguments(string example, string index)
    {
        string previous = "";
        foreach (Match word in Word().Matches(example.Split(" -- ", 2)[1]))
        {
            string text = word.Groups[1].Success ? word.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal) : word.Value;
            yield return previous == "--index" ? index : text.StartsWith("corpus", StringComparison.Ordinal) ? RepositoryRoot.Combine(text.Split('/')) : text;
            previous = text;
        }
    }

    [GeneratedRegex(@"```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex(@"""((?:[^""\\]|\\.)*)""|\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\| `([a-z]+)[ `]", RegexOptions.Multiline)]
    private static partial Regex VerbRow();

    [GeneratedRegex(@"^  ([a-z]+) ", RegexOptions.Multiline)]
    private static partial Regex HelpRow();

    [GeneratedRegex(@"^\| `([a-z]+) ([^`]*)`", RegexOptions.Multiline)]
    private static partial Regex OptionInTable();

    [GeneratedRegex(@"--[a-z]+")]
    private static partial Regex LongOption();

    [GeneratedRegex(@"^\| `([A-Z][A-Za-z:]+)` \| ([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();
}
