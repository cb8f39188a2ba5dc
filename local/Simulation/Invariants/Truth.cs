using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>What bears on a decision, in words of the simulation's own: what counts, who is exempt, what was overruled and explained.</summary>
internal static class Truth
{
    /// <summary>What a dossier says of a report.</summary>
    public static HashSet<string> Said(DossierReport report) =>
        Words(
            report.Exemption is not null,
            report.Parts.Select(part => (part.Code, part.Counting?.BlobName)),
            report.Rulings.OfType<AssignmentEvent.Overruled>(),
            report.Explanations
        );

    /// <summary>What the record says.</summary>
    public static HashSet<string> Known(AssignmentState state) =>
        Words(
            state.Exemption is not null,
            state.Parts.Select(part => (part.Code, part.Counting?.BlobName)),
            state.Submissions.SelectMany(one => one.Overruled),
            state.Explanations
        );

    private static HashSet<string> Words(
        bool isExempt,
        IEnumerable<(string Part, string? Blob)> parts,
        IEnumerable<AssignmentEvent.Overruled> overruled,
        IEnumerable<AssignmentEvent.Explained> explained
    )
    {
        var counting = parts.Where(part => part.Blob is not null).ToList();
        return
        [
            .. counting.Select(part => $"{part.Blob} counts"),
            .. overruled
                .Where(one => counting.Exists(part => part.Blob == one.BlobName))
                .Select(one => $"{one.Finding} overruled"),
            .. explained
                .Where(one => counting.Exists(part => part.Part == one.Part))
                .Select(one => $"{one.Finding} explained"),
            isExempt ? "exempt" : "owes",
        ];
    }
}
