using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Requesting;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Take down how a body explains a query: after the close it can do so by its link no more.</summary>
    /// <param name="Finding">The query's key.</param>
    /// <param name="Text">The explanation, in the body's words.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">How it reached them.</param>
    public sealed record Explain(string Finding, string Text, string By, string Reason)
        : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "explain",
            CommandScope.Assignment
        )
        {
            Fields =
            [
                new("target", CommandFieldKind.Choice)
                {
                    Label = "query",
                    Options = scene =>
                        scene
                            .State.Unexplained()
                            .Select(one => new CommandOption(
                                one.Query.Key,
                                new FindingOption(one.Submission, one.Query)
                            )),
                },
                new("text", CommandFieldKind.Text)
                {
                    Label = "explanation",
                    MaxLength = ExplanationRules.MaxLength,
                },
            ],
            ChangesWhatCounts = true,
            Fits = scene => scene.MayChange && scene.State.Unexplained().Any(),
            Read = (values, _) =>
                new Explain(values.Text("target"), values.Text("text"), values.By, values.Reason),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            ExplanationRules.RefuseText(Text) is { } unfit ? new CommandOutcome.Refused(unfit)
            : scene.State.FindQuery(Finding) is not { } query ? Refuse("query-unknown")
            : new CommandOutcome.Written(
                new AssignmentEvent.Explained(
                    query.Submission.Window,
                    query.Submission.Part,
                    Finding,
                    HumanText.Clean(Text, lines: true).Trim(),
                    Person: null,
                    By,
                    Reason
                )
            );
    }
}
