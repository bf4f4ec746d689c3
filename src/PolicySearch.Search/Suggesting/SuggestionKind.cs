namespace PolicySearch.Search.Suggesting;

/// <summary>What a suggestion is. The order is that in which equal ones are preferred.</summary>
public enum SuggestionKind
{
    /// <summary>主题: a topic's own name.</summary>
    Topic,
    /// <summary>机关: an issuer.</summary>
    Agency,
    /// <summary>政策: the title of a policy that documents cite.</summary>
    Policy,
    /// <summary>短语: a compound, or words that often stand together.</summary>
    Phrase,
    /// <summary>标题: what a document is about.</summary>
    Title,
}
