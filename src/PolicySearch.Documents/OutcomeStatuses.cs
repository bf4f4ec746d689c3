namespace PolicySearch.Documents;

/// <summary>What became of a suggestion or proposal, whichever scheme its office grades by.</summary>
public static class OutcomeStatuses
{
    /// <summary>Solved, basically solved, or adopted.</summary>
    public const string Solved = "已解决";

    /// <summary>Being solved, or solved in part.</summary>
    public const string UnderWay = "推进中";

    /// <summary>In a plan.</summary>
    public const string Planned = "列入计划";

    /// <summary>Cannot be solved now; kept for reference.</summary>
    public const string ForReference = "留作参考";
}
