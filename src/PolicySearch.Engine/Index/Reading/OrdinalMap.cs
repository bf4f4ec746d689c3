using Lucene.Net.Util;

namespace Lucene.Net.Index;

public static partial class MultiDocValues
{
    /// <summary>
    /// The numbered values of several segments numbered as one list ("global" ordinals), in order and equal ones once. Made in one pass over the segments'
    /// values, none of which is kept; holds four bytes for each of them and eight for each distinct one. Immutable after that.
    /// </summary>
    public class OrdinalMap
    {
        private readonly int[][] globals;
        private readonly List<(int Segment, int Ord)> firsts = [];

        /// <summary>Goes through numbered terms, which stand before their first.</summary>
        /// <param name="owner">A key for the caller's caches; not looked at here.</param>
        /// <param name="subs">The terms of each segment, with <see cref="TermsEnum.Ord"/>. What an enumeration passes over has no global ordinal.</param>
        public OrdinalMap(object? owner, TermsEnum[] subs)
        {
            globals = [.. subs.Select(_ => Array.Empty<int>())];
            var last = new int[subs.Length];
            Array.Fill(last, -1);
            var merge = new TermsMerge(subs);
            while (merge.MoveNext())
            {
                foreach (int segment in merge.Current)
                    Put(ref globals[segment], last[segment] = checked((int)merge[segment].Ord));
                firsts.Add((merge.Current[0], last[merge.Current[0]]));
            }
            for (int segment = 0; segment < subs.Length; segment++)
                Array.Resize(ref globals[segment], last[segment] + 1);
        }

        /// <summary>How many distinct values there are.</summary>
        public virtual long ValueCount => firsts.Count;

        /// <summary>The first segment that has a value.</summary>
        public virtual int GetFirstSegmentNumber(long globalOrd) => firsts[checked((int)globalOrd)].Segment;

        /// <summary>The value's ordinal in that segment.</summary>
        public virtual long GetFirstSegmentOrd(long globalOrd) => firsts[checked((int)globalOrd)].Ord;

        /// <summary>The global ordinal of a segment's value.</summary>
        public virtual long GetGlobalOrd(int segmentIndex, long segmentOrd) => globals[segmentIndex][segmentOrd];

        private void Put(ref int[] map, int ord)
        {
            if (ord >= map.Length)
                Array.Resize(ref map, Math.Max(16, Math.Max(ord + 1, 2 * map.Length)));
            map[ord] = firsts.Count;
        }
    }
}
