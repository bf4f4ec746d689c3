using PolicySearch.Benchmarks.Verbs;
using PolicySearch.Benchmarks.Versus;

// One verb a line: name → (usage, what runs it). Exit code 0, 1 for a failure, 2 for bad usage.
var verbs = new Dictionary<string, (string Usage, Func<string[], int> Run)>
{
    ["corpus"] = (CorpusVerb.Usage, CorpusVerb.Run),
    ["queries"] = (QueriesVerb.Usage, QueriesVerb.Run),
    ["documents"] = (DocumentsVerb.Usage, DocumentsVerb.Run),
    ["accuracy"] = (AccuracyVerb.Usage, AccuracyVerb.Run),
    ["regions"] = (RegionsVerb.Usage, RegionsVerb.Run),
    ["generate"] = (GenerateVerb.Usage, GenerateVerb.Run),
    ["tokens"] = (TokensVerb.Usage, TokensVerb.Run),
    ["service"] = (ServiceVerb.Usage, ServiceVerb.Run),
    ["similar"] = (SimilarVerb.Usage, SimilarVerb.Run),
    ["versus"] = (VersusVerb.Usage, VersusVerb.Run),
};

if (args.Length > 1 && args[0] == FirstQuery.Verb)
    return FirstQuery.Run(args[1..]);
if (args.Length > 0 && verbs.TryGetValue(args[0], out var verb))
    return verb.Run(args[1..]);
foreach (var (usage, _) in verbs.Values)
    Console.Error.WriteLine(usage);
return 2;
