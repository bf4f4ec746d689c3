using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

public partial class CheckIndex
{
    /// <summary>What a check found.</summary>
    public class Status
    {
        internal Status()
        {
        }

        /// <summary>True when the last commit's list of segments cannot be read.</summary>
        public bool CantOpenSegments { get; internal set; }

        /// <summary>True when nothing is wrong.</summary>
        public bool Clean { get; internal set; }

        /// <summary>The index.</summary>
        public Directory Dir { get; internal set; } = null!;

        /// <summary>The largest number in a segment's name; −1 without segments.</summary>
        public int MaxSegmentName { get; internal set; } = -1;

        /// <summary>True when the commit's version cannot be read. Always false: such a commit sets <see cref="CantOpenSegments"/>.</summary>
        public bool MissingSegmentVersion { get; internal set; }

        /// <summary>True when there is no commit at all.</summary>
        public bool MissingSegments { get; internal set; }

        /// <summary>Segments in which something is wrong.</summary>
        public int NumBadSegments { get; internal set; }

        /// <summary>Segments of the commit.</summary>
        public int NumSegments { get; internal set; }

        /// <summary>True when only some segments were checked, as asked.</summary>
        public bool Partial { get; internal set; }

        /// <summary>One for each segment checked, in the commit's order.</summary>
        public IList<SegmentInfoStatus> SegmentInfos { get; } = [];

        /// <summary>Names of the segments to check; empty for all.</summary>
        public IList<string> SegmentsChecked { get; } = [];

        /// <summary>The commit's file; null when there is none.</summary>
        public string? SegmentsFileName { get; internal set; }

        /// <summary>True when a later release wrote the index.</summary>
        public bool ToolOutOfDate { get; internal set; }

        /// <summary>Documents, deleted ones left out, in the segments in which something is wrong.</summary>
        public int TotLoseDocCount { get; internal set; }

        /// <summary>What the application committed.</summary>
        public IDictionary<string, string> UserData { get; internal set; } = new Dictionary<string, string>();

        /// <summary>False when the next new segment would have the name of one that exists.</summary>
        public bool ValidCounter { get; internal set; } = true;

        /// <summary>Everything that is wrong, in the order found.</summary>
        internal List<Exception> Problems { get; } = [];

        /// <summary>The commit as read; null when it cannot be.</summary>
        internal Index.SegmentInfos? Commit { get; set; }

        /// <summary>What a check of doc values found.</summary>
        public sealed class DocValuesStatus
        {
            internal DocValuesStatus()
            {
            }

            /// <summary>What is wrong, or null.</summary>
            public Exception? Error { get; internal set; }

            /// <summary>Fields with BINARY values.</summary>
            public long TotalBinaryFields { get; internal set; }

            /// <summary>Fields with NUMERIC values.</summary>
            public long TotalNumericFields { get; internal set; }

            /// <summary>Fields with SORTED values.</summary>
            public long TotalSortedFields { get; internal set; }

            /// <summary>Fields with SORTED_SET values.</summary>
            public long TotalSortedSetFields { get; internal set; }

            /// <summary>Fields with doc values.</summary>
            public long TotalValueFields { get; internal set; }
        }

        /// <summary>What a check of norms found.</summary>
        public sealed class FieldNormStatus
        {
            internal FieldNormStatus()
            {
            }

            /// <summary>What is wrong, or null.</summary>
            public Exception? Error { get; internal set; }

            /// <summary>Fields with norms.</summary>
            public long TotFields { get; internal set; }
        }

        /// <summary>What a check of stored fields found.</summary>
        public sealed class StoredFieldStatus
        {
            internal StoredFieldStatus()
            {
            }

            /// <summary>Documents that are not deleted.</summary>
            public int DocCount { get; internal set; }

            /// <summary>What is wrong, or null.</summary>
            public Exception? Error { get; internal set; }

            /// <summary>Stored values in them.</summary>
            public long TotFields { get; internal set; }
        }

        /// <summary>What a check of terms and postings found.</summary>
        public sealed class TermIndexStatus
        {
            internal TermIndexStatus()
            {
            }

            /// <summary>Terms that only deleted documents hold.</summary>
            public long DelTermCount { get; internal set; }

            /// <summary>What is wrong, or null.</summary>
            public Exception? Error { get; internal set; }

            /// <summary>Terms that a document holds which is not deleted, added up over the fields.</summary>
            public long TermCount { get; internal set; }

            /// <summary>Documents of these terms, added up.</summary>
            public long TotFreq { get; internal set; }

            /// <summary>Positions of these terms, added up.</summary>
            public long TotPos { get; internal set; }
        }

        /// <summary>What a check of term vectors found.</summary>
        public sealed class TermVectorStatus
        {
            internal TermVectorStatus()
            {
            }

            /// <summary>Documents with vectors that are not deleted.</summary>
            public int DocCount { get; internal set; }

            /// <summary>What is wrong, or null.</summary>
            public Exception? Error { get; internal set; }

            /// <summary>Fields of these documents with a vector.</summary>
            public long TotVectors { get; internal set; }
        }

        /// <summary>What the check of one segment found. A part that was not reached is null.</summary>
        public class SegmentInfoStatus
        {
            internal SegmentInfoStatus()
            {
            }

            /// <summary>True when the segment's files lie in a compound file.</summary>
            public bool Compound { get; internal set; }

            /// <summary>Generation of the deletions; −1 for none.</summary>
            public long DeletionsGen { get; internal set; }

            /// <summary>Who wrote the segment, and why.</summary>
            public IDictionary<string, string> Diagnostics { get; internal set; } = new Dictionary<string, string>();

            /// <summary>Documents, deleted ones too.</summary>
            public int DocCount { get; internal set; }

            /// <summary>Always false: stored fields are not shared between segments any more.</summary>
            public bool DocStoreCompoundFile { get; internal set; }

            /// <summary>Always −1: stored fields are not shared between segments any more.</summary>
            public int DocStoreOffset { get; internal set; } = -1;

            /// <summary>Always null: stored fields are not shared between segments any more.</summary>
            public string? DocStoreSegment { get; internal set; }

            /// <summary>Doc values.</summary>
            public DocValuesStatus? DocValuesStatus { get; internal set; }

            /// <summary>Norms.</summary>
            public FieldNormStatus? FieldNormStatus { get; internal set; }

            /// <summary>True when documents are deleted.</summary>
            public bool HasDeletions { get; internal set; }

            /// <summary>The segment's name.</summary>
            public string Name { get; internal set; } = "";

            /// <summary>Deleted documents.</summary>
            public int NumDeleted { get; internal set; }

            /// <summary>Files of the segment.</summary>
            public int NumFiles { get; internal set; }

            /// <summary>True when the segment could be opened and every file has the checksum that it should.</summary>
            public bool OpenReaderPassed { get; internal set; }

            /// <summary>Size of its files in units of 1,048,576 bytes.</summary>
            public double SizeMB { get; internal set; }

            /// <summary>Stored fields.</summary>
            public StoredFieldStatus? StoredFieldStatus { get; internal set; }

            /// <summary>Terms and postings.</summary>
            public TermIndexStatus? TermIndexStatus { get; internal set; }

            /// <summary>Term vectors.</summary>
            public TermVectorStatus? TermVectorStatus { get; internal set; }

            /// <summary>True when something is wrong.</summary>
            internal bool IsBroken { get; set; }
        }
    }
}
