namespace PolicySearch.Search.Tests;

/// <summary>Tests are synchronous and have no context that waiting could block.</summary>
internal static class Waiting
{
    public static T Now<T>(this Task<T> task) => task.GetAwaiter().GetResult();
}
