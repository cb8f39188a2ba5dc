using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>A letter about one body's report, drawn from the report's stream.</summary>
public abstract class ReportLetter(IEventStore events, LinkAddresses addresses) : LetterKind
{
    private const string Command = "command";

    /// <inheritdoc/>
    public override string Button => "mail.button.upload";

    /// <inheritdoc/>
    public override async Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        CancellationToken cancellation
    )
    {
        var stream = draft.Stream ?? await events.ReadAsync(draft.Assignment.Stream, cancellation);
        return await DrawAsync(draft, stream, stream.Assignment, cancellation);
    }

    /// <summary>Draws it.</summary>
    /// <param name="draft">What every letter is drawn from.</param>
    /// <param name="entries">The report's stream.</param>
    /// <param name="state">What it adds up to.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>What it says, or null if it is no longer needed.</returns>
    protected abstract Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        IReadOnlyList<Entry> entries,
        AssignmentState state,
        CancellationToken cancellation
    );

    /// <summary>What the row of a letter about a person's command carries: the key of the command's entry.</summary>
    public static IReadOnlyDictionary<string, string> Ordered(string key) =>
        new Dictionary<string, string> { [Command] = key };

    /// <summary>The command that a letter is about, or null.</summary>
    protected static Event? OrderedBy(LetterDraft draft, IReadOnlyList<Entry> entries) =>
        OrderOf(draft, entries)?.Event;

    /// <summary>The entry that a letter is about, or null.</summary>
    protected static Entry? OrderOf(LetterDraft draft, IReadOnlyList<Entry> entries) =>
        draft.Mail.Arguments.TryGetValue(Command, out var key)
            ? entries.First(entry => entry.Key == key)
            : null;

    /// <summary>Begins with the report, its body, its instants in force and the receiver's link.</summary>
    /// <param name="draft">What every letter is drawn from.</param>
    /// <param name="state">The report as it is now.</param>
    /// <param name="subject">The subject's key where it is not the kind's own.</param>
    protected LetterParts About(LetterDraft draft, AssignmentState state, string? subject = null)
    {
        var page = draft.Page;
        var planned = draft.Cycle.Plan.ReportType(draft.Assignment.ReportType);
        var (due, closes) = (planned.DueOf(state), planned.ClosesOf(state));
        return Named(
                draft,
                new LetterParts(page)
                {
                    Subject = subject,
                    Link = draft.Mail.LinkId is { } link
                        ? addresses.Of(LinkPurpose.Upload, link)
                        : null,
                }
            )
            .Place("due", InstantText.Full(page, due))
            .Place("left", InstantText.Relative(page, due))
            .Place("closes", InstantText.Full(page, closes));
    }

    /// <summary>Names the report and its body.</summary>
    protected static LetterParts Named(LetterDraft draft, LetterParts parts)
    {
        var (plan, language) = (draft.Cycle.Plan, draft.Recipient.Language);
        var type = plan.ReportType(draft.Assignment.ReportType);
        var report = type.Title.In(language);
        var body = plan.Body(draft.Assignment.Body).Name.In(language);
        return parts
            .Place("report", report)
            .Place("report-brief", type.Brief.In(language))
            .Place("body", body)
            .Fact("mail.fact.report", report)
            .Fact("mail.fact.body", body);
    }

    /// <summary>Adds what is to be sent and the instants in force to the table, and the <c>due</c> before them if they moved.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="draft">What every letter is drawn from.</param>
    /// <param name="state">The report as it is now.</param>
    /// <param name="former">The <c>due</c> before, or null.</param>
    /// <param name="again">Parts that are to be sent again although they came.</param>
    protected static LetterParts WithInstants(
        LetterParts letter,
        LetterDraft draft,
        AssignmentState state,
        Deadline? former,
        IReadOnlyList<string>? again = null
    )
    {
        var page = draft.Page;
        var planned = draft.Cycle.Plan.ReportType(draft.Assignment.ReportType);
        var (due, closes) = (planned.DueOf(state), planned.ClosesOf(state));
        return WithParts(letter, draft, StillToCome(state).Union(again ?? []))
            .Fact(
                "mail.fact.former-due",
                former is { } before ? InstantText.Full(page, before) : null
            )
            .Fact("upload.due", InstantText.Full(page, due))
            .Fact("upload.closes", InstantText.Full(page, closes));
    }

    /// <summary>Names parts that are to be sent; nothing of a report that consists of one file.</summary>
    protected static LetterParts WithParts(
        LetterParts letter,
        LetterDraft draft,
        IEnumerable<string> parts
    ) =>
        letter.Fact(
            "mail.fact.parts",
            PartText.Names(draft.Page, draft.Assignment.ReportType, parts)
        );

    /// <summary>The parts that the window waits for while it runs, but for those that are being checked.</summary>
    protected static IEnumerable<string> StillToCome(AssignmentState state) =>
        state.Current is { Outcome: null }
            ? state.Awaited().Where(part => !state.IsBeingChecked(part))
            : [];

    /// <summary>The <c>due</c> of the window that a person's extension took the place of, or null.</summary>
    protected static Deadline? FormerDue(AssignmentState state) =>
        state is { Current.Cause: OpeningCause.Extended, Windows: [.., var former, _] }
            ? former.DueInForce
            : null;
}
