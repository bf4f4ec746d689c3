Console.Error.WriteLine("policysearch: no verb yet"); return 2;
