using System.Diagnostics;

namespace PolicySearch.Engine.Tests.Damage;

/// <summary>Runs many small cases one after the other, and fails with the name of one that does not end, or that takes more memory than it may.</summary>
internal static class Watch
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    /// <param name="cases">Named pieces of work.</param>
    /// <param name="mostBytes">What one may allocate.</param>
    public static void Run(IEnumerable<(string Name, Action Work)> cases, long mostBytes)
    {
        string current = "";
        long started = Stopwatch.GetTimestamp();
        var all = Task.Factory.StartNew(() =>
        {
            foreach ((string name, Action work) in cases)
            {
                current = name;
                Volatile.Write(ref started, Stopwatch.GetTimestamp());
                long before = GC.GetAllocatedBytesForCurrentThread();
                work();
                long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.True(allocated <= mostBytes, $"{name}: {allocated} bytes allocated, more than {mostBytes}");
            }
        }, TaskCreationOptions.LongRunning);
        while (!((IAsyncResult)all).AsyncWaitHandle.WaitOne(500))
            Assert.True(Stopwatch.GetElapsedTime(Volatile.Read(ref started)) < MostTime, $"{current}: no end");
        all.GetAwaiter().GetResult();
    }
}
