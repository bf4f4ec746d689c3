using AngleSharp.Dom;

namespace PolicySearch.Documents.Reading.Html;

/// <summary>What the elements of a page are good for.</summary>
internal static class HtmlElements
{
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "button", "select", "option",
        "textarea", "input", "nav", "footer", "aside", "head", "audio", "video", "map", "dialog",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "center", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
        "thead", "tr", "ul", "td", "th", "caption",
    };

    // Class names and ids of page furniture, as office sites use them (whole words of the name).
    private static readonly HashSet<string> Furniture = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav", "navbar", "menu", "crumb", "crumbs", "breadcrumb", "breadcrumbs", "position", "location", "share", "bdsharebuttonbox", "footer", "foot",
        "sidebar", "related", "relevant", "recommend", "prevnext", "prev", "next", "pager", "pagination", "copyright", "toolbar", "print", "qrcode", "login", "search",
        "topbar", "friendlink", "links", "dibu", "fenxiang", "weizhi", "daohang", "xgwz", "xgyd",
    };

    /// <summary>Never part of an article: scripts, navigation, controls, and what is not shown.</summary>
    public static bool IsUnread(IElement element) => Unread.Contains(element.LocalName) || IsHidden(element) || IsFurniture(element);

    /// <summary>Begins and ends lines.</summary>
    public static bool IsBlock(IElement element) => IsBlock(element.LocalName);

    /// <summary>Whether elements of a name begin and end lines.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Puts an element's children on a walk's stack so that the first comes up first. Siblings are reached by index: their own links cost O(siblings).</summary>
    public static void PushChildren(IElement element, Stack<(INode Node, bool Done)> pending)
    {
        INodeList children = element.ChildNodes;
        for (int i = children.Length - 1; i >= 0; i--)
            pending.Push((children[i], false));
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        string? style = element.GetAttribute("style");
        return style != null && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsFurniture(IElement element) =>
        element.LocalName is not ("body" or "html") && (Names(element.ClassName) || Names(element.Id));

    private static bool Names(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return false;
        foreach (string word in value.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Furniture.Contains(word))
                return true;
        }
        return false;
    }
}
