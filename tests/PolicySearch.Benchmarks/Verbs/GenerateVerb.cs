using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicySearch.Testing.Generator;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>
/// Writes generated documents: as files, at most a thousand to a folder, or as the lines that the oracle's <c>write</c> and <c>bench</c> take
/// (<c>{"id","title","body","city","year","topic":[...]}</c>). The same seed gives the same bytes on every machine.
/// </summary>
internal static class GenerateVerb
{
    public const string Usage = "generate FOLDER COUNT [--seed N]  generated documents as text files; with --jsonl FILE in FOLDER's place, as lines of JSON";

    private const int FilesPerFolder = 1000;

    public static int Run(string[] args)
    {
        bool lines = args is ["--jsonl", ..];
        string[] rest = lines ? args[1..] : args;
        ulong seed = DocumentGenerator.DefaultSeed;
        if (rest.Length is not (2 or 4) || !int.TryParse(rest[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            || (rest.Length == 4 && (rest[2] != "--seed" || !ulong.TryParse(rest[3], NumberStyles.None, CultureInfo.InvariantCulture, out seed))))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        var watch = Stopwatch.StartNew();
        var generator = new DocumentGenerator(seed);
        long characters = lines ? WriteLines(generator, rest[0], count) : WriteFiles(generator, rest[0], count);
        double seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} documents, {characters / 1e6:F1} M characters, {seconds:F1} s, {count / seconds:F0} documents/s"));
        return 0;
    }

    private static long WriteFiles(DocumentGenerator generator, string folder, int count)
    {
        long characters = 0;
        foreach (GeneratedDocument document in generator.Documents(count))
        {
            string place = count > FilesPerFolder ? Path.Combine(folder, (document.Index / FilesPerFolder).ToString("000", CultureInfo.InvariantCulture)) : folder;
            if (document.Index % FilesPerFolder == 0)
                Directory.CreateDirectory(place);
            File.WriteAllBytes(Path.Combine(place, document.FileName), document.ToBytes());
            characters += document.Text.Length;
        }
        return characters;
    }

    private static long WriteLines(DocumentGenerator generator, string file, int count)
    {
        long characters = 0;
        using FileStream stream = File.Create(file);
        using var buffered = new BufferedStream(stream, 1 << 20);
        using var json = new Utf8JsonWriter(buffered, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        foreach (GeneratedDocument document in generator.Documents(count))
        {
            WriteLine(json, document);
            json.Flush();
            json.Reset();
            buffered.WriteByte((byte)'\n');
            characters += document.Text.Length;
        }
        return characters;
    }

    private static void WriteLine(Utf8JsonWriter json, GeneratedDocument document)
    {
        GeneratedTruth truth = document.Truth;
        json.WriteStartObject();
        json.WriteString("id", Path.GetFileNameWithoutExtension(document.FileName));
        json.WriteString("title", truth.Title);
        json.WriteString("body", document.Text);
        json.WriteString("city", truth.City ?? truth.Province);
        json.WriteString("year", truth.Year.ToString(CultureInfo.InvariantCulture));
        json.WriteStartArray("topic");
        foreach (string level in truth.Topic.Split('/'))
            json.WriteStringValue(level);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
