using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Engine.Tests.Index;
using PolicySearch.Testing;
using Xunit;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>
/// Random operations on a writer and on a dictionary: every reader shows what the dictionary holds, and a power cut leaves the last commit that returned.
/// Each seed stands for many short lists of operations and a long one; TEST_SEED replays one seed.
/// </summary>
public sealed class WriterModelTests
{
    private const int ListsOfEachSeed = 50;
    private const int LongList = 250;

    public static TheoryData<int> Seeds() => [.. RunLength.Seeds(RunLength.Choose(desk: 10, whole: 40, most: 400))];

    [Theory, MemberData(nameof(Seeds))]
    public void A_writer_holds_what_a_dictionary_would(int seed)
    {
        for (int list = 0; list <= ListsOfEachSeed; list++)
        {
            using var run = new Run(seed * 1000 + list);
            run.Go(list == 0 ? LongList : 3 + list % 20);
        }
    }

    private sealed class Run(int seed) : IDisposable
    {
        private readonly Random _random = new(seed);
        private PowerCutDirectory _directory = new();
        private readonly SampleDocuments _samples = new(seed);
        private Dictionary<string, SampleDocument> _now = [];
        private Dictionary<string, SampleDocument> _committed = [];
        private string _committedMark = "";
        private IndexWriter _writer = null!;

        public void Go(int operations)
        {
            OpenWriter();
            for (int i = 0; i < operations; i++)
                Step(_random.Next(100), i);
            _writer.Dispose();
            AssertReader(DirectoryReader.Open(_directory), _now);
            CleanIndex.Assert(_directory);
        }

        public void Dispose()
        {
            _writer.Dispose();
            _directory.Dispose();
        }

        private void Step(int choice, int step)
        {
            switch (choice)
            {
                case < 35:
                    Update();
                    break;
                case < 45:
                    Delete();
                    break;
                case < 50:
                    DeleteByQuery();
                    break;
                case < 55:
                    UpdateBlock();
                    break;
                case < 60:
                    AddFailing();
                    break;
                case < 72:
                    AssertReader(DirectoryReader.Open(_writer, true), _now);
                    break;
                case < 82:
                    Commit($"{step}");
                    break;
                case < 86:
                    Prepare($"{step}");
                    break;
                case < 89:
                    ForceMerge(_random.Next(1, 4));
                    break;
                case < 92:
                    Rollback();
                    break;
                case < 95:
                    Reopen();
                    break;
                case < 97:
                    AssertCommitted();
                    break;
                case 98:
                    CutPower();
                    break;
                case 97:
                    _writer.DeleteAll();
                    _now = [];
                    break;
                default:
                    _writer.MaybeMerge();
                    break;
            }
        }

        private void Update()
        {
            SampleDocument document = _samples.Next(Key());
            _writer.UpdateDocument(new Term("id", document.Id), document.ToLucene());
            _now[document.Id] = document;
        }

        private void UpdateBlock()
        {
            string key = Key();
            SampleDocument[] block = [_samples.Next(key), _samples.Next(key + "b")];
            _writer.DeleteDocuments(new Term("id", key + "b"));
            _writer.UpdateDocuments(new Term("id", key), block.Select(document => document.ToLucene()));
            foreach (SampleDocument document in block)
                _now[document.Id] = document;
        }

        private void Delete()
        {
            string key = Key();
            _writer.DeleteDocuments(new Term("id", key));
            _now.Remove(key);
        }

        private void DeleteByQuery()
        {
            string topic = $"t{_random.Next(40)}";
            _writer.DeleteDocuments(new TermQuery(new Term("topic", topic)));
            foreach (SampleDocument document in _now.Values.Where(document => document.Topics.Contains(topic)).ToList())
                _now.Remove(document.Id);
        }

        private void AddFailing()
        {
            Document document = _samples.Next(Key()).ToLucene();
            document.Add(new StringField("city", new string('x', 40000), Field.Store.NO));
            Assert.Throws<ArgumentException>(() => _writer.UpdateDocument(new Term("id", document.Get("id")!), document));
        }

        private void Commit(string mark)
        {
            _writer.SetCommitData(new Dictionary<string, string> { ["mark"] = mark });
            _writer.Commit();
            _committed = new(_now);
            _committedMark = mark;
        }

        private void Prepare(string mark)
        {
            _writer.SetCommitData(new Dictionary<string, string> { ["mark"] = mark });
            Dictionary<string, SampleDocument> prepared = new(_now);
            _writer.PrepareCommit();
            Update();
            if (_random.Next(3) == 0)
            {
                Rollback();
                return;
            }
            _writer.Commit();
            _committed = prepared;
            _committedMark = mark;
        }

        private void ForceMerge(int segments)
        {
            _writer.ForceMerge(segments);
            using DirectoryReader reader = DirectoryReader.Open(_writer, true);
            Assert.InRange(reader.Leaves.Count, 0, segments);
        }

        private void Rollback()
        {
            _writer.Rollback();
            _now = new(_committed);
            OpenWriter();
        }

        private void CutPower()
        {
            PowerCutDirectory after = _directory.Cut(_random);
            _writer.Rollback();
            _directory.Dispose();
            _directory = after;
            _now = new(_committed);
            AssertCommitted();
            OpenWriter();
        }

        private void Reopen()
        {
            _writer.Dispose();
            _committed = new(_now);
            OpenWriter();
        }

        private void OpenWriter()
        {
            var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
            {
                MaxBufferedDocs = _random.Next(2, 12),
                MergeScheduler = _random.Next(2) == 0 ? new SerialMergeScheduler() : new ConcurrentMergeScheduler(),
                MergePolicy = _random.Next(3) switch
                {
                    0 => new TieredMergePolicy { SegmentsPerTier = 2, MaxMergeAtOnce = 2 },
                    1 => new LogDocMergePolicy { MergeFactor = 3, MinMergeDocs = 10 },
                    _ => new LogByteSizeMergePolicy { MergeFactor = 2 },
                },
                UseCompoundFile = _random.Next(2) == 0,
            };
            if (_random.Next(2) == 0)
                config.MaxBufferedDeleteTerms = _random.Next(1, 5);
            _writer = new IndexWriter(_directory, config);
        }

        private void AssertCommitted()
        {
            if (_committedMark.Length == 0 && _committed.Count == 0 && !DirectoryReader.IndexExists(_directory))
                return;
            using DirectoryReader reader = DirectoryReader.Open(_directory);
            Assert.Equal(_committedMark, reader.IndexCommit.UserData.TryGetValue("mark", out string? mark) ? mark : "");
            AssertHolds(reader, _committed);
        }

        private string Key() => $"k{_random.Next(60)}";

        private static void AssertReader(DirectoryReader reader, Dictionary<string, SampleDocument> model)
        {
            using (reader)
                AssertHolds(reader, model);
        }

        private static void AssertHolds(DirectoryReader reader, Dictionary<string, SampleDocument> model)
        {
            var found = new Dictionary<string, string>();
            foreach (AtomicReaderContext leaf in reader.Leaves)
            {
                SortedDocValues? cities = leaf.AtomicReader.GetSortedDocValues("city");
                for (int doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
                {
                    if (leaf.AtomicReader.LiveDocs is { } live && !live.Get(doc))
                        continue;
                    Document stored = leaf.AtomicReader.Document(doc);
                    var city = new BytesRef();
                    cities?.Get(doc, city);
                    found.Add(stored.Get("id")!, $"{stored.Get("title")}|{stored.Get("body")}|{city.Utf8ToString()}");
                }
            }
            Assert.Equal(
                model.ToDictionary(entry => entry.Key, entry => $"{entry.Value.Title}|{entry.Value.Body}|{entry.Value.City}").OrderBy(entry => entry.Key),
                found.OrderBy(entry => entry.Key));
            Assert.Equal(model.Count, reader.NumDocs);
        }
    }
}
