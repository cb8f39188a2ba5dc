using ProgramReview.Core.Compiling;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering.Drafting;

/// <summary>An exception of a report in words, with who decided it and why.</summary>
internal static class ExceptionWords
{
    /// <summary>A line for each; nothing where it is none of that kind.</summary>
    public static IEnumerable<string> Of(
        DossierContent content,
        DossierReport report,
        DossierException kind
    ) => All(content, report, kind).Where(line => line.Length > 0);

    private static IEnumerable<string> All(
        DossierContent content,
        DossierReport report,
        DossierException kind
    ) =>
        kind switch
        {
            DossierException.Late => Late(content, report),
            DossierException.Missing => Missing(content, report),
            DossierException.Exempt => report.Exemption is { } exemption
                ? [By(content, exemption.By, exemption.Reason)]
                : [],
            DossierException.Extended => report.Extension is { } extension
                ?
                [
                    content.T(
                        "dossier.extended.to",
                        InstantText.Full(content.Reader, extension.To)
                    ),
                    By(content, extension.By, extension.Reason),
                ]
                : [],
            DossierException.Admitted => report
                .Rulings.OfType<AssignmentEvent.Admitted>()
                .SelectMany(ruling => Admitted(content, report, ruling)),
            DossierException.Corrected => report
                .Parts.Where(part => part.Counting?.IsCorrection is true)
                .Select(part =>
                    Part(
                        content,
                        report,
                        part.Code,
                        content.T(
                            "dossier.corrected",
                            InstantText.Full(content.Reader, part.Counting!.Committed)
                        )
                    )
                ),
            DossierException.OnBehalf => report.Parts.SelectMany(part =>
                OnBehalf(content, report, part)
            ),
            DossierException.Reopened => report
                .Rulings.OfType<AssignmentEvent.Opened>()
                .Select(opened => Reopened(content, opened)),
            DossierException.Overruled => report
                .Rulings.OfType<AssignmentEvent.Overruled>()
                .SelectMany(ruling => Overruled(content, report, ruling)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Told elsewhere."),
        };

    private static IEnumerable<string> Late(DossierContent content, DossierReport report)
    {
        if (report is { Timeliness: TimelinessVerdict.Late, Deciding: { } file, Due: { } due })
        {
            yield return content.T(
                "dossier.late.when",
                InstantText.Full(content.Reader, file.Committed),
                InstantText.Full(content.Reader, due)
            );
        }
    }

    private static IEnumerable<string> Missing(DossierContent content, DossierReport report)
    {
        if (report is not { Timeliness: null, Exemption: null })
        {
            yield break;
        }
        if (report.Due is { } due)
        {
            yield return content.T("dossier.missing.since", InstantText.Full(content.Reader, due));
        }
        // Only what is missing beside parts that came: nothing at all needs no list.
        var missing = report
            .Parts.Where(part => part is { Required: true, Counting: null })
            .Select(part => part.Code);
        if (
            report.Parts.Any(part => part.Counting is not null)
            && PartText.Names(content.Reader, report.Assignment.ReportType, missing) is { } names
        )
        {
            yield return content.T("dossier.missing.parts", names);
        }
    }

    private static IEnumerable<string> Admitted(
        DossierContent content,
        DossierReport report,
        AssignmentEvent.Admitted ruling
    )
    {
        yield return Part(
            content,
            report,
            ruling.Part,
            content.T(
                "dossier.admitted",
                InstantText.Full(content.Reader, ruling.Judgement.Committed),
                InstantText.Full(content.Reader, ruling.Judgement.Closes)
            )
        );
        yield return By(content, ruling.By, ruling.Reason);
    }

    private static IEnumerable<string> OnBehalf(
        DossierContent content,
        DossierReport report,
        PartRow part
    )
    {
        if (part.Counting is { OnBehalf: { } behalf, EvidenceStored: { } stored })
        {
            yield return Part(
                content,
                report,
                part.Code,
                content.T(
                    "upload.on-behalf",
                    DossierDraft.PersonOf(content, behalf.By),
                    InstantText.Full(content.Reader, behalf.Arrived),
                    InstantText.Full(content.Reader, stored),
                    behalf.Reason
                )
            );
        }
    }

    private static string Reopened(DossierContent content, AssignmentEvent.Opened opened)
    {
        var what = content.T(
            "dossier.reopened",
            Text.Word(content.Language, opened.Cause),
            InstantText.Full(content.Reader, opened.Due),
            InstantText.Full(content.Reader, opened.Closes)
        );
        return opened.By is { } by ? $"{what} {By(content, by, opened.Comment ?? "")}" : what;
    }

    private static IEnumerable<string> Overruled(
        DossierContent content,
        DossierReport report,
        AssignmentEvent.Overruled ruling
    )
    {
        yield return Part(
            content,
            report,
            ruling.Part,
            content.T(
                "dossier.overruled",
                FindingText.Fault(content.Language, Finding.CodeOf(ruling.Finding))
            )
        );
        yield return By(content, ruling.By, ruling.Reason);
    }

    // Everybody reads what was decided, not who did and in what words.
    private static string By(DossierContent content, string person, string reason) =>
        person.Length + reason.Length > 0
            ? content.T("dossier.by", DossierDraft.PersonOf(content, person), reason)
            : "";

    private static string Part(
        DossierContent content,
        DossierReport report,
        string part,
        string text
    ) =>
        PartText.Name(content.Reader, report.Assignment.ReportType, part) is { } name
            ? $"{name}: {text}"
            : text;
}
