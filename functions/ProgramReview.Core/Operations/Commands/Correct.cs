using System.Globalization;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>
    /// Say what is wrong in an earlier entry. The entry stays as it is; the correction is a new one that points to it, and changes no
    /// judgement by itself.
    /// </summary>
    /// <param name="Sequence">The entry corrected.</param>
    /// <param name="Text">What is right.</param>
    /// <param name="By">Who says so.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Correct(long Sequence, string Text, string By, string Reason)
        : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "correct",
            CommandScope.Assignment | CommandScope.Cycle
        )
        {
            Fields =
            [
                new("entry", CommandFieldKind.Choice)
                {
                    Options = scene =>
                        scene.Entries.Select(entry => new CommandOption(
                            entry.Sequence.ToString(CultureInfo.InvariantCulture),
                            entry
                        )),
                },
                new("text", CommandFieldKind.Text) { MaxLength = MaxReason },
            ],
            Fits = scene => scene.Entries.Count > 0,
            Read = (values, _) =>
                new Correct(
                    long.TryParse(
                        values.Text("entry"),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                        ? number
                        : 0,
                    values.Text("text"),
                    values.By,
                    values.Reason
                ),
        };

        /// <summary>Why it is not taken, or null.</summary>
        public Refusal? Refuse(IReadOnlyList<Entry> entries) =>
            CommandRules.RefuseReason(Reason)
            ?? (
                entries.All(entry => entry.Sequence != Sequence)
                    ? Refusal.Unfit("entry-unknown", "entry")
                : string.IsNullOrWhiteSpace(Text) ? Refusal.Unfit("field-missing", "text")
                : Text.Length > MaxReason ? Refusal.Unfit("field-too-long", "text")
                : null
            );
    }
}
