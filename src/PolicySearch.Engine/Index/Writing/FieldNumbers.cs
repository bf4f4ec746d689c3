namespace Lucene.Net.Index;

/// <summary>
/// Gives each field name one number for all segments of a writer, so that stored fields can be copied without change, and
/// holds a name to one kind of doc values. Thread-safe.
/// </summary>
internal sealed class FieldNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<int> _taken = [];
    private readonly Dictionary<string, DocValuesType> _docValues = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>The name's number, <paramref name="preferred"/> when it is free and the name has none yet.</summary>
    public int GetOrAdd(string name, int preferred = -1)
    {
        lock (_numbers)
        {
            if (_numbers.TryGetValue(name, out int number))
                return number;
            number = preferred >= 0 && !_taken.Contains(preferred) ? preferred : NextFree();
            _taken.Add(number);
            return _numbers[name] = number;
        }
    }

    /// <summary>Holds a name to a kind of doc values.</summary>
    /// <exception cref="ArgumentException">Another kind was used before.</exception>
    public void SetDocValues(string name, DocValuesType type)
    {
        lock (_numbers)
        {
            if (!_docValues.TryGetValue(name, out DocValuesType known))
                _docValues[name] = type;
            else if (known != type)
                throw new ArgumentException($"field '{name}': cannot change doc values from {known} to {type}");
        }
    }

    /// <summary>Takes over what an existing segment has.</summary>
    public void Add(FieldInfos fields)
    {
        foreach (FieldInfo field in fields)
        {
            GetOrAdd(field.Name, field.Number);
            if (field.HasDocValues)
                SetDocValues(field.Name, field.DocValuesType);
        }
    }

    /// <summary>Forgets all names.</summary>
    public void Clear()
    {
        lock (_numbers)
        {
            _numbers.Clear();
            _taken.Clear();
            _docValues.Clear();
            _next = 0;
        }
    }

    private int NextFree()
    {
        while (_taken.Contains(_next))
            _next++;
        return _next;
    }
}
