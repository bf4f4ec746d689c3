namespace PolicySearch.Testing.Generator;

/// <summary>The values of the measures that cities are compared by.</summary>
internal static class Measures
{
    /// <summary>One value for a place, a measure and a year, whichever document states it; it grows a little from year to year.</summary>
    public static decimal Value(ulong seed, DocumentPlan plan, TopicBank.Measure measure)
    {
        decimal own = SeededRandom.Hash(seed, plan.Place.FullName + measure.Name) % 1000 / 1000m;
        decimal share = own * 0.7m + (plan.Year - 2015) * 0.03m;
        decimal scaled = measure.Grows ? plan.Place.Scale : 1;
        return Math.Round((measure.Low + (measure.High - measure.Low) * share) * scaled, measure.Scale);
    }
}
