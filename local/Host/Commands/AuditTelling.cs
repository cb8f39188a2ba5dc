using System.Diagnostics;
using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Host.Keeping;
using ProgramReview.Local.Rehearsal.Audit;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Verifies a record and says what was found: the faults on the one side, the sum on the other.</summary>
internal static class AuditTelling
{
    private const int MostFaults = 20;

    /// <summary>Verifies, tells, and says whether the record holds.</summary>
    /// <exception cref="StartException">The lines are no whole record.</exception>
    public static async Task<bool> VerifyAsync(
        string name,
        IAsyncEnumerable<AuditLine> lines,
        IEnumerable<string> heads,
        ChainEnds? other,
        CancellationToken cancellation
    )
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var report = await AuditCheck.VerifyAsync(
                lines,
                heads,
                other?.All.Values,
                cancellation
            );
            Tell(name, report, watch.Elapsed);
            return report.Faults.Count == 0;
        }
        catch (InvalidDataException damaged)
        {
            throw new StartException($"{name}: {damaged.Message}");
        }
    }

    private static void Tell(string name, AuditReport report, TimeSpan took)
    {
        foreach (var fault in report.Faults.Take(MostFaults))
        {
            Console.Error.WriteLine(AuditWords.Of(fault));
        }
        if (report.Faults.Count > MostFaults)
        {
            Console.Error.WriteLine($"... and {report.Faults.Count - MostFaults} more.");
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {AuditWords.Count(report.Streams, "chain", "chains")}, {AuditWords.Count(report.Entries, "entry", "entries")}, {AuditWords.Count(report.Anchors, "anchor", "anchors")}, {AuditWords.Count(report.Quotes, "quoted head", "quoted heads")}, checked in {took.TotalSeconds:0.0} s."
            )
        );
        Console.WriteLine(AuditWords.Reach(report));
        foreach (var sequence in report.Erased)
        {
            Console.WriteLine(AuditWords.OfErased(sequence));
        }
        if (report.LeftOut > 0)
        {
            Console.WriteLine(
                $"{AuditWords.Count(report.LeftOut, "file or contact is", "files or contacts are")} left out here, and not checked."
            );
        }
        Console.WriteLine(
            report.Faults.Count == 0
                ? "The record holds."
                : $"The record does not hold: {AuditWords.Count(report.Faults.Count, "fault", "faults")}, the first of each chain."
        );
    }
}
