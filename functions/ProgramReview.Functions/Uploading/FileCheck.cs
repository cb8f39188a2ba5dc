using Microsoft.AspNetCore.WebUtilities;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Uploading;

/// <summary>Says what would be found in a file if it were sent; it keeps nothing of it.</summary>
internal sealed class FileCheck(IContentReader reader, CheckDoor door)
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
        var type = cycle.Plan.ReportType(id.Assignment.ReportType);
        var part = type.FindPart(id.Part)!;
        copy.Position = 0;
        var file = await FileInspector.InspectAsync(copy, cancellation);
        List<Finding> findings =
        [
            .. Checks.Run(type, part, file),
            .. new[] { StoredFileRules.TooLarge(type, file.Size) }.OfType<Finding>(),
        ];
        if (
            file.Format is { } format
            && findings.TrueForAll(finding => finding.Severity < Severity.Error)
        )
        {
            copy.Position = 0;
            var facts = await reader.ReadAsync(copy, format, cancellation);
            findings.AddRange(
                ContentChecks.Run(new CheckSubject(cycle.Plan, id.Assignment, part, facts))
            );
        }
        return [.. findings.OrderByDescending(finding => finding.Severity)];
    }
}
