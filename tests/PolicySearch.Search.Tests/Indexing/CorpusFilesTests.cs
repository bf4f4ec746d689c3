using PolicySearch.Search.Indexing;
using PolicySearch.Testing;

namespace PolicySearch.Search.Tests.Indexing;

public class CorpusFilesTests
{
    [Fact]
    public void Files_are_listed_by_source_in_ordinal_order_and_the_rest_is_counted()
    {
        using var folder = new TemporaryFolder();
        Make(folder, "corpus/b.txt", "corpus/a/z.txt", "corpus/a.txt", "corpus/notes.bin", "corpus/.hidden.txt", "corpus/.git/x.txt", "corpus/README.txt", "other/c.txt");
        CorpusFiles files = CorpusFiles.List([folder.Combine("corpus") + "/", folder.Combine("other", "c.txt")], new FakeReader());
        Assert.Equal(["corpus/a.txt", "corpus/a/z.txt", "corpus/b.txt", "other/c.txt"], files.Files.Select(file => file.Source));
        Assert.Equal(2, files.Skipped);
        Assert.Equal(["corpus/"], files.Prefixes);
    }

    [Fact]
    public void The_same_file_named_twice_is_one()
    {
        using var folder = new TemporaryFolder();
        Make(folder, "corpus/a.txt");
        Assert.Single(CorpusFiles.List([folder.Combine("corpus"), folder.Combine("corpus", "a.txt"), folder.Combine("corpus")], new FakeReader()).Files);
    }

    [Fact]
    public void Two_folders_of_one_name_and_a_folder_that_is_not_there_are_refused()
    {
        using var folder = new TemporaryFolder();
        Make(folder, "x/corpus/a.txt", "y/corpus/b.txt");
        var same = Assert.Throws<ArgumentException>(() => CorpusFiles.List([folder.Combine("x", "corpus"), folder.Combine("y", "corpus")], new FakeReader()));
        Assert.Contains("'corpus'", same.Message, StringComparison.Ordinal);
        var missing = Assert.Throws<ArgumentException>(() => CorpusFiles.List([folder.Combine("z")], new FakeReader()));
        Assert.Contains("no such file or folder", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_back_to_its_folder_does_not_lead_in_circles()
    {
        using var folder = new TemporaryFolder();
        Make(folder, "corpus/a.txt");
        Directory.CreateSymbolicLink(folder.Combine("corpus", "loop"), folder.Combine("corpus"));
        Assert.Single(CorpusFiles.List([folder.Combine("corpus")], new FakeReader()).Files);
    }

    private static void Make(TemporaryFolder folder, params string[] paths)
    {
        foreach (string path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.Combine(path))!);
            File.WriteAllText(folder.Combine(path), path);
        }
    }
}
