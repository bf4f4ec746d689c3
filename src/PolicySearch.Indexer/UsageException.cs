namespace PolicySearch.Indexer;

/// <summary>The command line asks for what cannot be; the message says what and what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
