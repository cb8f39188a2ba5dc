using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>The words of a rehearsal's report; it speaks English, to those who prepare a plan.</summary>
internal static class Words
{
    public static string Of(TimelinessVerdict verdict) =>
        verdict switch
        {
            TimelinessVerdict.OnTime => "on time",
            TimelinessVerdict.Late => "late",
            TimelinessVerdict.Refused => "refused",
            _ => throw new ArgumentOutOfRangeException(
                nameof(verdict),
                verdict,
                "Unknown verdict."
            ),
        };

    public static string Of(DecisionVerdict verdict) =>
        verdict switch
        {
            DecisionVerdict.Approve => "approved",
            DecisionVerdict.RequestChanges => "asked for changes",
            DecisionVerdict.Reject => "rejected",
            DecisionVerdict.Abstain => "abstained",
            DecisionVerdict.Recuse => "withdrew",
            _ => throw new ArgumentOutOfRangeException(
                nameof(verdict),
                verdict,
                "Unknown verdict."
            ),
        };

    public static string Of(OpeningCause cause) => Spaced(cause.ToString());

    /// <summary>What kind of thing somebody did, and about what.</summary>
    public static (string Kind, string About) Of(Act act) =>
        act switch
        {
            Act.Open open => ("opens", open.Mail.Subject),
            Act.Upload upload => ("upload", upload.Part.ToString()),
            Act.AskExtension ask => ("extension", ask.Assignment.ToString()),
            Act.Decide decide => ("decision", FormattableString.Invariant($"round {decide.Round}")),
            Act.ChooseNextStep choose => (
                "next step",
                FormattableString.Invariant($"after round {choose.AfterRound}")
            ),
            _ => throw new InvalidOperationException($"No words for {act.GetType().Name}."),
        };

    /// <summary>An event by the name of its type, in small letters: "window ended".</summary>
    public static string Of(Event @event) => Spaced(@event.GetType().Name);

    private static string Spaced(string name) =>
        string.Concat(
            name.Select(
                (c, i) =>
                    char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()
            )
        );
}
