namespace Lucene.Net.Util;

/// <summary>A set of integers in [0, <see cref="Length"/>), asked one at a time; mostly document ids.</summary>
public interface IBits
{
    /// <summary>One more than the largest integer that may be asked for.</summary>
    int Length { get; }

    /// <summary>True when <paramref name="index"/>, in [0, <see cref="Length"/>), belongs to the set.</summary>
    bool Get(int index);
}

/// <summary>All of [0, length), or nothing of it.</summary>
internal sealed class ConstantBits(int length, bool value) : IBits
{
    public int Length => length;

    public bool Get(int index) => value;
}
