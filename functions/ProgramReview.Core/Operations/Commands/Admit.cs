using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Let a stored file that came after the close count for its part; it stays late for ever.</summary>
    /// <param name="BlobName">The stored file.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Admit(string BlobName, string By, string Reason) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "admit",
            CommandScope.Assignment
        )
        {
            Fields =
            [
                new("target", CommandFieldKind.Choice)
                {
                    Label = "report",
                    Options = scene =>
                        Admissible(scene.State)
                            .Select(report => new CommandOption(report.BlobName, report)),
                },
            ],
            ChangesWhatCounts = true,
            Fits = scene => scene.MayChange && Admissible(scene.State).Any(),
            Read = (values, _) => new Admit(values.Text("target"), values.By, values.Reason),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            scene.State.Submissions.FirstOrDefault(one => one.BlobName == BlobName) switch
            {
                null => Refuse("unknown-report"),
                { Judgement.Reason: TimelinessReason.AdmittedAfterCloses } => Refuse(
                    "already-admitted"
                ),
                { Judgement.Verdict: not TimelinessVerdict.Refused } => Refuse("not-refused"),
                { IsBeingChecked: true } => Refuse("being-checked"),
                { IsAcceptable: false } => Refuse("not-acceptable"),
                { } report => new CommandOutcome.Written(
                    new AssignmentEvent.Admitted(
                        report.Window,
                        report.Part,
                        report.BlobName,
                        scene
                            .State.Windows.Single(window => window.Number == report.Window)
                            .JudgeAdmitted(report.Judgement.Committed),
                        By,
                        Reason
                    )
                ),
            };

        private static IEnumerable<Submission> Admissible(AssignmentState state) =>
            state.Submissions.Where(report =>
                report.IsAcceptable && report.Judgement.Verdict == TimelinessVerdict.Refused
            );
    }
}
