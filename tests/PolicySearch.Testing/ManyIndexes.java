import java.io.*;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.index.*;
import org.apache.lucene.store.*;

/**
 * The oracle's jobs `check` and `dump` for many indexes in one process, which spares a start of Java for each. Reads lines `check TAB folder` and
 * `dump TAB folder`; prints what the job prints, then a line with U+0004 alone. Compiled with the oracle's own sources.
 */
public final class ManyIndexes {
  public static void main(String[] argv) throws Exception {
    PrintStream out = Args.stdout();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      String[] column = line.split("\t", 2);
      try {
        if (column[0].equals("dump")) Dump.main(new String[] {column[1]});
        else out.println(check(column[1]));
      } catch (Exception | AssertionError e) {
        out.println("FAILED: " + e);
      }
      out.println("\u0004");
      out.flush();
    }
  }

  /** CLEAN, or the report of what is not. */
  private static String check(String folder) throws IOException {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try (Directory dir = new NIOFSDirectory(new File(folder))) {
      CheckIndex check = new CheckIndex(dir);
      check.setInfoStream(new PrintStream(report, true, "UTF-8"), true);
      check.setCrossCheckTermVectors(true);
      return check.checkIndex().clean ? "CLEAN" : report.toString("UTF-8");
    }
  }
}
