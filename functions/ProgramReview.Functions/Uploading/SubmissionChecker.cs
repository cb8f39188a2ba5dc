using Microsoft.DurableTask.Client;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Uploading;

/// <summary>
/// Looks at what a recorded file holds: has it scanned where somebody scans, reads what is not malware, has the rules judge it, and puts that on record.
/// No orchestration reads a file.
/// </summary>
public sealed class SubmissionChecker(
    ISubmissionStore submissions,
    ContentFactsStore contents,
    ReportTexts texts,
    IEventStore record,
    FileScans scans,
    MinutesScans minutes,
    CheckRecorder recorder,
    IAssignmentIndex index,
    Cycles cycles
)
{
    /// <summary>Checks a file, of minutes for malware alone; may be repeated, and finishes what a crash left undone.</summary>
    /// <param name="client">Rings the assignment's process.</param>
    /// <param name="blobName">The file's name in storage.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task CheckAsync(
        DurableTaskClient client,
        string blobName,
        CancellationToken cancellation
    )
    {
        if (MinutesName.TryParse(blobName, null, out var session))
        {
            await minutes.AskAsync(session, cancellation);
            return;
        }
        if (
            !BlobName.TryParse(blobName, null, out var name)
            || await cycles.FindAsync(name.Assignment.Cycle, cancellation)
                is not { State.End: null } cycle
        )
        {
            return;
        }
        var stream = await record.ReadAsync(name.Assignment.Stream, cancellation);
        if (Find(stream, blobName) is not { } known)
        {
            return;
        }
        stream = await scans.AskAsync(client, cycle, stream, known, cancellation);
        if (
            Find(stream, blobName) is not { AwaitsCheck: true, IsInfected: false } submission
            || scans.IsAwaited(submission)
        )
        {
            return;
        }
        // Also one that was checked: whoever asks again misses what was read.
        ReadOutcome? outcome =
            submission.IsBeingChecked
            || await contents.FindNewestAsync(name.Assignment, submission.Sha256, cancellation)
                is null
                ? await ReadAsync(name.Assignment, submission, cancellation)
                : null;
        if (outcome is ReadOutcome.AtWork)
        {
            return;
        }
        // Of what counts already, by the word of a person or by other checks of the same bytes, it may be known only now what it says.
        if (
            outcome is ReadOutcome.Done
            && stream.Assignment.Counting(submission.Part)?.Sha256 == submission.Sha256
        )
        {
            await MarkFiguresAsync(cycle.Plan, name.Assignment, cancellation);
        }
        stream = await recorder.RecordAsync(
            cycle,
            stream,
            submission,
            (entries, stop) => JudgeAsync(cycle.Plan, entries, submission, outcome, stop),
            cancellation
        );
        await CheckedFiles.WakeAsync(client, stream, submission, cancellation);
        // What came to count together since both were checked, by admitting, overruling or explaining.
        foreach (var (one, other) in UncomparedPair.Of(stream.Assignment).ToList())
        {
            stream = await CompareAsync(cycle, stream, one, other, cancellation);
        }
        // Last: a mail server that is down keeps nothing from going on, and the queue brings the message back.
        await recorder.TellAsync(cycle, stream, blobName, cancellation);
    }

    private async Task<EventStream> CompareAsync(
        RunningCycle cycle,
        EventStream stream,
        Submission one,
        Submission other,
        CancellationToken cancellation
    )
    {
        var assignment = AssignmentId.Parse(stream.Id.Value);
        return
            await ReadAsync(assignment, one, cancellation) is ReadOutcome.Done { Facts: var facts }
            && await ReadAsync(assignment, other, cancellation)
                is ReadOutcome.Done { Facts: var beside }
            ? await recorder.RecordAsync(
                stream,
                one,
                CheckResult.Pair(
                    other,
                    Compare(
                        SubjectOf(cycle.Plan, stream, one, facts),
                        SubjectOf(cycle.Plan, stream, other, beside)
                    )
                ),
                cancellation
            )
            : stream;
    }

    private static Submission? Find(EventStream stream, string blobName) =>
        stream.Assignment.Submissions.FirstOrDefault(one => one.BlobName == blobName);

    private async Task MarkFiguresAsync(
        PlanLookup plan,
        AssignmentId assignment,
        CancellationToken cancellation
    )
    {
        var tree = FigureTree.Of(plan);
        if (tree.PlaceOf(assignment) is { } node)
        {
            await index.MarkFiguresAsync(
                plan.Plan.Cycle,
                [tree.PlaceAt(node)],
                cancellation: cancellation
            );
        }
    }

    private Task<ReadOutcome> ReadAsync(
        AssignmentId assignment,
        Submission submission,
        CancellationToken cancellation
    ) =>
        contents.ReadAsync(
            assignment,
            submission.Sha256,
            FormatOf(submission),
            stop => submissions.OpenAsync(submission.BlobName, stop),
            cancellation
        );

    private async Task<ContentCheck> JudgeAsync(
        PlanLookup plan,
        EventStream entries,
        Submission submission,
        ReadOutcome? outcome,
        CancellationToken cancellation
    )
    {
        // A scanner that had it and could not look: what it holds is told all the same, and that nobody scanned it keeps it from counting.
        IEnumerable<string> unscanned = scans.IsMissing(Find(entries, submission.BlobName)!)
            ? [ContentCheck.NotScanned]
            : [];
        if (outcome is not ReadOutcome.Done { Facts: var facts })
        {
            return CheckResult.Nothing([CheckResult.CouldNotBeRead, .. unscanned]);
        }
        var subject = SubjectOf(plan, entries, submission, facts);
        await texts.KeepAsync(subject, submission.Sha256, cancellation);
        var beside = PairChecks.Beside(plan, subject.Assignment, subject.Part);
        return CheckResult.Of(
            plan,
            facts.Reader,
            [
                .. ContentChecks
                    .Run(subject)
                    .Concat(unscanned.Select(CheckResult.Failing))
                    .OrderByDescending(finding => finding.Severity),
            ],
            beside,
            await ComparedAsync(plan, entries, subject, beside, cancellation)
        );
    }

    // Whichever of report and annex is checked later finds the other: the one that counts, and the one that came last.
    private async Task<IReadOnlyList<PairCheck>> ComparedAsync(
        PlanLookup plan,
        EventStream entries,
        CheckSubject subject,
        IReadOnlyList<string> beside,
        CancellationToken cancellation
    )
    {
        var pairs = new List<PairCheck>();
        var state = entries.Assignment;
        var partners = state
            .Submissions.Where(one =>
                beside.Contains(one.Part)
                && one.Check is not null
                && one.Standing().All(finding => finding.Severity < Severity.Error)
            )
            .Reverse()
            .ToList();
        foreach (
            var partner in partners
                .Where(state.Counts)
                .Concat(partners.Take(1))
                .DistinctBy(one => one.BlobName)
        )
        {
            if (
                await contents.FindAsync(subject.Assignment, partner.Sha256, cancellation) is
                { } facts
            )
            {
                pairs.Add(
                    CheckResult.Pair(
                        partner,
                        Compare(subject, SubjectOf(plan, entries, partner, facts))
                    )
                );
            }
        }
        return pairs;
    }

    private static IReadOnlyList<Finding> Compare(CheckSubject one, CheckSubject other) =>
        one.Part.Kind == PartKind.Report ? PairChecks.Run(one, other) : PairChecks.Run(other, one);

    private static CheckSubject SubjectOf(
        PlanLookup plan,
        EventStream entries,
        Submission submission,
        ContentFacts facts
    )
    {
        var assignment = AssignmentId.Parse(entries.Id.Value);
        return new CheckSubject(
            plan,
            assignment,
            plan.ReportType(assignment.ReportType).FindPart(submission.Part)!,
            facts
        );
    }

    // A name on record bears the extension of what was recognised.
    private static FileFormat FormatOf(Submission submission) =>
        Enum.Parse<FileFormat>(Path.GetExtension(submission.FileName)[1..], ignoreCase: true);
}
