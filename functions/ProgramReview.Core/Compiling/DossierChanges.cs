using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Compiling;

/// <summary>What a dossier says otherwise than one before it, from their manifests alone.</summary>
/// <param name="Parts">The parts for which another file counts, in the plan's order.</param>
/// <param name="Exceptions">What came and went beside that, in the plan's order.</param>
public sealed record DossierChanges(
    IReadOnlyList<PartChange> Parts,
    IReadOnlyList<ExceptionChange> Exceptions
)
{
    /// <summary>Of a first dossier, or one that says the same.</summary>
    public static readonly DossierChanges None = new([], []);

    /// <summary>How many there are.</summary>
    public int Count => Parts.Count + Exceptions.Count;

    /// <summary>What changed between two dossiers of a cycle.</summary>
    public static DossierChanges Between(Dossier before, Dossier now)
    {
        var former = before.Reports.ToDictionary(report => report.Assignment);
        return new(
            [.. now.Reports.SelectMany(report => PartsOf(former[report.Assignment], report))],
            [.. now.Reports.SelectMany(report => ExceptionsOf(former[report.Assignment], report))]
        );
    }

    private static IEnumerable<PartChange> PartsOf(DossierReport before, DossierReport now) =>
        from part in now.Parts
        let former = before.Parts.FirstOrDefault(one => one.Code == part.Code)?.Counting
        where former?.BlobName != part.Counting?.BlobName
        select new PartChange(new PartId(now.Assignment, part.Code), former, part.Counting);

    private static IEnumerable<ExceptionChange> ExceptionsOf(
        DossierReport before,
        DossierReport now
    )
    {
        var (then, today) = (SaidOf(before).ToList(), SaidOf(now).ToList());
        return today
            .Except(then)
            .Select(said => new ExceptionChange(now.Assignment, said.What, HasCome: true))
            .Concat(
                then.Except(today)
                    .Select(said => new ExceptionChange(now.Assignment, said.What, HasCome: false))
            );
    }

    // Two findings that were overruled are two things.
    private static IEnumerable<(DossierException What, string Which)> SaidOf(DossierReport report)
    {
        if (report.Exemption is not null)
        {
            yield return (DossierException.Exempt, "");
        }
        else if (report.Timeliness is null)
        {
            yield return (DossierException.Missing, "");
        }
        if (report.Timeliness == TimelinessVerdict.Late)
        {
            yield return (DossierException.Late, "");
        }
        if (report.Extension is { } extension)
        {
            yield return (DossierException.Extended, extension.To.ToString());
        }
        foreach (var ruling in report.Rulings)
        {
            switch (ruling)
            {
                case AssignmentEvent.Admitted admitted:
                    yield return (DossierException.Admitted, admitted.BlobName);
                    break;
                case AssignmentEvent.Overruled overruled:
                    yield return (
                        DossierException.Overruled,
                        $"{overruled.BlobName} {overruled.Finding}"
                    );
                    break;
            }
        }
        foreach (var answer in report.Explanations)
        {
            yield return (
                DossierException.Explained,
                $"{answer.Part} {answer.Finding} {answer.Text}"
            );
        }
    }
}
