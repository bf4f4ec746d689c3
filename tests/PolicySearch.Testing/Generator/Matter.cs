using System.Globalization;

namespace PolicySearch.Testing.Generator;

/// <summary>The suggestion or proposal that a document is about: where it was put, its number, who put it, as this document writes them.</summary>
internal sealed class Matter
{
    private Matter()
    {
    }

    /// <summary>The meeting, as the title writes it: 市八届人大一次会议.</summary>
    public string Meeting { get; private init; } = "";

    /// <summary>第59号, 第 059 号, 59号.</summary>
    public string Number { get; private init; } = "";

    /// <summary>建议 or 提案.</summary>
    public string Word { get; private init; } = "";

    /// <summary>What the document's fields say of it.</summary>
    public GeneratedSession Session { get; private init; } = null!;

    /// <summary>Whether it was put to the people's congress.</summary>
    public bool IsSuggestion => Session.Assembly == "人大";

    /// <summary>The level whose assembly it was put to: the office's own, now and then a county's office answers the city's.</summary>
    public Level Level { get; private init; }

    /// <summary>The matter of a document.</summary>
    public static Matter Of(DocumentPlan plan, ulong seed, SeededRandom form)
    {
        bool suggestion = plan.Kind == PlannedKind.SuggestionReply || (plan.Kind == PlannedKind.CoHandling && plan.Base % 2 == 0);
        Place place = plan.Place.Level == Level.County && !plan.Place.Prefecture.IsMunicipality && plan.Base % 19 == 0
            ? new Place(plan.Place.Prefecture, Level.City, plan.Place.County!) : plan.Place;
        (int term, int meeting) = TermOf(place, plan.Year, seed, suggestion);
        (string? placeText, string text) = suggestion ? Congress(place, term, meeting, form) : Conference(place, term, meeting, form);
        string raw = RawNumber(place, plan.Year, form);
        return new Matter
        {
            Meeting = text,
            Number = form.Next(100) switch { < 80 => $"第{raw}号", < 93 => $"第 {raw} 号", _ => $"{raw}号" },
            Word = suggestion ? "建议" : "提案",
            Level = place.Level,
            Session = new GeneratedSession(suggestion ? "人大" : "政协", placeText, term, meeting,
                long.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null, raw),
        };
    }

    // Terms last five years. Provinces' begin in 2013, 2018, 2023, below them one or two years earlier, the same for all years of one place.
    private static (int Term, int Meeting) TermOf(Place place, int year, ulong seed, bool suggestion)
    {
        ulong own = SeededRandom.Hash(seed, place.FullName + (suggestion ? "人大" : "政协"));
        int begin = place.Level == Level.Province ? 2013 : 2011 + (int)(SeededRandom.Hash(seed, place.FullName) % 2);
        int first = place.Level == Level.Province ? (suggestion ? 12 : 11) : 4 + (int)(own % 13);
        return (first + (year - begin) / 5, (year - begin) % 5 + 1);
    }

    private static (string Place, string Text) Congress(Place place, int term, int meeting, SeededRandom form)
    {
        string who = form.Chance(65) ? place.Assembly : place.FullName;
        string t = ChineseDigits.Number(term), m = ChineseDigits.Number(meeting);
        return (who, form.Next(10) switch
        {
            < 6 => $"{who}{t}届人大{m}次会议",
            < 8 => $"{who}人大{t}届{m}次会议",
            _ => $"{who}第{t}届人民代表大会第{m}次会议",
        });
    }

    private static (string Place, string Text) Conference(Place place, int term, int meeting, SeededRandom form)
    {
        string who = form.Chance(65) ? place.Assembly : place.FullName;
        string t = ChineseDigits.Number(term), m = ChineseDigits.Number(meeting);
        return form.Next(20) switch
        {
            < 11 => (who, $"{who}政协{t}届{m}次会议"),
            < 13 => (who, $"{who}政协第{t}届{m}次会议"),
            < 15 => (place.FullName, $"政协{place.FullName}{t}届{m}次会议"),
            < 17 => (place.FullName, $"政协{place.FullName}第{t}届委员会第{m}次会议"),
            < 19 => (place.FullName, $"政协第{t}届{place.FullName}委员会第{m}次会议"),
            _ => (place.FullName, $"中国人民政治协商会议{place.FullName}{t}届委员会第{m}次会议"),
        };
    }

    private static string RawNumber(Place place, int year, SeededRandom form)
    {
        int number = form.Between(1, place.Level switch { Level.Province => 900, Level.City => 420, _ => 180 });
        return form.Next(100) switch
        {
            < 66 => number.ToString(CultureInfo.InvariantCulture),
            < 84 => number.ToString("000", CultureInfo.InvariantCulture),
            < 90 => number.ToString("0000", CultureInfo.InvariantCulture),
            < 96 => year.ToString(CultureInfo.InvariantCulture) + number.ToString("000", CultureInfo.InvariantCulture),
            < 98 => "DH" + number.ToString("0000", CultureInfo.InvariantCulture),
            _ => "闭" + number.ToString("00", CultureInfo.InvariantCulture),
        };
    }
}
