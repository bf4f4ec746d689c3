using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// Writes the index of one field's term blocks: a minimal-prefix automaton (FST) from block prefixes to byte strings.
/// It is built in one pass over the sorted entries, deepest nodes first; an output stands as near to the root as all
/// paths below agree on it.
/// <code>
/// Fst   := Header("FST", 4), Packed:Byte = 0, HasEmpty:Byte, [Length:VInt32, Bytes reversed], InputType:Byte = 0,
///          StartNode, NodeCount, ArcCount, ArcWithOutputCount, ByteCount: VInt64, Bytes
/// Node  := Arc+ | 0x20, ArcCount:VInt32, BytesPerArc:VInt32, Arc+ (each filled up to BytesPerArc)
/// Arc   := Flags:Byte, Label:Byte, [Output: VInt32, Bytes], [FinalOutput: VInt32, Bytes], [Target:VInt64]
/// Flags := 1 final | 2 last arc | 4 target is the node written just before | 8 target has no arcs | 16 output | 32 final output
/// </code>
/// Every node lies in reverse, and its address is that of its last byte; byte 0 of Bytes is unused.
/// Used for one field, then thrown away.
/// </summary>
internal sealed class FstWriter
{
    public const string Codec = "FST";
    public const int Version = 4;

    private const int FinalArc = 1, LastArc = 2, TargetNext = 4, StopNode = 8, OutputFlag = 16, FinalOutputFlag = 32;

    private readonly IndexEntries _entries;
    private readonly GrowableOutput _bytes = new(1024);
    private readonly GrowableOutput _node = new();
    private readonly Dictionary<(int Flags, byte Label, long Target), long> _tails = [];
    private long _lastNode;
    private long _nodes, _arcs, _arcsWithOutput;

    public FstWriter(IndexEntries entries)
    {
        _entries = entries;
        _bytes.WriteByte(0);
    }

    /// <summary>Writes the automaton of all entries, which are sorted, and different, and start with the empty prefix.</summary>
    public void Write(DataOutput output)
    {
        long start = _entries.Count > 1 ? AddNode(1, _entries.Count, 0, 0) : 0;
        CodecUtil.WriteHeader(output, Codec, Version);
        output.WriteByte(0);
        WriteEmptyOutput(output);
        output.WriteByte(0);
        output.WriteVInt64(start);
        output.WriteVInt64(_nodes);
        output.WriteVInt64(_arcs);
        output.WriteVInt64(_arcsWithOutput);
        output.WriteVInt64(_bytes.Length);
        _bytes.WriteTo(output);
    }

    private void WriteEmptyOutput(DataOutput output)
    {
        _node.Reset();
        WriteBytes(_node, _entries.Output(0));
        Span<byte> reversed = _node.Bytes.AsSpan(0, _node.Length);
        reversed.Reverse();
        output.WriteByte(1);
        output.WriteVInt32(reversed.Length);
        output.Write(reversed);
    }

    /// <summary>Writes the node that entries [from, to) reach with their first <paramref name="depth"/> bytes; all are longer than that.</summary>
    /// <param name="from">First entry.</param>
    /// <param name="to">Behind the last entry.</param>
    /// <param name="depth">Bytes of the prefix read so far.</param>
    /// <param name="given">Bytes of the outputs that the arcs so far have given.</param>
    private long AddNode(int from, int to, int depth, int given)
    {
        var arcs = new List<Arc>();
        for (int i = from; i < to;)
        {
            byte label = _entries.Prefix(i)[depth];
            int end = i + 1;
            while (end < to && _entries.Prefix(end)[depth] == label)
                end++;
            arcs.Add(AddChild(i, end, depth, given, label));
            i = end;
        }
        return WriteNode(arcs, depth);
    }

    private Arc AddChild(int from, int to, int depth, int given, byte label)
    {
        int common = CommonOutput(from, to, given);
        var arc = new Arc { Label = label, Entry = from, OutputFrom = given, OutputTo = common };
        if (_entries.Prefix(from).Length == depth + 1)
        {
            arc.IsFinal = true;
            arc.FinalFrom = common;
            arc.HasFinalOutput = common < _entries.Output(from).Length;
            from++;
        }
        if (from == to)
            return arc;
        // A chain without branches is written in a loop: a prefix may have thousands of bytes, the stack has not.
        int branch = CommonPrefix(from, to, depth + 1);
        if (_entries.Prefix(from).Length == branch)
            branch--;
        int next = arc.IsFinal ? CommonOutput(from, to, common) : common;
        long target = branch > depth + 1 ? AddChain(from, to, depth + 1, branch, common, next) : AddNode(from, to, depth + 1, common);
        arc.Target = target;
        return arc;
    }

    /// <summary>Writes the nodes at depths [depth, branch), each with one arc, and the node that branches at the end.</summary>
    private long AddChain(int from, int to, int depth, int branch, int given, int common)
    {
        long target = AddNode(from, to, branch, common);
        for (int at = branch - 1; at >= depth; at--)
        {
            bool first = at == depth;
            var arc = new Arc { Label = _entries.Prefix(from)[at], Entry = from, OutputFrom = first ? given : common, OutputTo = common, Target = target };
            target = WriteNode([arc], at);
        }
        return target;
    }

    private int CommonPrefix(int from, int to, int known)
    {
        ReadOnlySpan<byte> first = _entries.Prefix(from), last = _entries.Prefix(to - 1);
        return known + first[known..].CommonPrefixLength(last[known..]);
    }

    private int CommonOutput(int from, int to, int known)
    {
        ReadOnlySpan<byte> common = _entries.Output(from);
        for (int i = from + 1; i < to && common.Length > known; i++)
            common = common[..common.CommonPrefixLength(_entries.Output(i))];
        return common.Length;
    }

    private long WriteNode(List<Arc> arcs, int depth)
    {
        bool array = arcs.Count >= 10 || (depth <= 3 && arcs.Count >= 5);
        if (arcs.Count == 1 && TryReuse(arcs[0], out long known))
            return known;
        _node.Reset();
        var lengths = new int[arcs.Count];
        for (int i = 0; i < arcs.Count; i++)
        {
            int before = _node.Length;
            WriteArc(arcs[i], i == arcs.Count - 1, array);
            lengths[i] = _node.Length - before;
        }
        int start = _bytes.Length;
        if (array)
            AppendArray(lengths);
        else
            _bytes.Write(_node.Written);
        _bytes.Bytes.AsSpan(start, _bytes.Length - start).Reverse();
        _nodes++;
        _arcs += arcs.Count;
        _lastNode = _bytes.Length - 1;
        if (arcs.Count == 1 && arcs[0].IsTail)
            _tails[Key(arcs[0])] = _lastNode;
        return _lastNode;
    }

    // Nodes at the end of a path, without outputs, repeat: the same ends of different prefixes.
    private bool TryReuse(Arc arc, out long node)
    {
        node = 0;
        return arc.IsTail && _tails.TryGetValue(Key(arc), out node);
    }

    private static (int Flags, byte Label, long Target) Key(Arc arc) => (arc.IsFinal ? FinalArc : 0, arc.Label, arc.Target);

    private void WriteArc(Arc arc, bool last, bool array)
    {
        ReadOnlySpan<byte> all = _entries.Output(arc.Entry);
        ReadOnlySpan<byte> output = all[arc.OutputFrom..arc.OutputTo];
        ReadOnlySpan<byte> final = arc.IsFinal ? all[arc.FinalFrom..] : default;
        bool hasTarget = arc.Target > 0, next = hasTarget && arc.Target == _lastNode && !array;
        int flags = (last ? LastArc : 0) | (arc.IsFinal ? FinalArc : 0) | (hasTarget ? 0 : StopNode) | (next ? TargetNext : 0)
            | (output.IsEmpty ? 0 : OutputFlag) | (final.IsEmpty ? 0 : FinalOutputFlag);
        _node.WriteByte((byte)flags);
        _node.WriteByte(arc.Label);
        if (!output.IsEmpty)
        {
            WriteBytes(_node, output);
            _arcsWithOutput++;
        }
        if (!final.IsEmpty)
            WriteBytes(_node, final);
        if (hasTarget && !next)
            _node.WriteVInt64(arc.Target);
    }

    private void AppendArray(int[] lengths)
    {
        int longest = lengths.Max(), at = 0;
        _bytes.WriteByte(FinalOutputFlag);
        _bytes.WriteVInt32(lengths.Length);
        _bytes.WriteVInt32(longest);
        foreach (int length in lengths)
        {
            Span<byte> room = _bytes.Append(longest);
            _node.Written.Slice(at, length).CopyTo(room);
            room[length..].Clear();
            at += length;
        }
    }

    private static void WriteBytes(DataOutput output, ReadOnlySpan<byte> bytes)
    {
        output.WriteVInt32(bytes.Length);
        output.Write(bytes);
    }

    private struct Arc
    {
        public byte Label;
        public bool IsFinal, HasFinalOutput;

        /// <summary>An entry below the arc; outputs are slices of its output, which agrees with the others' that far.</summary>
        public int Entry;

        public int OutputFrom, OutputTo, FinalFrom;

        /// <summary>Address of the node; 0 when nothing follows.</summary>
        public long Target;

        /// <summary>Without any output.</summary>
        public readonly bool IsTail => OutputFrom == OutputTo && !HasFinalOutput;
    }
}
