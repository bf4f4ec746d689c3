using Lucene.Net.Index;

namespace Lucene.Net.Documents;

/// <summary>Collects stored fields into a <see cref="Documents.Document"/>.</summary>
public class DocumentStoredFieldVisitor : StoredFieldVisitor
{
    private readonly ISet<string>? _wanted;

    /// <summary>Collects all fields.</summary>
    public DocumentStoredFieldVisitor()
    {
    }

    /// <summary>Collects the fields in a set; null for all.</summary>
    public DocumentStoredFieldVisitor(ISet<string>? fieldsToAdd) => _wanted = fieldsToAdd;

    /// <summary>Collects the named fields.</summary>
    public DocumentStoredFieldVisitor(params string[] fields) => _wanted = new HashSet<string>(fields);

    /// <summary>What was collected.</summary>
    public virtual Document Document { get; } = new();

    /// <inheritdoc/>
    public override void BinaryField(FieldInfo fieldInfo, byte[] value) => Document.Add(new StoredField(fieldInfo.Name, value));

    /// <summary>Adds text with the settings that the index knows: a field that was indexed stays so.</summary>
    public override void StringField(FieldInfo fieldInfo, string value)
    {
        var type = new FieldType(TextField.TYPE_STORED)
        {
            IsIndexed = fieldInfo.IsIndexed,
            OmitNorms = fieldInfo.OmitsNorms,
            IndexOptions = fieldInfo.IndexOptions,
        };
        Document.Add(new Field(fieldInfo.Name, value, type));
    }

    /// <inheritdoc/>
    public override void Int32Field(FieldInfo fieldInfo, int value) => Document.Add(new StoredField(fieldInfo.Name, value));

    /// <inheritdoc/>
    public override void Int64Field(FieldInfo fieldInfo, long value) => Document.Add(new StoredField(fieldInfo.Name, value));

    /// <inheritdoc/>
    public override void SingleField(FieldInfo fieldInfo, float value) => Document.Add(new StoredField(fieldInfo.Name, value));

    /// <inheritdoc/>
    public override void DoubleField(FieldInfo fieldInfo, double value) => Document.Add(new StoredField(fieldInfo.Name, value));

    /// <inheritdoc/>
    public override Status NeedsField(FieldInfo fieldInfo) => _wanted is null || _wanted.Contains(fieldInfo.Name) ? Status.YES : Status.NO;
}
