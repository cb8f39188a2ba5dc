using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Say that what the check of a file's content found does not stand, or that it counts although nobody could check it.</summary>
    /// <param name="Target">The file and the finding, as <see cref="FindingOption.Name"/>.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Overrule(string Target, string By, string Reason) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "overrule",
            CommandScope.Assignment
        )
        {
            Fields =
            [
                new("target", CommandFieldKind.Choice)
                {
                    Label = "finding",
                    Options = scene =>
                        Overrulable(scene.State)
                            .Select(option => new CommandOption(option.Name, option)),
                },
            ],
            ChangesWhatCounts = true,
            Fits = scene => scene.MayChange && Overrulable(scene.State).Any(),
            Read = (values, _) => new Overrule(values.Text("target"), values.By, values.Reason),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            Overrulable(scene.State).FirstOrDefault(option => option.Name == Target) switch
            {
                null => Refuse("finding-unknown"),
                { Submission: var file, Finding: var finding } => new CommandOutcome.Written(
                    new AssignmentEvent.Overruled(
                        file.Window,
                        file.Part,
                        file.BlobName,
                        finding.Key,
                        By,
                        Reason
                    )
                ),
            };

        // What makes a file unusable is no matter of opinion, and what is only good to know keeps nothing from counting.
        private static IEnumerable<FindingOption> Overrulable(AssignmentState state) =>
            from file in state.Submissions
            where file.Check is not null
            from finding in file.Standing()
            where finding.Severity is Severity.Error or Severity.Query
            select new FindingOption(file, finding);
    }
}
