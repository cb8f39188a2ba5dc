using System.Globalization;
using ProgramReview.Core.Audit;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>
/// Plays the people of a plan, the same way every time: most send on time, some late, one never, one a wrong file first; one approver asks
/// for changes in the first round, the others approve. They know nothing but their mails.
/// </summary>
public sealed class Cast(PlanLookup plan)
{
    private const int NeverAt = 17;
    private const int WrongFirstAt = 9;
    private const int LateEvery = 9;
    private const int CriticAt = 1;

    /// <summary>What the receiver of a mail will do because of it.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="now">When it is read.</param>
    public IReadOnlyList<Act> Answer(ReceivedMail mail, DateTimeOffset now)
    {
        if (mail.Link is not { } link)
        {
            return [];
        }
        if (AssignmentId.TryParse(mail.Subject, null, out var assignment))
        {
            return mail.Occasion.StartsWith("request-", StringComparison.Ordinal)
                ? AnswerRequest(mail, assignment, link, now)
                : [];
        }
        return
            mail.Occasion.Contains("-decision-", StringComparison.Ordinal)
            && mail.Occasion.EndsWith("-0", StringComparison.Ordinal)
            && int.TryParse(mail.Subject, CultureInfo.InvariantCulture, out var round)
            ? [AnswerRound(mail, round, link, now)]
            : [];
    }

    private IReadOnlyList<Act> AnswerRequest(
        ReceivedMail mail,
        AssignmentId id,
        Uri link,
        DateTimeOffset now
    )
    {
        var body = plan.Body(id.Body);
        // A request goes to every contact; the first of them sends.
        if (body.Contacts[0].Id != mail.Person)
        {
            return [];
        }
        var place = plan.Assignments.Index().First(pair => pair.Item == id).Index;
        var type = plan.ReportType(id.ReportType);
        var isConsolidated = id.ReportType == plan.Plan.ConsolidatedReport;
        var report = SampleFile.Report(
            $"Báo cáo {id.ReportType} - {body.Name.Vi}.pdf",
            $"{id.ReportType} {body.Name.En}"
        );
        Act.Upload Send(DateTimeOffset at, SampleFile file) =>
            new(id, file)
            {
                At = at,
                Link = link,
                Person = mail.Person,
            };

        if (!mail.Occasion.StartsWith("request-1-", StringComparison.Ordinal))
        {
            var corrected = SampleFile.Report(
                $"Báo cáo {id.ReportType} - {body.Name.Vi} (bổ sung).pdf",
                $"{id.ReportType} {body.Name.En}, corrected"
            );
            return [Send(now + (plan.Plan.Approval.CorrectionDue * 0.4), corrected)];
        }
        return isConsolidated ? [Send(Between(now, type.Due, 0.6), report)]
            : place % 1000 == NeverAt ? []
            : place % LateEvery == LateEvery - 1 && type.Closes.IsAfter(type.Due)
                ? [Send(After(type, 0.3 + (place % 4 * 0.1), now), report)]
            : place % 1000 == WrongFirstAt
                ?
                [
                    Send(
                        Between(now, type.Due, 0.5),
                        SampleFile.Photo($"Báo cáo {id.ReportType}.pdf")
                    ),
                    Send(Between(now, type.Due, 0.6), report),
                ]
            : [Send(Between(now, type.Due, 0.35 + (place * 7 % 60 * 0.01)), report)];
    }

    private Act.Decide AnswerRound(ReceivedMail mail, int round, Uri link, DateTimeOffset now)
    {
        var approvers = plan.Plan.Approval.Approvers;
        var place = approvers.Index().First(pair => pair.Item.Id == mail.Person).Index;
        var at = now + (plan.Plan.Approval.Closes * (0.1 + (0.06 * place)));
        var asksForChanges = round == 1 && place == Math.Min(CriticAt, approvers.Count - 1);
        return asksForChanges
            ? new Act.Decide(
                round,
                DecisionVerdict.RequestChanges,
                "Đề nghị bổ sung số liệu chín tháng đầu năm 2024 và nêu rõ nguyên nhân của hạn chế.",
                [plan.Assignments[0]]
            )
            {
                At = at,
                Link = link,
                Person = mail.Person,
            }
            : new Act.Decide(round, DecisionVerdict.Approve, "", [])
            {
                At = at,
                Link = link,
                Person = mail.Person,
            };
    }

    private static DateTimeOffset Between(DateTimeOffset now, Deadline deadline, double share) =>
        now + (deadline.Remaining(now) * share);

    private static DateTimeOffset After(ReportType type, double share, DateTimeOffset now)
    {
        var due = now + type.Due.Remaining(now);
        return due + (type.Closes.Remaining(due) * share);
    }
}
