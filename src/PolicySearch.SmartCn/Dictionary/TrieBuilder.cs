using System.Numerics;

namespace Lucene.Net.Analysis.Cn.Smart;

/// <summary>
/// Lays sorted words out as a double array. A single character's node stands at its code; the nodes of longer words lie behind all codes,
/// the largest families of siblings first, so that the small ones fill the gaps. Used once, while the dictionary is read.
/// </summary>
internal sealed class TrieBuilder
{
    /// <summary>A node and the words below it: those in [First, Last), which agree in their first Depth characters.</summary>
    private readonly record struct Family(int Place, int First, int Last, int Depth);

    private const int PatiencePlaces = 64 * 384;

    private readonly string[] words;
    private readonly ushort[] codes;
    private readonly int highestCode;
    private Lexicon.Node[] nodes = [];
    private ulong[] free = [];
    private int firstFree, crowdedUntil, end;

    /// <param name="words">In ordinal order, behind the entries without text, whose places are their positions.</param>
    /// <param name="codes">See <see cref="CharacterCodes"/>.</param>
    public TrieBuilder(string[] words, ushort[] codes)
    {
        this.words = words;
        this.codes = codes;
        highestCode = codes.Max();
        firstFree = end = highestCode + 1;
        PlaceOf = [.. Enumerable.Range(0, words.Length)];
        LongestWord = words.Max(word => word.Length);
        Reserve(1 << 18);
        for (int code = 0; code <= highestCode; code++)
            Occupy(code, Lexicon.Root);
        Build();
        // A base plus any code must stay inside, so that walking needs no check.
        Reserve(end + highestCode + 1);
        Array.Resize(ref nodes, end + highestCode + 1);
    }

    /// <summary>The trie, without costs.</summary>
    public Lexicon.Node[] Nodes => nodes;

    /// <summary>The place of each word, by its position in the words.</summary>
    public int[] PlaceOf { get; }

    /// <summary>The longest word, in characters.</summary>
    public int LongestWord { get; }

    private void Build()
    {
        var level = Children(new Family(0, DictionaryFile.NameCount, words.Length, 0)).Select(child => child with { Place = codes[words[child.First][0]] }).ToList();
        while (level.Count > 0)
        {
            level = [.. level.Select(Enter).Where(family => family.First < family.Last)];
            level = [.. level.Select(family => (family.Place, Children: Children(family)))
                .OrderByDescending(x => x.Children.Count).ThenBy(x => x.Place).SelectMany(x => Arrange(x.Place, x.Children))];
        }
    }

    /// <summary>Notes the word that ends at this very node, if there is one, and leaves it out.</summary>
    private Family Enter(Family family)
    {
        if (words[family.First].Length > family.Depth)
            return family;
        PlaceOf[family.First] = family.Place;
        return family with { First = family.First + 1 };
    }

    private List<Family> Children(Family family)
    {
        var children = new List<Family>();
        for (int first = family.First, last; first < family.Last; first = last)
        {
            char c = words[first][family.Depth];
            for (last = first + 1; last < family.Last && words[last][family.Depth] == c;)
                last++;
            children.Add(new Family(0, first, last, family.Depth + 1));
        }
        return children;
    }

    private Family[] Arrange(int parent, List<Family> children)
    {
        int[] childCodes = [.. children.Select(child => (int)codes[words[child.First][child.Depth - 1]])];
        int @base = FindBase(childCodes);
        nodes[parent].Base = @base;
        foreach (int code in childCodes)
            Occupy(@base + code, parent);
        end = Math.Max(end, @base + childCodes.Max() + 1);
        while (nodes[firstFree].Parent != Lexicon.Free)
            firstFree++;
        return [.. children.Select((child, i) => child with { Place = @base + childCodes[i] })];
    }

    /// <summary>A base that puts every child on a free place behind the codes. An only child takes the first gap; larger families leave crowded regions behind.</summary>
    private int FindBase(int[] childCodes)
    {
        if (childCodes.Length == 1)
            return firstFree - childCodes[0];
        int first = Math.Max(firstFree, crowdedUntil) - childCodes[0], @base = first, offset;
        while ((offset = FirstFit(@base, childCodes)) < 0)
            @base += 64;
        if (@base - first > PatiencePlaces)
            crowdedUntil = @base + childCodes[0] - PatiencePlaces / 2;
        return @base + offset;
    }

    /// <summary>Which of the 64 bases from <paramref name="base"/> on fits first, from 0; −1 for none.</summary>
    private int FirstFit(int @base, int[] childCodes)
    {
        Reserve(@base + 64 + highestCode + 1);
        ulong fitting = ulong.MaxValue;
        for (int i = 0; i < childCodes.Length && fitting != 0; i++)
            fitting &= FreeFrom(@base + childCodes[i]);
        return fitting == 0 ? -1 : BitOperations.TrailingZeroCount(fitting);
    }

    /// <summary>One bit for each of the 64 places from <paramref name="place"/> on, the first in the lowest bit.</summary>
    private ulong FreeFrom(int place)
    {
        int word = place >> 6, bit = place & 63;
        return bit == 0 ? free[word] : free[word] >> bit | free[word + 1] << (64 - bit);
    }

    private void Occupy(int place, int parent)
    {
        nodes[place].Parent = parent;
        free[place >> 6] &= ~(1UL << (place & 63));
    }

    private void Reserve(int length)
    {
        int old = nodes.Length;
        if (length <= old)
            return;
        Array.Resize(ref nodes, (length * 5 / 4) & ~63);
        nodes.AsSpan(old).Fill(new Lexicon.Node { Parent = Lexicon.Free });
        int oldWords = free.Length;
        Array.Resize(ref free, (nodes.Length >> 6) + 1);
        free.AsSpan(Math.Max(0, oldWords - 1)).Fill(ulong.MaxValue);
    }
}
