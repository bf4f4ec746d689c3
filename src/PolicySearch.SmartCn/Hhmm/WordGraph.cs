using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lucene.Net.Analysis.Cn.Smart.Hhmm;

/// <summary>
/// Cuts one sentence into words: every dictionary word and every single character is an arc from its start to its end, and the cheapest path
/// through them, counted in pairs, wins. Of equal paths the one found first wins, starts and then lengths ascending.
/// Reuses its buffers, so one instance serves one thread.
/// <code>
/// 行 政 村      行, 行政, 政, 政村?, 村 …  →  Begin, 行政, 村, End
/// </code>
/// </summary>
internal sealed class WordGraph
{
    private struct Arc
    {
        public int Start, End, Unit, Previous;
        public double Unseen, Total;
    }

    private readonly Lexicon lexicon = Lexicon.Instance;
    private Arc[] arcs = new Arc[1024];
    private int[] firstArcAt = new int[512];
    private Word[] words = new Word[512];
    private int arcCount, nextWord = 512;

    /// <summary>A word: UTF-16 units [Start, End) of the sentence. Blanks inside belong to it, blanks around it do not.</summary>
    internal readonly record struct Word(int Start, int End);

    /// <summary>Cuts a sentence; <see cref="TryNext"/> then gives its words.</summary>
    public void Split(ReadOnlySpan<char> sentence)
    {
        Build(sentence);
        Relax();
        CollectPath();
    }

    /// <summary>The next word of the sentence; false behind the last one.</summary>
    public bool TryNext(out Word word)
    {
        if (nextWord == words.Length)
        {
            word = default;
            return false;
        }
        word = words[nextWord++];
        return true;
    }

    /// <summary>Forgets the words that are left.</summary>
    public void Clear() => nextWord = words.Length;

    private void Build(ReadOnlySpan<char> sentence)
    {
        if (firstArcAt.Length <= sentence.Length)
            firstArcAt = new int[sentence.Length * 2];
        arcCount = 0;
        AddArc(-1, 0, Lexicon.Begin);
        arcs[0].Total = 0;
        for (int i = 0; i < sentence.Length;)
        {
            firstArcAt[i] = arcCount;
            int code = lexicon.Codes[sentence[i]];
            i = code >= CharacterCodes.FirstHanzi ? AddWords(sentence, i, code) : AddOther(sentence, i, code);
        }
        firstArcAt[sentence.Length] = arcCount;
        AddArc(sentence.Length, sentence.Length + 1, Lexicon.End);
    }

    private int AddWords(ReadOnlySpan<char> sentence, int start, int code)
    {
        if (arcCount + lexicon.LongestWord + 2 > arcs.Length)
            Array.Resize(ref arcs, arcs.Length * 2);
        ref Lexicon.Node nodes = ref MemoryMarshal.GetArrayDataReference(lexicon.Nodes);
        ref ushort codes = ref MemoryMarshal.GetArrayDataReference(lexicon.Codes);
        int unit = code;
        ref Lexicon.Node node = ref Unsafe.Add(ref nodes, unit);
        Append(start, start + 1, unit, node.Cost);
        for (int i = start + 1; i < sentence.Length; i++)
        {
            int next = Unsafe.Add(ref codes, sentence[i]);
            int child = node.Base + next;
            ref Lexicon.Node childNode = ref Unsafe.Add(ref nodes, child);
            if (childNode.Parent != unit)
            {
                if (next == CharacterCodes.Space)
                    continue;
                break;
            }
            unit = child;
            node = ref childNode;
            if (node.Cost >= 0)
                Append(start, i + 1, unit, node.Cost);
        }
        return start + 1;
    }

    private int AddOther(ReadOnlySpan<char> sentence, int start, int code)
    {
        if (code == CharacterCodes.Space)
            return start + 1;
        if (code >= CharacterCodes.FirstMark)
            return AddArc(start, start + 1, code);
        if (code == CharacterCodes.Other)
            return AddArc(start, start + 1, Lexicon.Letters);
        int narrow = code is CharacterCodes.Letter or CharacterCodes.WideLetter ? CharacterCodes.Letter : CharacterCodes.Digit;
        int end = start + 1;
        while (end < sentence.Length && (uint)(lexicon.Codes[sentence[end]] - narrow) <= 1)
            end++;
        return AddArc(start, end, narrow == CharacterCodes.Letter ? Lexicon.Letters : Lexicon.Number);
    }

    private int AddArc(int start, int end, int unit)
    {
        if (arcCount == arcs.Length)
            Array.Resize(ref arcs, arcs.Length * 2);
        Append(start, end, unit, lexicon.Nodes[unit].Cost);
        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int start, int end, int unit, double unseen)
    {
        ref Arc arc = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(arcs), arcCount++);
        arc.Start = start;
        arc.End = end;
        arc.Unit = unit;
        arc.Unseen = unseen;
        arc.Total = double.PositiveInfinity;
    }

    private void Relax()
    {
        PairCosts pairs = lexicon.Pairs;
        ref Arc all = ref MemoryMarshal.GetArrayDataReference(arcs);
        ref int firstAt = ref MemoryMarshal.GetArrayDataReference(firstArcAt);
        int last = arcCount - 1;
        for (int i = 0; i < last; i++)
        {
            ref Arc from = ref Unsafe.Add(ref all, i);
            int next = Unsafe.Add(ref firstAt, from.End);
            ref Arc to = ref Unsafe.Add(ref all, next);
            int start = to.Start;
            do
            {
                double total = from.Total + pairs.Find(from.Unit, to.Unit, from.Unseen);
                bool better = total < to.Total;
                to.Previous = better ? i : to.Previous;
                to.Total = double.Min(total, to.Total);
                to = ref Unsafe.Add(ref all, ++next);
            }
            while (next <= last && to.Start == start);
        }
    }

    private void CollectPath()
    {
        if (words.Length < arcCount)
            words = new Word[arcs.Length];
        nextWord = words.Length;
        for (int i = arcs[arcCount - 1].Previous; i > 0; i = arcs[i].Previous)
            words[--nextWord] = new Word(arcs[i].Start, arcs[i].End);
    }
}
