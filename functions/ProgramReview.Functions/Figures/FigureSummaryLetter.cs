using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Figures;

/// <summary>How much in the figures of all reports does not go together, for the author of the consolidated report and for operations.</summary>
public sealed class FigureSummaryLetter(IEventStore events, LinkAddresses addresses)
    : ReportLetter(events, addresses)
{
    private readonly LinkAddresses addresses = addresses;

    /// <inheritdoc/>
    public override string Button => "mail.button.open";

    /// <summary>What the row carries: how much was found, by the check's code.</summary>
    public static IReadOnlyDictionary<string, string> Counted(
        IReadOnlyDictionary<string, int> found
    ) =>
        found.ToDictionary(
            code => code.Key,
            code => code.Value.ToString(CultureInfo.InvariantCulture)
        );

    /// <inheritdoc/>
    protected override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        IReadOnlyList<Entry> entries,
        AssignmentState state,
        CancellationToken cancellation
    )
    {
        // The author's own link leads to the upload page; operations sign in.
        var parts = draft.Mail.LinkId is null
            ? Named(
                draft,
                new LetterParts(draft.Page) { Link = addresses.Figures(draft.Mail.Cycle) }
            )
            : About(draft, state);
        foreach (
            var (code, _) in draft.Mail.Arguments.OrderBy(one => one.Key, StringComparer.Ordinal)
        )
        {
            parts.Fact($"fault.{code}", Numbers.Show(draft.Recipient.Language, draft.Number(code)));
        }
        return Task.FromResult<LetterParts?>(parts);
    }
}
