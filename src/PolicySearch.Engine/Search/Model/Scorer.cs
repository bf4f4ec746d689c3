using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>The matches of a query in one segment, in order, with scores. Not thread-safe.</summary>
public abstract class Scorer : DocsEnum
{
    /// <summary>The weight that made this scorer; null where a collector is given a stand-in.</summary>
    protected internal readonly Weight? m_weight;

    /// <summary>A scorer of a weight.</summary>
    protected Scorer(Weight? weight) => m_weight = weight;

    /// <summary>The weight that made this scorer; null where a collector is given a stand-in.</summary>
    public virtual Weight? Weight => m_weight;

    /// <summary>The score of the current document.</summary>
    public abstract float GetScore();

    /// <summary>The scorers that this one is made of.</summary>
    public virtual ICollection<ChildScorer> GetChildren() => [];

    /// <summary>A part of a scorer and what it is there for (<c>MUST</c>, <c>SHOULD</c> …).</summary>
    public class ChildScorer
    {
        /// <summary>A part and its role.</summary>
        public ChildScorer(Scorer child, string relationship)
        {
            Child = child;
            Relationship = relationship;
        }

        /// <summary>The part.</summary>
        public Scorer Child { get; }

        /// <summary>Its role.</summary>
        public string Relationship { get; }
    }
}
