using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using PolicySearch.Testing;

namespace PolicySearch.Search.Tests;

public class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Documents"] = [],
        ["Engine"] = [],
        ["SmartCn"] = ["Engine"],
        ["Search"] = ["Documents", "Engine", "SmartCn"],
        ["Indexer"] = ["Search", "Documents"],
        ["Api"] = ["Search", "Documents"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_refers_to_exactly_what_it_may(string project) =>
        Assert.Equal(Allowed[project].Order(), References(ProjectFile(project)).Order());

    [Fact]
    public void There_is_no_project_beside_those() =>
        Assert.Equal(Allowed.Keys.Order(), Directory.GetDirectories(RepositoryRoot.Combine("src")).Select(folder => Path.GetFileName(folder)["PolicySearch.".Length..]).Order());

    [Fact]
    public void The_switch_puts_the_packages_in_the_place_of_the_engine_and_nothing_else()
    {
        XElement[] groups = [.. XDocument.Load(RepositoryRoot.Combine("src", "Lucene.props")).Root!.Elements("ItemGroup")];
        Assert.Equal(["'$(LuceneSource)' == 'repository'", "'$(LuceneSource)' == 'packages'"], groups.Select(group => (string)group.Attribute("Condition")!));
        Assert.All(groups[0].Elements(), item => Assert.Equal("ProjectReference", item.Name.LocalName));
        Assert.Equal(["Lucene.Net", "Lucene.Net.Analysis.Common", "Lucene.Net.Analysis.SmartCn"], groups[1].Elements("PackageReference").Select(item => (string)item.Attribute("Include")!));
    }

    [Theory]
    [InlineData("PolicySearch.Engine")]
    [InlineData("PolicySearch.SmartCn")]
    public void The_engine_shows_the_application_its_public_side_only(string assembly)
    {
        string[] friends = [.. Assembly.Load(assembly).GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName)];
        Assert.DoesNotContain(friends, friend => friend is "PolicySearch.Search" or "PolicySearch.Indexer" or "PolicySearch.Api" or "PolicySearch.Documents");
    }

    private static string ProjectFile(string project) => RepositoryRoot.Combine("src", $"PolicySearch.{project}", $"PolicySearch.{project}.csproj");

    private static IEnumerable<string> References(string projectFile)
    {
        XElement root = XDocument.Load(projectFile).Root!;
        IEnumerable<XElement> references = root.Descendants("ProjectReference");
        foreach (XElement import in root.Descendants("Import"))
        {
            string imported = Path.Combine(Path.GetDirectoryName(projectFile)!, ((string)import.Attribute("Project")!).Replace('\\', '/'));
            references = references.Concat(XDocument.Load(imported).Root!.Descendants("ProjectReference"));
        }
        return references.Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))["PolicySearch.".Length..]);
    }
}
