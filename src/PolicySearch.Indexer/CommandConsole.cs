namespace PolicySearch.Indexer;

/// <summary>Where a verb writes.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Progress, warnings, errors.</param>
internal sealed record CommandConsole(TextWriter Output, TextWriter Error)
{
    /// <summary>Whether a person watches standard error: then progress is a bar, otherwise plain lines.</summary>
    public bool IsWatched => ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected;
}
