namespace PolicySearch.Search.Policies;

/// <summary>
/// A policy that documents cite, whatever way they spell it. Immutable.
/// </summary>
/// <param name="Id">
/// 16 hex digits made of the number, or of the title while no number is known: the same in every index. When a number becomes known the id changes, and the old one
/// still leads here.
/// </param>
/// <param name="Title">The title as most documents write it, without book-title marks; null when only the number is known.</param>
/// <param name="DocumentNumber">文号; null when no document gives one.</param>
/// <param name="Documents">Documents that cite it.</param>
public sealed record CitedPolicy(string Id, string? Title, string? DocumentNumber, int Documents)
{
    /// <summary>What it is called where there is room for one name: the title, else the number.</summary>
    public string Label => Title ?? DocumentNumber ?? Id;
}
