using System.IO;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>Fails at one call that creates, writes, flushes, closes or syncs, counted from <see cref="FailAfter"/>; or at all from there on; or when it is full.</summary>
internal sealed class FaultyDirectory(Directory inner) : FilterDirectory(inner)
{
    private readonly System.Threading.Lock _sync = new();
    private int _left = int.MaxValue;
    private bool _forGood;

    /// <summary>True once a call has failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Bytes that all files together may have; whoever writes more is told that the disk is full.</summary>
    public long Capacity { get; set; } = long.MaxValue;

    /// <summary>Lets so many calls pass, then one fail, or all.</summary>
    public void FailAfter(int calls, bool forGood)
    {
        HasFailed = false;
        _left = calls;
        _forGood = forGood;
    }

    public void Heal()
    {
        _left = int.MaxValue;
        HasFailed = false;
    }

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        Call($"create {name}");
        return new FaultyOutput(this, base.CreateOutput(name, context), name);
    }

    public override void Sync(ICollection<string> names)
    {
        Call($"sync {string.Join(' ', names)}");
        base.Sync(names);
    }

    private void Call(string what)
    {
        lock (_sync)
        {
            if (HasFailed && _forGood)
                throw new IOException($"still failing: {what}");
            if (_left == int.MaxValue || --_left >= 0)
                return;
            _left = int.MaxValue;
            HasFailed = true;
            throw new IOException($"failing as told: {what}");
        }
    }

    // What is still in the buffers of open outputs counts as written only once it is.
    private void CheckRoom(string name, long position, int bytes)
    {
        if (Capacity == long.MaxValue)
            return;
        long others = ListAll().Where(file => file != name).Sum(file => FileLength(file));
        if (others + position + bytes <= Capacity)
            return;
        HasFailed = true;
        throw new IOException($"no space left for {name}");
    }

    private sealed class FaultyOutput(FaultyDirectory owner, IndexOutput inner, string name) : IndexOutput
    {
        private bool _closed;

        public override long Checksum => inner.Checksum;

        public override long Position => inner.Position;

        public override void WriteByte(byte b)
        {
            // Single bytes are far too many to count each.
            if ((inner.Position & 0xFF) == 0)
            {
                owner.Call($"write {name}");
                owner.CheckRoom(name, inner.Position, 1);
            }
            inner.WriteByte(b);
        }

        public override void WriteBytes(byte[] b, int offset, int length)
        {
            owner.Call($"write {name}");
            owner.CheckRoom(name, inner.Position, length);
            inner.WriteBytes(b, offset, length);
        }

        public override void Flush()
        {
            owner.Call($"flush {name}");
            inner.Flush();
        }

        protected override void Dispose(bool disposing)
        {
            if (_closed)
                return;
            _closed = true;
            inner.Dispose();
            owner.Call($"close {name}");
        }
    }
}
