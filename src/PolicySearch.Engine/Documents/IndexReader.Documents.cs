using Lucene.Net.Documents;

namespace Lucene.Net.Index;

public abstract partial class IndexReader
{
    /// <summary>All stored fields of a document.</summary>
    public Document Document(int docID)
    {
        var visitor = new DocumentStoredFieldVisitor();
        Document(docID, visitor);
        return visitor.Document;
    }

    /// <summary>The named stored fields of a document.</summary>
    public Document Document(int docID, ISet<string> fieldsToLoad)
    {
        var visitor = new DocumentStoredFieldVisitor(fieldsToLoad);
        Document(docID, visitor);
        return visitor.Document;
    }
}
