using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Local.InMemory;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Reporting;

namespace ProgramReview.Local.Rehearsal;

/// <summary>Carries acts out by the steps of the pages, without HTTP.</summary>
public sealed class PageActs(PageDriver pages, InMemorySubmissionStore storage) : ActExecutor
{
    private const string NotOpened = "the link does not open";

    /// <inheritdoc/>
    protected override async Task<string> OpenAsync(Act.Open act, CancellationToken cancellation)
    {
        var purpose = AssignmentId.TryParse(act.Mail.Subject, null, out _)
            ? LinkPurpose.Upload
            : LinkPurpose.Decide;
        return await pages.OpenAsync(act.Link, purpose, cancellation) is null
            ? NotOpened
            : "opened";
    }

    /// <inheritdoc/>
    protected override async Task<string> UploadAsync(
        Act.Upload act,
        CancellationToken cancellation
    )
    {
        if (await pages.OpenAsync(act.Link, LinkPurpose.Upload, cancellation) is not { } held)
        {
            return NotOpened;
        }
        var file = act.Fill().File;
        var answer = await pages.AskAsync(held, act.Part.Part, file, Channel.Page, cancellation);
        if (answer is not UploadPermission.Granted granted)
        {
            return answer is UploadPermission.Refused refused
                ? $"refused: {refused.Why.Code}"
                : "asked too often";
        }
        using var content = file.Open();
        if (!storage.PutByPermission(await pages.PermitAsync(granted, cancellation), content))
        {
            return "the permission had ended";
        }
        var entry = await pages.TellAsync(granted.BlobName, Channel.Page, cancellation);
        var submission = ((AssignmentEvent.SubmissionRecorded)entry!.Event).Submission;
        return submission.IsAcceptable
            ? Words.Of(submission.Judgement.Verdict)
            : $"{Words.Of(submission.Judgement.Verdict)}, to be sent again: {string.Join(", ", submission.Findings.Select(finding => finding.Code))}";
    }

    /// <inheritdoc/>
    protected override async Task<string> DecideAsync(
        Act.Decide act,
        CancellationToken cancellation
    )
    {
        if (
            await pages.OpenAsync(act.Link, LinkPurpose.Decide, cancellation)
            is not var (link, cycle)
        )
        {
            return NotOpened;
        }
        var refusal = await pages.DecideAsync(
            link.Cycle,
            new CycleEvent.Decided(
                act.Round,
                cycle.State.Dossiers[act.Round],
                link.Person,
                act.Verdict,
                act.Comment,
                act.Reopen
            ),
            cancellation
        );
        return refusal is null ? Words.Of(act.Verdict) : $"not taken: {refusal.Code}";
    }

    /// <inheritdoc/>
    protected override async Task<string> ExtendAsync(
        Act.AskExtension act,
        CancellationToken cancellation
    )
    {
        var due = Deadline.At(act.Until);
        var answer = await pages.CommandAsync(
            act.Assignment,
            $"extend-{act.Assignment.Body}-{act.Assignment.ReportType}",
            new Command.Extend(due, Closes: null, Seen: null, "operations", "rehearsed"),
            cancellation
        );
        return answer switch
        {
            CommandAnswer.Done => $"asked operations for more time: granted until {due}",
            CommandAnswer.Refused refused =>
                $"asked operations for more time: refused, {refused.Why.Code}",
            _ => throw new InvalidOperationException($"No words for {answer.GetType().Name}."),
        };
    }

    /// <inheritdoc/>
    protected override async Task<string> ChooseAsync(
        Act.ChooseNextStep act,
        CancellationToken cancellation
    )
    {
        var answer = await pages.ChooseAsync(
            act.Cycle,
            new Command.ChooseNextStep(act.AfterRound, act.Step, act.Person, "rehearsed"),
            cancellation
        );
        return answer is CommandAnswer.Refused refused ? $"not taken: {refused.Why.Code}"
            : act.Step == NextStep.AskAgain ? "a new round"
            : "the cycle ends";
    }
}
