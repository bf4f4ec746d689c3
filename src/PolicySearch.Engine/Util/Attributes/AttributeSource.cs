using System.Runtime.CompilerServices;

namespace Lucene.Net.Util;

/// <summary>
/// Holds the attributes of a token stream. Fetch an attribute once, in the constructor, and keep the reference:
/// the instance stays the same for every token. Not thread-safe.
/// </summary>
public class AttributeSource
{
    private readonly AttributeTable _table;
    private readonly AttributeFactory _factory;

    /// <summary>An empty source that creates the default implementations.</summary>
    public AttributeSource()
        : this(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY)
    {
    }

    /// <summary>Shares all attributes, present and future, with <paramref name="input"/>.</summary>
    public AttributeSource(AttributeSource input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _table = input._table;
        _factory = input._factory;
    }

    /// <summary>An empty source that asks <paramref name="factory"/> for implementations.</summary>
    public AttributeSource(AttributeFactory factory)
    {
        _table = new AttributeTable();
        _factory = factory;
    }

    /// <summary>True when at least one attribute was added.</summary>
    public bool HasAttributes => _table.Instances.Length > 0;

    /// <summary>The factory that creates missing attributes.</summary>
    public AttributeFactory GetAttributeFactory() => _factory;

    /// <summary>The attribute, created when it is missing.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not an attribute interface, or has no implementation.</exception>
    public T AddAttribute<T>() where T : IAttribute
    {
        Attribute? found = _table.Find(typeof(T));
        if (found is null)
        {
            if (!typeof(T).IsInterface || typeof(T) == typeof(IAttribute))
                throw new ArgumentException($"{typeof(T).FullName} is not an interface that derives from IAttribute");
            _table.Add(_factory.CreateAttributeInstance<T>());
            found = _table.Find(typeof(T))!;
        }
        return (T)(object)found;
    }

    /// <summary>Registers an implementation for all its attribute interfaces that have none yet.</summary>
    public void AddAttributeImpl(Attribute att) => _table.Add(att);

    /// <summary>True when the attribute was added.</summary>
    public bool HasAttribute<T>() where T : IAttribute => _table.Find(typeof(T)) is not null;

    /// <summary>The attribute.</summary>
    /// <exception cref="ArgumentException">It was not added; ask <see cref="HasAttribute{T}"/> first.</exception>
    public virtual T GetAttribute<T>() where T : IAttribute =>
        (T)(object)(_table.Find(typeof(T))
            ?? throw new ArgumentException($"this source does not have the attribute {typeof(T).Name}"));

    /// <summary>Attribute interfaces, in the order in which they were added.</summary>
    public IEnumerator<Type> GetAttributeClassesEnumerator() => _table.Interfaces.GetEnumerator();

    /// <summary>Distinct implementations, in the order in which they were added.</summary>
    public IEnumerator<Attribute> GetAttributeImplsEnumerator() => ((IEnumerable<Attribute>)_table.Instances.ToArray()).GetEnumerator();

    /// <summary>Resets every attribute. Tokenizers call this before they fill in a token.</summary>
    public void ClearAttributes() => _table.Clear();

    /// <summary>A copy of all values, or null when there is no attribute.</summary>
    public virtual State? CaptureState() => HasAttributes ? new State(_table.Capture()) : null;

    /// <summary>Copies captured values back; null does nothing.</summary>
    /// <exception cref="ArgumentException">The state holds an attribute that this source does not have.</exception>
    public void RestoreState(State? state)
    {
        if (state is not null)
            _table.Restore(state.Values);
    }

    /// <summary>A source of its own with copies of all attributes.</summary>
    public AttributeSource CloneAttributes()
    {
        var clone = new AttributeSource(_factory);
        foreach (Attribute instance in _table.Instances)
            clone._table.Add((Attribute)instance.Clone());
        return clone;
    }

    /// <summary>Copies all values into <paramref name="target"/>, which has the same implementations.</summary>
    public void CopyTo(AttributeSource target)
    {
        foreach (Attribute instance in _table.Instances)
            target._table.Restore([instance]);
    }

    /// <summary>An <see cref="AttributeSource"/> equals another when both share one set of attributes.</summary>
    public override bool Equals(object? obj) => obj is AttributeSource other && ReferenceEquals(other._table, _table);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(_table);

    /// <summary>Values captured by <see cref="CaptureState"/>.</summary>
    public sealed class State
    {
        /// <summary>An empty state.</summary>
        public State() => Values = [];

        internal State(Attribute[] values) => Values = values;

        internal Attribute[] Values { get; }

        /// <summary>A deep copy.</summary>
        public object Clone() => new State(Array.ConvertAll(Values, value => (Attribute)value.Clone()));
    }

    /// <summary>Creates the implementation of an attribute interface.</summary>
    public abstract class AttributeFactory
    {
        /// <summary>Finds the implementation of <c>IName</c> as the class <c>Name</c> beside it.</summary>
        public static readonly AttributeFactory DEFAULT_ATTRIBUTE_FACTORY = new DefaultAttributeFactory();

        /// <summary>For derived classes.</summary>
        protected AttributeFactory()
        {
        }

        /// <summary>A new implementation of <typeparamref name="T"/>.</summary>
        /// <exception cref="ArgumentException">There is none.</exception>
        public abstract Attribute CreateAttributeInstance<T>() where T : IAttribute;
    }

    private sealed class DefaultAttributeFactory : AttributeFactory
    {
        public override Attribute CreateAttributeInstance<T>() => (Attribute)Activator.CreateInstance(Implementation<T>.Type)!;
    }

    /// <summary>Reflection runs once per attribute interface and process.</summary>
    private static class Implementation<T>
    {
        public static readonly Type Type = Find(typeof(T));

        private static Type Find(Type contract)
        {
            string name = contract.Name[0] == 'I' ? contract.Name[1..] : contract.Name;
            string fullName = contract.FullName![..^contract.Name.Length] + name;
            return contract.Assembly.GetType(fullName)
                ?? throw new ArgumentException($"no class {fullName} implements the attribute interface {contract.FullName}");
        }
    }
}
