using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Compiling;

/// <summary>One assignment in the dossier, with the source of everything said about it.</summary>
public sealed record DossierReport
{
    /// <summary>The assignment.</summary>
    public required AssignmentId Assignment { get; init; }

    /// <summary>Its state when the dossier was compiled.</summary>
    public required AssignmentPhase Phase { get; init; }

    /// <summary>Its parts in the plan's order, each with the file that counts; none before it opened.</summary>
    public required IReadOnlyList<PartRow> Parts { get; init; }

    /// <summary>The file that decides how the report stood to time; null unless every required part came.</summary>
    public required CountingFile? Deciding { get; init; }

    /// <summary>How it stood to time; null unless every required part came.</summary>
    public required TimelinessVerdict? Timeliness { get; init; }

    /// <summary>The <c>due</c> that the file which decides was judged by, else the one in force; null before it opened.</summary>
    public required Deadline? Due { get; init; }

    /// <summary>The extension of the window that counts, or null.</summary>
    public required AssignmentEvent.DueExtended? Extension { get; init; }

    /// <summary>The exemption, or null.</summary>
    public required AssignmentEvent.Exempted? Exemption { get; init; }

    /// <summary>What else operations decided, in order: admissions, reopenings, findings overruled.</summary>
    public IReadOnlyList<Event> Rulings { get; init; } = [];

    /// <summary>What was found in what counts, by kind.</summary>
    public IReadOnlyList<FindingCount> Findings { get; init; } = [];

    /// <summary>The queries about what counts, answered or not.</summary>
    public IReadOnlyList<AskedQuery> Queries { get; init; } = [];

    /// <summary>The answers to queries, in order.</summary>
    public IReadOnlyList<AssignmentEvent.Explained> Explanations { get; init; } = [];

    /// <summary>The queries about what counts that nobody explained.</summary>
    public IReadOnlyList<UnexplainedQuery> Unexplained { get; init; } = [];

    /// <summary>The judgements about it that were close to an instant.</summary>
    public IReadOnlyList<FairnessLine> CloseCalls { get; init; } = [];

    /// <summary>The hash of the last entry of the assignment's chain that was read.</summary>
    public required string ChainHead { get; init; }

    /// <summary>The report as its row says.</summary>
    /// <param name="row">The row.</param>
    /// <param name="now">The present.</param>
    public static DossierReport Of(AssignmentRow row, DateTimeOffset now) =>
        new()
        {
            Assignment = row.Assignment,
            Phase = row.PhaseAt(now),
            Parts = row.Parts,
            Deciding = row.Deciding,
            Timeliness = row.Timeliness,
            Due = row.Deciding?.Due ?? row.Due,
            Extension = row.Extension,
            Exemption = row.Exemption,
            Rulings = row.Rulings,
            Findings = row.Kinds,
            Queries = row.Queries,
            Explanations = row.Explanations,
            Unexplained = row.Unexplained,
            CloseCalls = row.CloseCalls,
            ChainHead = row.Head,
        };

    /// <summary>What is said of it beside which files count, and of what; two findings that were overruled are two things.</summary>
    public IEnumerable<(DossierException What, string Which)> Said()
    {
        if (Exemption is not null)
        {
            yield return (DossierException.Exempt, "");
        }
        else if (Timeliness is null)
        {
            yield return (DossierException.Missing, "");
        }
        if (Timeliness == TimelinessVerdict.Late)
        {
            yield return (DossierException.Late, "");
        }
        if (Extension is { } extension)
        {
            yield return (DossierException.Extended, extension.To.ToString());
        }
        foreach (var part in Parts.Where(part => part.Counting?.IsCorrection is true))
        {
            yield return (DossierException.Corrected, part.Counting!.BlobName);
        }
        foreach (var part in Parts.Where(part => part.Counting?.OnBehalf is not null))
        {
            yield return (DossierException.OnBehalf, part.Counting!.BlobName);
        }
        foreach (var (i, ruling) in Rulings.Index())
        {
            yield return ruling switch
            {
                AssignmentEvent.Admitted admitted => (DossierException.Admitted, admitted.BlobName),
                AssignmentEvent.Overruled overruled => (
                    DossierException.Overruled,
                    $"{overruled.BlobName} {overruled.Finding}"
                ),
                _ => (DossierException.Reopened, FormattableString.Invariant($"{i}")),
            };
        }
        foreach (var answer in Explanations)
        {
            yield return (
                DossierException.Explained,
                $"{answer.Part} {answer.Finding} {answer.Text}"
            );
        }
        foreach (var query in Unexplained)
        {
            yield return (DossierException.Unexplained, $"{query.BlobName} {query.Finding}");
        }
    }

    /// <summary>Without what was asked about files and answered to that; how often it was stays.</summary>
    public DossierReport WithoutExplanations() =>
        this with
        {
            Queries = [],
            Explanations = [],
            Unexplained = [],
        };
}
