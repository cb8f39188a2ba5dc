using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Local.Rehearsal.Audit;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Makes the dossiers of an export again and says what does not follow.</summary>
internal static class DossierTelling
{
    private const int MostFaults = 20;

    /// <summary>Verifies the record, then the dossiers; says whether both hold.</summary>
    /// <param name="file">The export.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="StartException">It is no whole export.</exception>
    public static async Task<bool> VerifyAsync(FileInfo file, CancellationToken cancellation)
    {
        await using var export = AuditSource.OfFile(file);
        if (
            !await AuditTelling.VerifyAsync(
                export.Name,
                export.Lines(cancellation),
                [],
                other: null,
                cancellation
            )
        )
        {
            return false;
        }
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddChecking()
            .BuildServiceProvider();
        var watch = Stopwatch.StartNew();
        var proof = await new DossierCheck(
            services.GetRequiredService<IContentReader>()
        ).VerifyAsync(() => export.Lines(cancellation), cancellation);
        return Tell(proof, watch.Elapsed);
    }

    private static bool Tell(DossierProof proof, TimeSpan took)
    {
        foreach (var fault in proof.Faults.Take(MostFaults))
        {
            Console.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Dossier of round {fault.Round}, {fault.Where}: {fault.What}"
                )
            );
        }
        if (proof.Faults.Count > MostFaults)
        {
            Console.Error.WriteLine($"... and {proof.Faults.Count - MostFaults} more.");
        }
        foreach (var name in proof.Unproven.Take(MostFaults))
        {
            Console.Error.WriteLine(
                $"{name}: figures were taken from this file, and its bytes are not in the export."
            );
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{AuditWords.Count(proof.Dossiers, "dossier", "dossiers")}: {AuditWords.Count(proof.Reports, "report", "reports")} made again from their chains, {AuditWords.Count(proof.Files, "file", "files")} read, {AuditWords.Count(proof.Values, "cell of figures", "cells of figures")} added up, in {took.TotalSeconds:0.0} s."
            )
        );
        Console.WriteLine(
            proof.Faults.Count > 0
                ? $"NOT PROVEN: {AuditWords.Count(proof.Faults.Count, "statement does", "statements do")} not follow from what was reported."
            : proof.Unproven.Count > 0
                ? $"NOT PROVEN: of {AuditWords.Count(proof.Unproven.Count, "file", "files")} the bytes are missing. Export again, with files."
            : proof.Dossiers == 0 ? "No dossier was compiled yet."
            : "PROVEN: every dossier follows from what was reported."
        );
        return proof.Faults.Count + proof.Unproven.Count == 0;
    }
}
