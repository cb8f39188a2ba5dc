using System.Text.Json.Serialization;
using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>What can happen to one assignment; a closed list, each stored for ever under the name in <see cref="Event"/>.</summary>
public abstract record AssignmentEvent : Event
{
    private AssignmentEvent() { }

    /// <summary>A window opened: the assignment may be uploaded to until it closes.</summary>
    /// <param name="Window">From 1.</param>
    /// <param name="Cause">Why it opened.</param>
    /// <param name="Due">Its <c>due</c>.</param>
    /// <param name="Closes">Its <c>closes</c>.</param>
    /// <param name="Parts">The parts that can be sent in it, in the plan's order.</param>
    /// <param name="Comment">What the approvers or operations asked for, or null.</param>
    /// <param name="By">The person of operations who reopened it, or null.</param>
    /// <param name="Checks">How it treats checks of content; null: as in <see cref="CheckTerms.Unsaid"/>.</param>
    /// <param name="Items">What is wrong in detail with what is asked for again; null: the comment says it all.</param>
    public sealed record Opened(
        int Window,
        OpeningCause Cause,
        Deadline Due,
        Deadline Closes,
        IReadOnlyList<AskedPart> Parts,
        string? Comment,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            CheckTerms? Checks = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            IReadOnlyList<ReturnItem>? Items = null
    ) : AssignmentEvent;

    /// <summary>A create-only permission for one blob was handed out.</summary>
    /// <param name="Window">The window it belongs to.</param>
    /// <param name="Part">The part it is for.</param>
    /// <param name="BlobName">The one name it allows.</param>
    /// <param name="FileName">The name the sender's file bears, in NFC.</param>
    /// <param name="Person">Whose link it was: the person's id.</param>
    /// <param name="Expires">When it ends, in product time; never after <c>closes</c>.</param>
    /// <param name="OnBehalf">Set when operations store the evidence of a report that came on paper or by mail.</param>
    /// <param name="Corrects">Whether it was given after the close, for the correction of a part that came on time.</param>
    public sealed record UploadPermitted(
        int Window,
        string Part,
        string BlobName,
        string FileName,
        string Person,
        DateTimeOffset Expires,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            OnBehalf? OnBehalf = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
            bool Corrects = false
    ) : AssignmentEvent;

    /// <summary>A committed blob was noticed, and judged by its time and its shape; what it holds may be looked at later.</summary>
    /// <param name="Submission">All that is known of it.</param>
    /// <param name="Receipt">The signed receipt, which quotes the entry before; null on what was recorded before there were receipts.</param>
    public sealed record SubmissionRecorded(
        Submission Submission,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            string? Receipt = null
    ) : AssignmentEvent;

    /// <summary>A scanner said of a recorded file whether it holds malware, or that it could not look; the worst that was said of a file holds.</summary>
    /// <param name="Window">The window it was sent for.</param>
    /// <param name="Part">The part it was sent for.</param>
    /// <param name="BlobName">The stored file.</param>
    /// <param name="Result">What the scanner said.</param>
    /// <param name="Receipt">The signed receipt of a file that counts for nothing from now on; null where nothing is decided by this alone.</param>
    public sealed record Scanned(
        int Window,
        string Part,
        string BlobName,
        ScanResult Result,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            string? Receipt = null
    ) : AssignmentEvent;

    /// <summary>The content of a recorded file was looked at, or nobody could: whether it can count is decided.</summary>
    /// <param name="Window">The window it was sent for.</param>
    /// <param name="Part">The part it was sent for.</param>
    /// <param name="BlobName">The stored file.</param>
    /// <param name="Check">What was found.</param>
    /// <param name="Receipt">The signed receipt, which quotes the entry before; null where nobody signs.</param>
    public sealed record Checked(
        int Window,
        string Part,
        string BlobName,
        ContentCheck Check,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            string? Receipt = null
    ) : AssignmentEvent;

    /// <summary>
    /// Two versions that came to count together after both had been checked were compared: one was admitted, or its findings were overruled or explained.
    /// </summary>
    /// <param name="Window">The window of the first.</param>
    /// <param name="Part">The part of the first.</param>
    /// <param name="BlobName">The first.</param>
    /// <param name="Pair">The other, and what was found.</param>
    public sealed record PairCompared(int Window, string Part, string BlobName, PairCheck Pair)
        : AssignmentEvent;

    /// <summary>Somebody answered a query with a sentence; it answers the same query about later versions of the part too.</summary>
    /// <param name="Window">The window in which it was asked.</param>
    /// <param name="Part">The part.</param>
    /// <param name="Finding">The query's key.</param>
    /// <param name="Text">The answer, whole.</param>
    /// <param name="Person">Whose link it was; null if operations took it down.</param>
    /// <param name="By">The person of operations who took it down after the close, or null.</param>
    /// <param name="Reason">How it reached them, or null.</param>
    public sealed record Explained(
        int Window,
        string Part,
        string Finding,
        string Text,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Person,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            string? Reason = null
    ) : AssignmentEvent;

    /// <summary>The figures of a version that counts were held against those of other reports; what it says takes the place of what was said of it before.</summary>
    /// <param name="Part">The part.</param>
    /// <param name="BlobName">The stored file.</param>
    /// <param name="Figures">The hash of the figures that were looked at.</param>
    /// <param name="Findings">What does not go together, as questions; none: what was asked before is settled.</param>
    public sealed record FiguresCompared(
        string Part,
        string BlobName,
        string Figures,
        IReadOnlyList<Finding> Findings
    ) : AssignmentEvent;

    /// <summary>A named person decided that a finding about a stored file does not stand.</summary>
    /// <param name="Window">The window it was sent for.</param>
    /// <param name="Part">The part it was sent for.</param>
    /// <param name="BlobName">The stored file.</param>
    /// <param name="Finding">The finding's key.</param>
    /// <param name="By">Who decided.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Overruled(
        int Window,
        string Part,
        string BlobName,
        string Finding,
        string By,
        string Reason
    ) : AssignmentEvent;

    /// <summary>Somebody with a valid link was refused before bytes were stored.</summary>
    /// <param name="Window">The window that was current; 0 if none had opened.</param>
    /// <param name="Part">The part it was for.</param>
    /// <param name="Code">Why, as a finding code.</param>
    /// <param name="Person">Whose link it was.</param>
    /// <param name="FileName">The name given, in NFC, or null.</param>
    /// <param name="Arguments">What the finding's text fills in, or null.</param>
    /// <param name="Receipt">The signed receipt, which quotes the entry before; null on what was recorded before there were receipts.</param>
    public sealed record AttemptRefused(
        int Window,
        string Part,
        string Code,
        string Person,
        string? FileName,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            IReadOnlyList<string>? Arguments = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            string? Receipt = null
    ) : AssignmentEvent
    {
        /// <summary>The refusal as the finding that pages and letters show: a blocker, with its arguments.</summary>
        [JsonIgnore]
        public Finding Why => new(Code, Severity.Blocker, Arguments ?? []);
    }

    /// <summary>A named person moved the due instant of the current window.</summary>
    /// <param name="Window">The window.</param>
    /// <param name="From">The <c>due</c> until now.</param>
    /// <param name="To">The new <c>due</c>.</param>
    /// <param name="Closes">The <c>closes</c> from now on; moved too if the new <c>due</c> lies beyond it.</param>
    /// <param name="By">Who decided.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Outage">The declared outage that moved it, or null.</param>
    public sealed record DueExtended(
        int Window,
        Deadline From,
        Deadline To,
        Deadline Closes,
        string By,
        string Reason,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            OutageWindow? Outage = null
    ) : AssignmentEvent;

    /// <summary>A named person released the body from the assignment.</summary>
    /// <param name="By">Who decided.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Exempted(string By, string Reason) : AssignmentEvent;

    /// <summary>A named person let a stored file that came after the close count; it stays late for ever.</summary>
    /// <param name="Window">The window it was sent for.</param>
    /// <param name="Part">The part it was sent for.</param>
    /// <param name="BlobName">The stored file.</param>
    /// <param name="Judgement">What the rule says of it now; the former judgement stays in its own entry.</param>
    /// <param name="By">Who decided.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Admitted(
        int Window,
        string Part,
        string BlobName,
        Judgement Judgement,
        string By,
        string Reason
    ) : AssignmentEvent;

    /// <summary>A named person asked the body to send parts of its report again while the window was open; no instant moved.</summary>
    /// <param name="Window">The window.</param>
    /// <param name="Parts">The parts.</param>
    /// <param name="By">Who asked.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Items">What is wrong in detail; null: the reason says it all.</param>
    public sealed record ReturnAsked(
        int Window,
        IReadOnlyList<string> Parts,
        string By,
        string Reason,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            IReadOnlyList<ReturnItem>? Items = null
    ) : AssignmentEvent;

    /// <summary>A named person had the contacts reminded, beside the plan's reminders.</summary>
    /// <param name="Window">The window.</param>
    /// <param name="By">Who asked.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Reminded(int Window, string By, string Reason) : AssignmentEvent;

    /// <summary>A named person took all upload links back and had new ones mailed.</summary>
    /// <param name="By">Who decided.</param>
    /// <param name="Reason">Why.</param>
    public sealed record LinksReissued(string By, string Reason) : AssignmentEvent;

    /// <summary>A window ended, with what it brought.</summary>
    /// <param name="Window">The window.</param>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="Unexplained">The queries about what counted that nobody had explained; null: none.</param>
    public sealed record WindowEnded(
        int Window,
        WindowOutcome Outcome,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            IReadOnlyList<UnexplainedQuery>? Unexplained = null
    ) : AssignmentEvent;

    /// <summary>What became of one mail about the assignment.</summary>
    /// <param name="Kind">The template's name.</param>
    /// <param name="Occasion">What called for it, for example <c>reminder-1-2</c>.</param>
    /// <param name="Person">To whom: the person's id, never an address.</param>
    /// <param name="Result">What became of it.</param>
    public sealed record Mailed(string Kind, string Occasion, string Person, MailResult Result)
        : AssignmentEvent;

    /// <summary>A named person corrected what an earlier entry says; that entry stays, and no judgement changes by this one.</summary>
    /// <param name="Sequence">The entry corrected.</param>
    /// <param name="Text">What is right.</param>
    /// <param name="By">Who says so.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Corrected(long Sequence, string Text, string By, string Reason)
        : AssignmentEvent;
}
