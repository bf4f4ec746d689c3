using System.Buffers;
using System.Text;

namespace Lucene.Net.Analysis.Cn.Smart;

/// <summary>
/// Where sentences end, as the JDK's (Java 17) sentence BreakIterator says. The rules, with what a state has seen:
/// <code>
/// Body       anything                  a sentence may end here when the text does
/// Ended      。 ! ? and what follows of them, closing marks, quotes and dots
/// EndedSpace ... then white space      the next character starts a sentence
/// Danda      । and white space behind it
/// Paragraph  U+2029
/// Dots       dots and closing marks    remembered as a possible end, as are the next three
/// DotSpace   ... then one blank        a capital or uncased letter ends the sentence before it
/// DotSpaces  ... then more blanks      any letter does
/// DotQuote   ... then quotes           likewise
/// DotOther   ... then symbols          a letter ends the sentence at the remembered place
/// DotBreak   ... symbols after quotes or several blanks; other characters end it where the body was last complete
/// </code>
/// Thread-safe.
/// </summary>
internal static class SentenceBreaks
{
    private const char EndOfText = '\uFFFF';

    private enum State : byte { Body, Ended, EndedSpace, Danda, Paragraph, Dots, DotSpace, DotSpaces, DotQuote, DotOther, DotBreak, AtMark, Stop }

    private const int ClassCount = (int)SentenceClass.Paragraph + 1;

    // One letter a state, in the order of State: B E e D P . s S q o b M -; columns in the order of SentenceClass. Ignored characters keep the state.
    private static readonly State[] Next = Table(
    //   other space term quote close digit dot letter lower ignored danda paragraph
        "BBEBBB.BB DP",   // Body
        "-eEEE-E-- -P",   // Ended
        "-e------- -P",   // EndedSpace
        "-D------- --",   // Danda
        "--------- --",   // Paragraph
        "osEq.B.BB oP",   // Dots
        "oSEoBB.MB oP",   // DotSpace
        "bSEbBB.MM bP",   // DotSpaces
        "bsEq.B.MM bP",   // DotQuote
        "oBEoBB.MM oP",   // DotOther
        "o--o---MM o-");  // DotBreak

    // Only these leave the body; the rest of a text is skipped vectorised.
    private static readonly SearchValues<char> LeavingBody = SearchValues.Create("!?。！？.．\u0964\u0965\u2029\uFFFF");

    /// <summary>Length of the first sentence of <paramref name="text"/>, in UTF-16 units; at least 1.</summary>
    /// <param name="text">The rest of a text, not empty, starting where a sentence starts.</param>
    public static int FirstLength(ReadOnlySpan<char> text)
    {
        int position = text.IndexOfAny(LeavingBody);
        if (position < 0)
            return text.Length;
        return Scan(text, position, Math.Max(position, CharacterAt(text, 0).Width));
    }

    private static int Scan(ReadOnlySpan<char> text, int position, int end)
    {
        int mark = -1;
        for (var state = State.Body; position < text.Length && text[position] != EndOfText;)
        {
            (SentenceClass found, int width) = CharacterAt(text, position);
            if (found != SentenceClass.Ignored)
                state = Next[(int)state * ClassCount + (int)found];
            position += width;
            if (state == State.Stop)
                return end;
            if (state == State.AtMark)
                return mark;
            if (state is >= State.Dots and <= State.DotQuote)
                mark = position;
            else if (state <= State.Paragraph)
                end = position;
        }
        return mark == text.Length ? mark : end;
    }

    private static (SentenceClass Class, int Width) CharacterAt(ReadOnlySpan<char> text, int position)
    {
        char c = text[position];
        if (!char.IsSurrogate(c))
            return (SentenceClasses.Of(c), 1);
        return Rune.DecodeFromUtf16(text[position..], out Rune rune, out int width) == OperationStatus.Done
            ? (SentenceClasses.Of(rune.Value), width)
            : (SentenceClasses.Of(c), 1);
    }

    private static State[] Table(params string[] rows) =>
        [.. rows.SelectMany(row => row.Select(letter => letter == ' ' ? State.Body : (State)"BEeDP.sSqobM-".IndexOf(letter, StringComparison.Ordinal)))];
}
