namespace Lucene.Net.Index;

/// <summary>Takes a document's stored fields as they are read, in the order in which they were added.</summary>
public abstract class StoredFieldVisitor
{
    /// <summary>A field stored as bytes; the array is the visitor's.</summary>
    public virtual void BinaryField(FieldInfo fieldInfo, byte[] value)
    {
    }

    /// <summary>A field stored as a double.</summary>
    public virtual void DoubleField(FieldInfo fieldInfo, double value)
    {
    }

    /// <summary>A field stored as an int.</summary>
    public virtual void Int32Field(FieldInfo fieldInfo, int value)
    {
    }

    /// <summary>A field stored as a long.</summary>
    public virtual void Int64Field(FieldInfo fieldInfo, long value)
    {
    }

    /// <summary>Called before each field: whether to read it.</summary>
    public abstract Status NeedsField(FieldInfo fieldInfo);

    /// <summary>A field stored as a float.</summary>
    public virtual void SingleField(FieldInfo fieldInfo, float value)
    {
    }

    /// <summary>A field stored as text.</summary>
    public virtual void StringField(FieldInfo fieldInfo, string value)
    {
    }

    /// <summary>Answers of <see cref="NeedsField"/>.</summary>
    public enum Status
    {
        /// <summary>Read it.</summary>
        YES = 0,

        /// <summary>Leave it out.</summary>
        NO = 1,

        /// <summary>Leave it and all that follow out.</summary>
        STOP = 2,
    }
}
