namespace PolicySearch.Search.Passages;

/// <summary>A passage of the index.</summary>
/// <param name="Parent">Id of its document, as a number.</param>
/// <param name="Start">Where it begins in the document's body, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Date">成文日期 as <c>20231231</c>; 0 when unknown.</param>
/// <param name="Weight">What it was found by: the more the better.</param>
internal readonly record struct PassageRef(long Parent, int Start, int Length, int Date, double Weight);
