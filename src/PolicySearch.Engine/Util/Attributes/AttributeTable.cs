namespace Lucene.Net.Util;

/// <summary>
/// The attributes of one chain of token streams. Every stream of a chain holds the same table, so adding an attribute
/// in any link makes it visible in all. Adding is rare (once per chain); clearing happens per token and walks an array.
/// </summary>
internal sealed class AttributeTable
{
    private readonly Dictionary<Type, Attribute> _byInterface = [];
    private readonly List<Type> _interfaces = [];
    private Attribute[] _instances = [];

    /// <summary>Distinct implementations, in the order in which they were added.</summary>
    public ReadOnlySpan<Attribute> Instances => _instances;

    public IReadOnlyList<Type> Interfaces => _interfaces;

    public Attribute? Find(Type attributeInterface) => _byInterface.GetValueOrDefault(attributeInterface);

    /// <summary>Registers an implementation under every attribute interface it has that is not taken yet.</summary>
    public void Add(Attribute instance)
    {
        if (Array.Exists(_instances, known => known.GetType() == instance.GetType()))
            return;
        bool used = false;
        foreach (Type candidate in instance.GetType().GetInterfaces())
        {
            if (candidate == typeof(IAttribute) || !typeof(IAttribute).IsAssignableFrom(candidate))
                continue;
            if (_byInterface.TryAdd(candidate, instance))
            {
                _interfaces.Add(candidate);
                used = true;
            }
        }
        if (used)
            _instances = [.. _instances, instance];
    }

    public void Clear()
    {
        foreach (Attribute instance in _instances)
            instance.Clear();
    }

    /// <summary>Copies of all values, in the order of <see cref="Instances"/>.</summary>
    public Attribute[] Capture() => Array.ConvertAll(_instances, instance => (Attribute)instance.Clone());

    /// <summary>Copies captured values back; both sides may belong to different tables, matched by implementation type.</summary>
    public void Restore(Attribute[] captured)
    {
        for (int i = 0; i < captured.Length; i++)
        {
            Attribute target = i < _instances.Length && _instances[i].GetType() == captured[i].GetType()
                ? _instances[i]
                : Array.Find(_instances, instance => instance.GetType() == captured[i].GetType())
                    ?? throw new ArgumentException($"the state holds a {captured[i].GetType().Name}, which this source does not have");
            captured[i].CopyTo(target);
        }
    }
}
