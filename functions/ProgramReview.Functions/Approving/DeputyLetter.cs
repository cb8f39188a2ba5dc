using ProgramReview.Core.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>A letter about who stands in for whom; it bears no link.</summary>
public abstract class DeputyLetter : LetterKind
{
    private const string Round = "round";
    private const string Number = "number";
    private const string Seat = "seat";
    private const string Deputy = "deputy";

    /// <inheritdoc/>
    public override string Button => "mail.button.open";

    /// <summary>What such a letter is drawn from.</summary>
    internal static IReadOnlyDictionary<string, string> About(
        RoundState round,
        Deputy deputy,
        int number
    ) =>
        new Dictionary<string, string>
        {
            [Number] = FormattableString.Invariant($"{number}"),
            [Round] = FormattableString.Invariant($"{round.Number}"),
            [Seat] = deputy.Seat,
            [Deputy] = deputy.Person,
        };

    /// <inheritdoc/>
    public sealed override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        CancellationToken cancellation
    )
    {
        string NameOf(string argument) =>
            draft
                .Cycle.Plan.FindPerson(draft.Mail.Arguments[argument])!
                .Name.In(draft.Page.Language);

        return Task.FromResult<LetterParts?>(
            new LetterParts(draft.Page)
                .Place("round", Numbers.Show(draft.Page.Language, draft.Number(Round)))
                .Place("seat", NameOf(Seat))
                .Place("deputy", NameOf(Deputy))
                .Fact("mail.fact.seat", NameOf(Seat))
                .Fact("mail.fact.deputy", NameOf(Deputy))
        );
    }
}
