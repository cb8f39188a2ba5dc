using System.Globalization;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>A new edition of the dossier is published; whoever got the one before it is told what changed.</summary>
public sealed class EditionLetter(LinkAddresses addresses, DossierComparison comparison)
    : LetterKind
{
    private const string Edition = "edition";

    /// <inheritdoc/>
    public override string Button => "mail.button.dossier";

    /// <inheritdoc/>
    public override bool HasOwnLink => false;

    /// <summary>The letter about an edition.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="person">To whom.</param>
    /// <param name="edition">Its number, from 2.</param>
    public static MailRequest To(CycleRef cycle, string person, int edition)
    {
        var number = edition.ToString(CultureInfo.InvariantCulture);
        return new MailRequest(cycle, nameof(EditionLetter), person, "", $"edition-{number}")
        {
            Arguments = new Dictionary<string, string> { [Edition] = number },
        };
    }

    /// <inheritdoc/>
    public override async Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        CancellationToken cancellation
    )
    {
        var (page, state, number) = (draft.Page, draft.Cycle.State, draft.Number(Edition));
        var now = state.Publications.Single(one => one.Edition == number);
        var before = state.Publications.Last(one => one.Edition < number);
        var opened = state.Editions.Single(one => one.Number == number).Event;
        return new LetterParts(page) { Link = addresses.Dossier(draft.Mail.Cycle) }
            .Place("edition", Numbers.Show(page.Language, number))
            .Place("cause", ChangeText.Why(page, opened))
            .Quoting(opened.Reason.Length > 0 ? opened.Reason : null)
            .Fact("dossier.hash", now.DossierHash)
            .Changed(
                ChangeText.Lines(
                    page,
                    await comparison.BetweenAsync(
                        draft.Cycle.Plan,
                        before.DossierHash,
                        now.DossierHash,
                        1,
                        cancellation
                    )
                ),
                "mail.changed.edition"
            );
    }
}
