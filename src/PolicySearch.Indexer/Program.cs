using PolicySearch.Indexer;

return CommandLine.Run(args, Console.Out, Console.Error);
