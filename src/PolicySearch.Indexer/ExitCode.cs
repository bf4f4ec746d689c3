namespace PolicySearch.Indexer;

/// <summary>What every verb ends with.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>The verb did its work and found a problem, or could not do it; standard error says what and what to do.</summary>
    public const int Problem = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;
}
