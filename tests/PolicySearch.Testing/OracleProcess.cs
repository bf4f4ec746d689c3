using System.Diagnostics;
using System.IO;
using System.Text;

namespace PolicySearch.Testing;

/// <summary>
/// One process of Apache Lucene 4.10 that checks and dumps any number of indexes, some ten times faster than <see cref="Oracle"/> does one by one. Started when
/// first asked. Safe for several threads, which take turns.
/// </summary>
public sealed class OracleProcess : IDisposable
{
    private const string EndOfAnswer = "\u0004";

    // The five jars that the oracle's own start script names.
    private static readonly string[] Modules = ["core", "analyzers-common", "analyzers-smartcn", "codecs", "test-framework"];

    private readonly Lock turn = new();
    private TemporaryFolder? classes;
    private Process? process;

    /// <summary>What <c>oracle dump</c> prints for the index.</summary>
    public string Dump(string indexFolder) => Ask($"dump\t{indexFolder}");

    /// <summary>Fails, with CheckIndex's report, unless the index is clean.</summary>
    /// <exception cref="OracleException">It is not.</exception>
    public void AssertClean(string indexFolder)
    {
        string report = Ask($"check\t{indexFolder}");
        if (report != "CLEAN\n")
            throw new OracleException(report);
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.StandardInput.Close();
            process.WaitForExit();
        }
        process?.Dispose();
        classes?.Dispose();
    }

    private string Ask(string question)
    {
        lock (turn)
        {
            process ??= Start();
            process.StandardInput.WriteLine(question);
            process.StandardInput.Flush();
            var answer = new StringBuilder();
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (line == EndOfAnswer)
                    return answer.ToString();
                answer.Append(line).Append('\n');
            }
            throw new OracleException($"{question}: the oracle's process ended");
        }
    }

    private Process Start()
    {
        string jars = string.Join(Path.PathSeparator, Modules.Select(Jar));
        classes = new TemporaryFolder();
        string[] sources = [.. Directory.EnumerateFiles(RepositoryRoot.InShared("oracle", "common"), "*.java"), .. Directory.EnumerateFiles(RepositoryRoot.InShared("oracle", "lucene4"), "*.java"),
            RepositoryRoot.Combine("tests", "PolicySearch.Testing", "ManyIndexes.java")];
        using (Process compiler = Run("javac", ["-encoding", "UTF-8", "-nowarn", "-XDsuppressNotes", "-cp", jars, "-d", classes.Path, .. sources]))
        {
            string printed = compiler.StandardOutput.ReadToEnd();
            compiler.WaitForExit();
            if (compiler.ExitCode != 0)
                throw new OracleException($"javac: exit code {compiler.ExitCode}\n{printed}");
        }
        return Run("java", ["-Xmx1g", "-Dfile.encoding=UTF-8", "-ea:org.apache.lucene...", "-cp", classes.Path + Path.PathSeparator + jars, "ManyIndexes"]);
    }

    private static Process Run(string program, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        return Process.Start(info)!;
    }

    private static string Jar(string module)
    {
        string folder = Environment.GetEnvironmentVariable("LUCENE_JARS") ?? "/usr/share/java";
        return Directory.EnumerateFiles(folder, $"lucene-{module}-4.10.*.jar").Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new OracleException($"no lucene-{module}-4.10.*.jar in {folder}: apt-get install liblucene4.10-java");
    }
}
