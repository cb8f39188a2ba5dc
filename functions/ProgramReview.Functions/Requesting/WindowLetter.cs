using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Requesting;

/// <summary>A letter that asks a body for its report: the window's process sends it, and some of them a person's command too.</summary>
public abstract class WindowLetter(IEventStore events, LinkAddresses addresses)
    : ReportLetter(events, addresses)
{
    private const string WindowNumber = "window";

    /// <summary>Why the window's process sends it.</summary>
    protected virtual MailOccasion Occasion => MailOccasion.Request;

    /// <summary>Whether it quotes what was asked for when the window opened.</summary>
    protected virtual bool QuotesWhatWasAsked => false;

    /// <summary>The letters of a window's process to every contact of the body.</summary>
    /// <param name="plan">The plan with the contacts of now.</param>
    /// <param name="report">The window's process.</param>
    /// <param name="opened">The window.</param>
    /// <param name="occasion">Why.</param>
    /// <param name="number">Which reminder before this <c>due</c>, from 1; 0 for any other mail.</param>
    /// <param name="due">The <c>due</c> it is about.</param>
    public static IEnumerable<MailRequest> To(
        PlanLookup plan,
        ReportInput report,
        Window opened,
        MailOccasion occasion,
        int number,
        Deadline due
    )
    {
        var window = FormattableString.Invariant($"{report.Window}");
        var name = FormattableString.Invariant(
            $"{occasion.ToString().ToLowerInvariant()}-{window}-{number}"
        );
        // A process that is started again, and one whose due moved back and forth, mails each person once about each due.
        var key =
            occasion == MailOccasion.Request || due == opened.Due
                ? name
                : FormattableString.Invariant(
                    $"{name}-{due.Show(TimeZoneInfo.Utc):yyyyMMdd'T'HHmmss}"
                );
        return plan.Body(report.Assignment.Body)
            .Contacts.Select(person => new MailRequest(
                report.Cycle,
                KindOf(occasion, opened.Cause),
                person.Id,
                report.Assignment.ToString(),
                key
            )
            {
                Link = LinkPurpose.Upload,
                LinkExpires = opened.Closes.Show(TimeZoneInfo.Utc) + LinkLife.AfterClose,
                Arguments = new Dictionary<string, string> { [WindowNumber] = window },
            });
    }

    /// <inheritdoc/>
    protected sealed override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        IReadOnlyList<Entry> entries,
        AssignmentState state,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            OrderedBy(draft, entries) is { } command
                ? OnCommand(draft, state, command)
                : OnWindow(draft, state)
        );

    /// <summary>What it says about a command; what a person decided is told even if things have moved on since.</summary>
    protected virtual LetterParts? OnCommand(
        LetterDraft draft,
        AssignmentState state,
        Event @event
    ) => throw new InvalidOperationException($"{Name} is sent by no {@event.GetType().Name}.");

    /// <summary>What it says of the window, before what is to be sent until when.</summary>
    protected virtual LetterParts Draw(LetterDraft draft, AssignmentState state) =>
        About(draft, state);

    /// <summary>Adds what is to be sent, and until when.</summary>
    protected virtual LetterParts WithWhatIsAsked(
        LetterParts letter,
        LetterDraft draft,
        AssignmentState state
    ) => WithInstants(letter, draft, state, FormerDue(state));

    /// <summary>Whether it is still needed for a window.</summary>
    protected bool IsNeeded(LetterDraft draft, AssignmentState state, int window) =>
        draft.Cycle.State.End is null && StillNeeded.For(Occasion, window, state);

    private LetterParts? OnWindow(LetterDraft draft, AssignmentState state) =>
        IsNeeded(draft, state, draft.Number(WindowNumber))
            ? WithWhatIsAsked(Draw(draft, state), draft, state)
                .Quoting(QuotesWhatWasAsked ? state.Current!.Comment : null)
            : null;

    private static string KindOf(MailOccasion occasion, OpeningCause cause) =>
        (occasion, cause) switch
        {
            (MailOccasion.Request, OpeningCause.Plan) => nameof(RequestLetter),
            (MailOccasion.Request, OpeningCause.ChangesAsked) => nameof(ChangesAskedLetter),
            (MailOccasion.Request, OpeningCause.Returned) => nameof(ReturnedLetter),
            (MailOccasion.Request, OpeningCause.Extended) => nameof(ExtendedLetter),
            (MailOccasion.Request, OpeningCause.LateAllowed) => nameof(LateAllowedLetter),
            (MailOccasion.Reminder, _) => nameof(ReminderLetter),
            (MailOccasion.Overdue, _) => nameof(OverdueLetter),
            (MailOccasion.Closed, _) => nameof(ClosedLetter),
            _ => throw new InvalidOperationException($"No letter for {occasion} and {cause}."),
        };
}
