import java.nio.file.Paths;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;

/** Milliseconds from opening an index to the hits of the first query, in a process that has done nothing before. */
public final class FirstQuery {
  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    try (Directory directory = FSDirectory.open(Paths.get(args[0])); DirectoryReader reader = DirectoryReader.open(directory)) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (int i = 1; i < args.length; i++) any.add(new TermQuery(new Term("body", args[i])), BooleanClause.Occur.SHOULD);
      TopScoreDocCollector hits = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
      new IndexSearcher(reader).search(any.build(), hits);
      String first = reader.document(hits.topDocs().scoreDocs[0].doc).get("id");
      System.out.println((System.nanoTime() - start) / 1e6 + " " + hits.getTotalHits() + " " + first);
    }
  }
}
