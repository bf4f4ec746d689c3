using System.CommandLine;
using System.Text;
using PolicySearch.Search.Schema;

namespace PolicySearch.Indexer.Commands;

/// <summary>
/// <c>tokens FILE</c>: <c>term⇥start⇥end⇥posInc⇥type</c>, an empty line after each line of the file. Offsets count UTF-16 units of the line.
/// </summary>
internal static class TokensCommand
{
    private const string SmartCn = "smartcn", Policy = "policy";

    /// <summary>The verb.</summary>
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "A text in UTF-8." };
        var chain = new Option<string>("--chain")
        {
            Description = "smartcn: the segmenter alone; policy: what the index holds.",
            DefaultValueFactory = _ => SmartCn,
        };
        chain.AcceptOnlyFromAmong(SmartCn, Policy);
        var field = new Option<string>("--field") { Description = "Field whose chain is shown, with --chain policy: body, body.exact …", DefaultValueFactory = _ => PolicySchema.Body };
        Option<string?> lexicon = CommonOptions.Lexicon();
        var command = new Command("tokens", "Shows the tokens of a text: term, start, end, position increment, type.") { file, chain, field, lexicon };
        command.SetAction((parsed, cancellation) =>
        {
            using TokenListing listing = parsed.GetValue(chain) == SmartCn
                ? TokenListing.OfSmartCn()
                : TokenListing.OfPolicy(CommonOptions.LexiconOf(parsed.GetValue(lexicon)), parsed.GetValue(field)!);
            Print(console.Output, listing, parsed.GetValue(file)!, cancellation);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static void Print(TextWriter output, TokenListing listing, string file, CancellationToken cancellation)
    {
        // Without a preamble of its own the encoding leaves a byte order mark in the text, and what is not UTF-8 is an error.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        using var reader = new StreamReader(file, utf8, detectEncodingFromByteOrderMarks: false);
        try
        {
            while (reader.ReadLine() is { } line)
            {
                cancellation.ThrowIfCancellationRequested();
                listing.Write(output, line);
            }
        }
        catch (DecoderFallbackException error)
        {
            throw new IOException($"{file}: the text is not UTF-8 ({error.Message}); convert it first", error);
        }
    }
}
