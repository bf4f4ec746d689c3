using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Passages;

/// <summary>
/// The wording of a text: its letters and digits, folded, without blanks, punctuation and signs, so that the same sentence set otherwise is the same.
/// Immutable; any number of threads may use it.
/// </summary>
internal sealed class NormalizedText
{
    private readonly char[] characters;
    private readonly int[] offsets;
    private readonly int length;

    private NormalizedText(char[] characters, int[] offsets, int length) => (this.characters, this.offsets, this.length) = (characters, offsets, length);

    /// <summary>How many characters it has.</summary>
    public int Length => length;

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Characters => characters.AsSpan(0, length);

    /// <summary>The wording of a part of a text; offsets are those of the whole text.</summary>
    public static NormalizedText Of(string text, int start, int end)
    {
        var characters = new char[end - start];
        var offsets = new int[end - start];
        int length = 0;
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
                continue;
            characters[length] = CharacterFolding.Fold(c);
            offsets[length++] = i;
        }
        return new(characters, offsets, length);
    }

    /// <summary>The wording of a text.</summary>
    public static NormalizedText Of(string text) => Of(text, 0, text.Length);

    /// <summary>Where the characters [<paramref name="start"/>, <paramref name="end"/>), at least one, stand in the text, punctuation between them included.</summary>
    public (int Start, int End) InText(int start, int end) => (offsets[start], offsets[end - 1] + 1);
}
