using System.Diagnostics.CodeAnalysis;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Uploading;

/// <summary>The generated name of one upload: <c>cycle/body/type/window/part/permission</c>.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Window">The window it was permitted for.</param>
/// <param name="Part">The part it was permitted for.</param>
/// <param name="Permission">A code that nobody can guess.</param>
public sealed record BlobName(AssignmentId Assignment, int Window, string Part, string Permission)
    : IParsable<BlobName>
{
    /// <inheritdoc/>
    public static BlobName Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var name)
            ? name
            : throw new FormatException($"'{s}' is not the name of an upload.");

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out BlobName result
    )
    {
        result =
            s?.Split('/') is [var cycle, var body, var type, var window, var part, var permission]
            && AssignmentId.TryParse($"{cycle}.{body}.{type}", null, out var assignment)
            && int.TryParse(window, out var number)
            && number > 0
            && Code.IsValid(part)
            && Code.IsValid(permission)
                ? new BlobName(assignment, number, part, permission)
                : null;
        return result is not null && result.ToString() == s;
    }

    /// <summary>What the names of all blobs of a cycle begin with, for listing them.</summary>
    public static string PrefixOf(CycleId cycle) => $"{cycle}/";

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Assignment.Cycle}/{Assignment.Body}/{Assignment.ReportType}/{Window}/{Part}/{Permission}"
        );
}
