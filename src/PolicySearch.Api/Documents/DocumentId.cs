namespace PolicySearch.Api.Documents;

/// <summary>What an id in an address must look like.</summary>
internal static class DocumentId
{
    private const int Length = 16;

    /// <summary>Adds to the errors when it is none.</summary>
    public static void Check(string id, IDictionary<string, string[]> errors)
    {
        if (id.Length != Length || !id.All(char.IsAsciiHexDigitLower))
            errors["id"] = [$"文件编号应为 {Length} 位十六进制小写字母和数字。"];
    }
}
