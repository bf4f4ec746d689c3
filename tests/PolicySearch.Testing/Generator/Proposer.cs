namespace PolicySearch.Testing.Generator;

/// <summary>Who put the matter, as the document addresses them.</summary>
/// <param name="Line">The line of address without its colon; null when there is none.</param>
/// <param name="Names">The names in it.</param>
/// <param name="Kind">代表, 委员, 代表团, 党派, 人民团体, 专门委员会; null when the text does not say.</param>
/// <param name="You">您, 你们, 贵委 …</param>
internal sealed record Proposer(string? Line, string[] Names, string? Kind, string You)
{
    private static readonly string[] Parties = ["民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社"];

    /// <summary>The proposer of a matter.</summary>
    public static Proposer Of(Matter matter, Place place, SeededRandom form)
    {
        string title = matter.IsSuggestion ? "代表" : "委员";
        int form100 = form.Next(100);
        if (form100 < 84)
            return Person(title, form);
        if (form100 < 86)
            return new Proposer(null, [], null, "您");
        if (matter.IsSuggestion)
            return form100 < 91 ? Delegation(place, form) : Group(title, form);
        return form100 < 92 ? Party(place, form) : form100 < 96 ? Body(matter, place, form) : Group(title, form);
    }

    private static Proposer Person(string title, SeededRandom form)
    {
        int count = form.Next(10) switch { < 7 => 1, < 9 => 2, _ => form.Between(3, 6) };
        string[] names = People(count, form);
        string joined = string.Join('、', names);
        string line = form.Next(10) switch { < 6 => $"{joined}{title}", < 9 => $"尊敬的{joined}{title}", _ => $"尊敬{joined}{title}" };
        return new Proposer(line, names, title, count == 1 ? "您" : "你们");
    }

    private static Proposer Group(string title, SeededRandom form)
    {
        string[] names = People(1, form);
        string line = form.Next(3) switch { 0 => $"{names[0]}等{form.Between(3, 12)}{(title == "代表" ? "名" : "位")}{title}", 1 => $"{names[0]}等{title}", _ => $"尊敬的{names[0]}等{form.Between(3, 12)}{(title == "代表" ? "名" : "位")}{title}" };
        return new Proposer(line, names, title, "你们");
    }

    private static Proposer Delegation(Place place, SeededRandom form)
    {
        string name = place.Level == Level.County ? form.Pick("石桥镇", "太平镇", "双河镇", "清溪镇", "大坪乡") : place.Level == Level.City ? form.Pick(place.Prefecture.Counties) : place.Prefecture.City;
        return new Proposer(name + "代表团", [name + "代表团"], "代表团", "你团");
    }

    private static Proposer Party(Place place, SeededRandom form)
    {
        string name = place.Level == Level.County ? form.Pick(Parties) + place.Name + form.Pick("支部", "总支") : form.Pick(Parties) + place.Name + form.Pick("委", "委会", "委员会");
        return new Proposer(name, [name], "党派", "贵单位");
    }

    private static Proposer Body(Matter matter, Place place, SeededRandom form)
    {
        string unit = matter.Level == Level.City && place.Level == Level.County ? "市" : place.Assembly;
        return form.Chance(60)
            ? new Proposer(unit + form.Pick("妇联", "工商联", "总工会", "科协"), [], "人民团体", "贵单位").WithOwnName()
            : new Proposer(unit + "政协" + form.Pick("社会法制委员会", "农业农村委员会", "教科卫体委员会", "经济委员会"), [], "专门委员会", "贵委").WithOwnName();
    }

    private Proposer WithOwnName() => this with { Names = [Line!] };

    private static string[] People(int count, SeededRandom form) => Generator.Names.People(count, form);
}
