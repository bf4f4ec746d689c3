using System.IO;
using Xunit;

namespace PolicySearch.Testing;

/// <summary>
/// What a test needs beside the .NET SDK. A requirement that is not met skips the test and names what to install;
/// with POLICYSEARCH_REQUIRE_ALL=1 the test runs all the same, and fails.
/// </summary>
public static class Requirement
{
    /// <summary>Apache Lucene 4.10 for Java and the jobs in <c>../shared/oracle</c>.</summary>
    public const string Oracle = "oracle";

    /// <summary>Apache Lucene 8 for Java, for comparing speed. Debian: its jars conflict with 4.10's package; see README.</summary>
    public const string Oracle8 = "oracle8";

    /// <summary>The real documents in <c>../shared</c>.</summary>
    public const string SharedData = "shared data";

    /// <summary>A browser with Chinese fonts.</summary>
    public const string Chromium = "chromium";

    /// <summary>poppler's pdftotext.</summary>
    public const string PdfToText = "pdftotext";

    /// <summary>LibreOffice Writer, which reads old Word, WPS and RTF files.</summary>
    public const string LibreOffice = "libreoffice";

    /// <summary>Text recognition with Chinese data.</summary>
    public const string Tesseract = "tesseract";

    /// <summary>util-linux's prlimit, which bounds the memory of other programs.</summary>
    public const string PrLimit = "prlimit";

    /// <summary>Why a test with these needs cannot run here, or null when it can or must.</summary>
    public static string? Missing(params string[] needs)
    {
        if (Environment.GetEnvironmentVariable("POLICYSEARCH_REQUIRE_ALL") == "1")
            return null;
        var missing = needs.Select(MissingOne).OfType<string>().ToList();
        return missing.Count == 0 ? null : string.Join("; ", missing);
    }

    /// <summary>Full path of a program on PATH, or null.</summary>
    public static string? Program(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static string? MissingOne(string need) => need switch
    {
        Oracle when !File.Exists(RepositoryRoot.InShared("oracle", "oracle")) => "needs ../shared/oracle",
        Oracle when Program("javac") == null => "needs Java: apt-get install default-jdk-headless",
        Oracle when !JarExists("lucene-core-4.10.*.jar") => "needs Lucene 4.10 for Java: apt-get install liblucene4.10-java",
        Oracle8 when Program("javac") == null => "needs Java: apt-get install default-jdk-headless",
        Oracle8 when Environment.GetEnvironmentVariable("LUCENE8_JARS") == null && !JarExists("lucene-core-8.*.jar") => "needs Lucene 8 for Java: unpack liblucene8-java and name its jars' folder in LUCENE8_JARS",
        SharedData when !Directory.Exists(RepositoryRoot.InShared("seeds")) => "needs the real documents in ../shared",
        Chromium when Program("chromium") == null => "needs a browser: apt-get install chromium fonts-noto-cjk",
        PdfToText when Program("pdftotext") == null => "needs pdftotext: apt-get install poppler-utils",
        LibreOffice when Program("soffice") == null => "needs LibreOffice: apt-get install libreoffice-writer",
        Tesseract when Program("tesseract") == null || Program("pdftoppm") == null => "needs text recognition: apt-get install tesseract-ocr tesseract-ocr-chi-sim poppler-utils",
        PrLimit when Program("prlimit") == null => "needs prlimit: apt-get install util-linux",
        PrLimit or LibreOffice or Tesseract or Oracle or Oracle8 or SharedData or Chromium or PdfToText => null,
        _ => throw new ArgumentException($"unknown requirement '{need}'", nameof(need)),
    };

    private static bool JarExists(string pattern)
    {
        string jars = Environment.GetEnvironmentVariable("LUCENE_JARS") ?? "/usr/share/java";
        return Directory.Exists(jars) && Directory.EnumerateFiles(jars, pattern).Any();
    }
}

/// <summary>A fact that is skipped, with the reason, where <see cref="Requirement"/>s are not met.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsFactAttribute : FactAttribute
{
    /// <summary>Needs, by the names in <see cref="Requirement"/>.</summary>
    public NeedsFactAttribute(params string[] needs) => Skip = Requirement.Missing(needs);
}

/// <summary>A theory that is skipped, with the reason, where <see cref="Requirement"/>s are not met.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsTheoryAttribute : TheoryAttribute
{
    /// <summary>Needs, by the names in <see cref="Requirement"/>.</summary>
    public NeedsTheoryAttribute(params string[] needs) => Skip = Requirement.Missing(needs);
}
