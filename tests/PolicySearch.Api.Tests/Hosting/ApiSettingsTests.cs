using Microsoft.Extensions.Configuration;
using PolicySearch.Api.Hosting;
using PolicySearch.Testing;

namespace PolicySearch.Api.Tests.Hosting;

public sealed class ApiSettingsTests
{
    private static readonly string ContentRoot = RepositoryRoot.Combine("src", "PolicySearch.Api");

    [Fact]
    public void Relative_paths_count_from_the_repository_wherever_the_program_is_started()
    {
        ApiSettings settings = Read();
        Assert.Equal(RepositoryRoot.Path, settings.Home);
        Assert.Equal([RepositoryRoot.Combine("corpus")], settings.Corpora);
        Assert.Equal(RepositoryRoot.Combine("index"), settings.IndexFolder);
    }

    [Fact]
    public void A_published_program_counts_from_its_own_folder()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(folder.Combine("index"), ApiSettings.Read(new ConfigurationBuilder().Build(), folder.Path).IndexFolder);
    }

    [Fact]
    public void Several_corpora_are_parted_by_semicolons() =>
        Assert.Equal(["/a", "/b c"], Read(("Corpus", "/a; /b c ;")).Corpora);

    [Theory]
    [InlineData("Corpus", " ; ", "name the folder")]
    [InlineData("Index", "", "name a folder")]
    [InlineData("Index", "README.md/../LICENSE", "this is a file")]
    [InlineData("Urls", "5080", "http://localhost:5080")]
    [InlineData("Urls", "ftp://x", "http://localhost:5080")]
    [InlineData("Urls", "http://localhost:70000", "http://localhost:5080")]
    [InlineData("Limits:RequestsPerSecond", "0", "from 1 to 100000")]
    [InlineData("Limits:TimeoutSeconds", "soon", "from 0.1 to 600")]
    public void A_setting_that_cannot_be_used_is_named_with_its_value_and_what_is_allowed(string name, string value, string allowed)
    {
        string message = Assert.Throws<SettingsException>(() => Read((name, value))).Message;
        Assert.StartsWith($"setting {name} = '", message, StringComparison.Ordinal);
        Assert.Contains(allowed, message, StringComparison.Ordinal);
    }

    private static ApiSettings Read(params (string Name, string Value)[] settings) =>
        ApiSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build(), ContentRoot);
}
