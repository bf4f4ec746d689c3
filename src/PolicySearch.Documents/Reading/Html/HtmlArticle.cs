using AngleSharp.Dom;

namespace PolicySearch.Documents.Reading.Html;

/// <summary>
/// Finds the element that holds the article. Text outside links counts for the element it stands in; the article is the lowest element
/// that still holds most of the page's text, so that neighbours' titles (all links) and panels do not count.
/// O(nodes), without recursion: pages may nest deeper than the stack.
/// </summary>
internal static class HtmlArticle
{
    // An element may be narrowed to one child that holds at least this share of its text: what is left outside is page furniture.
    private const double ChildShare = 0.8;

    /// <summary>The article's element, or null when the page has no text.</summary>
    public static IElement? Find(IDocument document, IReadOnlySet<IElement> leftOut)
    {
        IElement? body = document.Body;
        if (body is null)
            return null;
        Dictionary<IElement, int> weights = Weigh(body, leftOut);
        IElement article = body;
        while (Narrower(article, weights) is { } child)
            article = child;
        return weights.GetValueOrDefault(article) == 0 ? null : article;
    }

    private static IElement? Narrower(IElement element, Dictionary<IElement, int> weights)
    {
        int own = weights.GetValueOrDefault(element);
        foreach (IElement child in element.Children)
        {
            // A paragraph is never the article: with one long and one short paragraph the frame around both is meant.
            if (IsFrame(child) && weights.GetValueOrDefault(child) >= own * ChildShare)
                return child;
        }
        return null;
    }

    private static bool IsFrame(IElement element) =>
        element.LocalName is "div" or "article" or "section" or "main" or "table" or "tbody" or "tr" or "td" or "form" or "center" or "body";

    /// <summary>Characters of text outside links, for every element that holds any.</summary>
    private static Dictionary<IElement, int> Weigh(IElement root, IReadOnlySet<IElement> leftOut)
    {
        var weights = new Dictionary<IElement, int>();
        var pending = new Stack<(INode Node, bool Done)>();
        pending.Push((root, false));
        while (pending.TryPop(out (INode Node, bool Done) step))
        {
            if (step.Node is IText text)
                Add(weights, text.ParentElement, TextLength(text.Data));
            else if (step.Node is IElement element && step.Done)
                Add(weights, element == root ? null : element.ParentElement, weights.GetValueOrDefault(element));
            else if (step.Node is IElement open && (open == root || !HtmlElements.IsUnread(open) && !leftOut.Contains(open) && open.LocalName != "a"))
            {
                pending.Push((open, true));
                HtmlElements.PushChildren(open, pending);
            }
        }
        return weights;
    }

    private static void Add(Dictionary<IElement, int> weights, IElement? element, int weight)
    {
        if (element != null && weight > 0)
            weights[element] = weights.GetValueOrDefault(element) + weight;
    }

    private static int TextLength(string text)
    {
        int count = 0;
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
                count++;
        }
        return count;
    }
}
