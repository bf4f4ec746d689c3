using System.Net;
using System.Text;

namespace Lucene.Net.Search;

/// <summary>How a score came about: a value, what it is, and the parts that it was made from. Not thread-safe.</summary>
public class Explanation
{
    private readonly List<Explanation> details = [];

    /// <summary>A value of 0 without a description.</summary>
    public Explanation()
    {
    }

    /// <summary>A value and what it is.</summary>
    public Explanation(float value, string? description)
    {
        Value = value;
        Description = description;
    }

    /// <summary>What the value is.</summary>
    public virtual string? Description { get; set; }

    /// <summary>The value.</summary>
    public virtual float Value { get; set; }

    /// <summary>Whether the document matches; here: whether the value is above 0.</summary>
    public virtual bool IsMatch => Value > 0f;

    /// <summary>Adds a part.</summary>
    public virtual void AddDetail(Explanation detail) => details.Add(detail);

    /// <summary>The parts; null when there is none.</summary>
    public virtual Explanation[]? GetDetails() => details.Count == 0 ? null : details.ToArray();

    /// <summary>The first line.</summary>
    protected virtual string GetSummary() => $"{ScoreText.Of(Value)} = {Description}";

    /// <summary>All of it, indented by depth.</summary>
    public override string ToString() => ToString(0);

    /// <summary>All of it, beginning at a depth.</summary>
    protected internal virtual string ToString(int depth)
    {
        var text = new StringBuilder().Append(' ', 2 * depth).Append(GetSummary()).Append('\n');
        foreach (Explanation detail in details)
            text.Append(detail.ToString(depth + 1));
        return text.ToString();
    }

    /// <summary>All of it as a nested list.</summary>
    public virtual string ToHtml()
    {
        var html = new StringBuilder("<ul>\n<li>").Append(WebUtility.HtmlEncode(GetSummary())).Append("<br />\n");
        foreach (Explanation detail in details)
            html.Append(detail.ToHtml());
        return html.Append("</li>\n</ul>\n").ToString();
    }
}

/// <summary>An explanation that says whether the document matches, whatever its value.</summary>
public class ComplexExplanation : Explanation
{
    /// <summary>Says nothing about a match yet.</summary>
    public ComplexExplanation()
    {
    }

    /// <summary>A value, what it is, and whether it is a match's.</summary>
    public ComplexExplanation(bool match, float value, string? description)
        : base(value, description) => Match = match;

    /// <summary>Whether the document matches; null leaves it to the value.</summary>
    public virtual bool? Match { get; set; }

    /// <inheritdoc/>
    public override bool IsMatch => Match ?? base.IsMatch;

    /// <inheritdoc/>
    protected override string GetSummary() => Match == null ? base.GetSummary() : $"{ScoreText.Of(Value)} = {(IsMatch ? "(MATCH) " : "(NON-MATCH) ")}{Description}";
}
