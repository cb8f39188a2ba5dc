using Microsoft.AspNetCore.WebUtilities;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Uploading;

/// <summary>Says what would be found in a file if it were sent; it keeps nothing of it.</summary>
/// <param name="reader">Reads what it holds.</param>
/// <param name="door">Has the places to read at.</param>
public sealed class UnsentFileCheck(IContentReader reader, CheckDoor door)
{
    // More lies in a temporary file, which is gone with the stream.
    private const int MostInMemory = 1024 * 1024;

    /// <summary>All findings, the heaviest first; those that need the other part too are made when it is sent.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="id">The part that it is meant for.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(
        RunningCycle cycle,
        PartId id,
        Stream content,
        CancellationToken cancellation
    )
    {
        await using var copy = new FileBufferingReadStream(content, MostInMemory);
        await copy.DrainAsync(cancellation);
        using var desk = await door.SitAsync(cancellation);
        var part = cycle.Plan.ReportType(id.Assignment.ReportType).FindPart(id.Part)!;
        return FileCheck
            .Judge(
                cycle.Plan,
                id.Assignment,
                part,
                await FileCheck.ReadAsync(reader, copy, cancellation)
            )
            .Findings;
    }
}
