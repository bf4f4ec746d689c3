using System.Text;
using System.Xml;

namespace PolicySearch.Api.Export;

/// <summary>Text that an Office file may hold.</summary>
internal static class XmlText
{
    /// <summary>The text without what XML does not allow: control characters, halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value != '\uFFFD' && (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)))
                clean.Append(rune);
        }
        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (char c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
                return false;
        }
        return true;
    }
}
