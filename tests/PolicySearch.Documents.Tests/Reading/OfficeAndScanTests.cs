using System.Diagnostics;
using System.Text;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Reading.Office;
using PolicySearch.Documents.Reading.Pdf;
using PolicySearch.Documents.Reading.Scans;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Reading;

public sealed class OfficeAndScanTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);
    private static readonly ReadingOptions Limits = new() { ProgramTimeLimit = TimeLimit };

    [NeedsFact(Requirement.LibreOffice)]
    public void Rich_text_is_read_through_LibreOffice()
    {
        string escaped = string.Concat("关于加强基层卫生工作的通知".Select(c => $"\\u{(short)c}?"));
        byte[] file = Encoding.ASCII.GetBytes("{\\rtf1\\ansi " + escaped + "\\par No. 5\\par}");

        SourceText text = new OfficeReader(Limits).Read("通知 1.rtf", file, default);

        Assert.Equal(["关于加强基层卫生工作的通知", "No. 5"], text.Lines.Select(line => line.Text).Where(line => line.Length > 0));
        Assert.Equal("RTF", text.Encoding);
    }

    [NeedsFact(Requirement.LibreOffice)]
    public void Two_files_at_once_are_both_read()
    {
        var reader = new OfficeReader(Limits);
        string[] read = new string[2];

        Parallel.For(0, 2, i => read[i] = reader.Read("a.rtf", Encoding.ASCII.GetBytes($"{{\\rtf1 file {i}\\par}}"), default).Lines[0].Text);

        Assert.Equal(["file 0", "file 1"], read);
    }

    [Fact]
    public void A_missing_program_is_named_with_its_package()
    {
        var program = new Documents.Reading.Programs.ExternalProgram("no-such-program", "reading", "some-package", Limits);

        var error = Assert.Throws<UnreadableDocumentException>(() => program.Run("a.doc", [], default, default));

        Assert.Contains("no-such-program", error.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install some-package", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_does_not_end_is_stopped()
    {
        var program = new Documents.Reading.Programs.ExternalProgram("sleep", "waiting", "coreutils", new ReadingOptions { ProgramTimeLimit = TimeSpan.FromMilliseconds(200) });

        Assert.Contains("took longer", Assert.Throws<UnreadableDocumentException>(() => program.Run("a.doc", ["600"], default, default)).Message, StringComparison.Ordinal);
    }

    [NeedsFact(Requirement.PrLimit)]
    public void A_program_gets_no_more_memory_than_it_may_have()
    {
        // What dd copies at once it must hold.
        var program = new Documents.Reading.Programs.ExternalProgram("dd", "copying", "coreutils", Limits with { MaxProgramBytes = 128L << 20 });

        Assert.Equal(0, program.Run("a.doc", ["if=/dev/zero", "of=/dev/null", "bs=8M", "count=1"], default, default).ExitCode);
        Assert.NotEqual(0, program.Run("a.doc", ["if=/dev/zero", "of=/dev/null", "bs=256M", "count=1"], default, default).ExitCode);
    }

    [Fact]
    public void Recognised_words_become_lines_with_their_confidence()
    {
        const string Table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
            + "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t90\t通知\n5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t80\tA1\n5\t1\t1\t1\t1\t3\t0\t0\t9\t9\t80\tB2\n"
            + "5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t70\t第二行\n5\t1\t2\t1\t1\t1\t0\t0\t9\t9\t80\t另一块\n";

        RecognisedPage page = RecognisedPage.Parse(Table);

        Assert.Equal(["通知A1 B2", "第二行", "", "另一块"], page.Lines);
        Assert.Equal((5, 80.0), (page.Words, page.Confidence));
    }

    [NeedsFact(Requirement.Tesseract)]
    public void A_picture_that_is_none_is_refused() =>
        Assert.Contains("cannot be read", Assert.Throws<UnreadableDocumentException>(() => new ScanReader(Limits).Read("a.png", "一段文字"u8.ToArray(), default)).Message, StringComparison.Ordinal);

    [NeedsFact(Requirement.Tesseract, Requirement.Chromium)]
    public void A_picture_of_a_page_is_recognised_and_said_to_be()
    {
        using var folder = new TemporaryFolder();
        string picture = Picture(folder, "关于加强基层卫生工作的通知<br>各县区人民政府");

        SourceText text = new ScanReader(Limits).Read("page.png", File.ReadAllBytes(picture), default);

        Assert.Contains("基层卫生工作", string.Concat(text.Lines.Select(line => line.Text)), StringComparison.Ordinal);
        Assert.Contains("recognised from a picture", Assert.Single(text.Warnings), StringComparison.Ordinal);
    }

    [NeedsFact(Requirement.PdfToText, Requirement.Tesseract, Requirement.Chromium)]
    public void Scanned_pages_between_pages_of_text_are_recognised_and_said_to_be()
    {
        using var folder = new TemporaryFolder();
        Picture(folder, "各县区人民政府<br>加强基层卫生工作");
        File.WriteAllText(folder.Combine("mixed.html"),
            "<meta charset=utf-8><style>p,div{break-after:page}</style><p>First page<div><img src=page.png width=700></div><p>Third page<div style='height:9px'></div>");
        Browse(folder, $"--print-to-pdf={folder.Combine("mixed.pdf")}", "--no-pdf-header-footer", new Uri(folder.Combine("mixed.html")).ToString());

        SourceText text = new PdfReader(Limits).Read("mixed.pdf", File.ReadAllBytes(folder.Combine("mixed.pdf")), default);

        Assert.Contains("基层卫生工作", string.Concat(text.Lines.Where(line => line.Page == 2).Select(line => line.Text)), StringComparison.Ordinal);
        Assert.Equal([(1, "First page"), (3, "Third page")], text.Lines.Where(line => line.Page != 2 && line.Text.Length > 0).Select(line => (line.Page, line.Text)));
        Assert.Equal(Enumerable.Range(1, text.Lines.Count), text.Lines.Select(line => line.Number));
        Assert.Matches(@"^the text of 1 of 4 pages was recognised from a picture \(mean confidence \d+ %\)", text.Warnings[0]);
        Assert.Equal("1 of 4 pages hold no text (scanned?)", text.Warnings[1]);
    }

    [Fact]
    public void Pages_that_cannot_be_drawn_are_left_without_text() => Assert.Empty(new ScanReader(Limits).ReadPages("a.pdf", "一段文字"u8.ToArray(), [1, 2], default));

    private static string Picture(TemporaryFolder folder, string html)
    {
        string picture = folder.Combine("page.png");
        File.WriteAllText(folder.Combine("page.html"), "<meta charset=utf-8><body style='font:32px Noto Sans CJK SC'>" + html);
        Browse(folder, "--window-size=800,200", $"--screenshot={picture}", new Uri(folder.Combine("page.html")).ToString());
        return picture;
    }

    private static void Browse(TemporaryFolder folder, params string[] task)
    {
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={folder.Combine("profile")}", .. task];
        using Process browser = Process.Start(new ProcessStartInfo("chromium", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        browser.StandardError.ReadToEnd();
        Assert.True(browser.WaitForExit(TimeLimit));
    }
}
