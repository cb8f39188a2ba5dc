using System.Text.Json.Serialization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <content>What happens in a round: answers, seats, its end.</content>
public abstract partial record CycleEvent
{
    /// <summary>The approvers were asked.</summary>
    /// <param name="Round">From 1.</param>
    /// <param name="DossierHash">The dossier they are asked about.</param>
    /// <param name="Closes">From then on the round is expired.</param>
    public sealed record RoundOpened(int Round, string DossierHash, Deadline Closes) : CycleEvent
    {
        /// <summary>Approvers who may not answer, since the consolidated report that counts came from them; null if there are none.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<string>? Barred { get; init; }
    }

    /// <summary>A stage of a round approved, and the members of the next were asked.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Stage">The stage that is asked now, from 2.</param>
    /// <param name="Closes">From then on it is expired.</param>
    public sealed record StageOpened(int Round, int Stage, Deadline Closes) : CycleEvent;

    /// <summary>A round closed undecided and stays open as long again, as the plan says.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Closes">From then on it is expired.</param>
    public sealed record RoundExtended(int Round, Deadline Closes) : CycleEvent;

    /// <summary>One approver answered; the first answer in a round stands.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="DossierHash">The dossier the approver had before them.</param>
    /// <param name="Approver">The approver's person id.</param>
    /// <param name="Verdict">The answer.</param>
    /// <param name="Comment">What the approver wrote; may be empty for an approval.</param>
    /// <param name="Reopen">The parts of reports to be changed; empty unless changes are asked for.</param>
    public sealed record Decided(
        int Round,
        string DossierHash,
        string Approver,
        DecisionVerdict Verdict,
        string Comment,
        IReadOnlyList<PartId> Reopen
    ) : CycleEvent
    {
        /// <summary>The version of the rules by which the approver was told that answers are counted.</summary>
        public int RuleVersion { get; init; }

        /// <summary>The signed receipt of the answer; null where the answer came by no page of the product.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Receipt { get; init; }

        /// <summary>Who answered for the approver's seat; null if the approver of the plan did.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Person { get; init; }

        /// <summary>Who gave the answer.</summary>
        [JsonIgnore]
        public string Voter => Person ?? Approver;

        /// <summary>Whether it is the same answer: of a person for a seat in a round there is one.</summary>
        public bool Is(Decided? other) =>
            other is not null
            && (Round, Approver, Voter) == (other.Round, other.Approver, other.Voter);
    }

    /// <summary>Somebody may answer for a seat in one round.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Seat">The approver's person id.</param>
    /// <param name="Person">The deputy's person id.</param>
    /// <param name="By">Whoever holds the seat and named them; null if the plan had them asked since nobody answered.</param>
    public sealed record DeputyNamed(
        int Round,
        string Seat,
        string Person,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By
    ) : CycleEvent
    {
        /// <summary>
        /// SHA-256 of the row's document of somebody whom the plan does not list, as for <see cref="DutyPassed"/>; the id is new in this cycle. Null of
        /// one whom it lists.
        /// </summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? ContactHash { get; init; }
    }

    /// <summary>A deputy may not answer any more; they had not.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Seat">The approver's person id.</param>
    /// <param name="Person">The deputy's person id.</param>
    /// <param name="By">Whoever holds the seat.</param>
    public sealed record DeputyRevoked(int Round, string Seat, string Person, string By)
        : CycleEvent;

    /// <summary>
    /// Operations put another person into an approver's seat. Who that is stands in a row beside the record, as for <see cref="DutyPassed"/>. An
    /// answer that the seat gave before stands.
    /// </summary>
    /// <param name="Seat">The approver's person id.</param>
    /// <param name="From">Who held the seat.</param>
    /// <param name="To">Who holds it now; new in this cycle.</param>
    /// <param name="ContactHash">SHA-256 of the row's document.</param>
    /// <param name="Terms">What must be before an answer of theirs counts.</param>
    public sealed record SeatPassed(
        string Seat,
        string From,
        string To,
        string ContactHash,
        ObjectionTerms Terms
    ) : CycleEvent;

    /// <summary>Operations put on record what members answered in a session.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="DossierHash">The dossier they had before them.</param>
    /// <param name="Held">When the session was.</param>
    /// <param name="Answers">The answers, one a seat.</param>
    /// <param name="Minutes">SHA-256 of the scanned minutes.</param>
    /// <param name="FileName">What the scan was called, with an extension that its content bears out.</param>
    /// <param name="Terms">What must be before they count.</param>
    public sealed record MeetingRecorded(
        int Round,
        string DossierHash,
        DateTimeOffset Held,
        IReadOnlyList<MeetingAnswer> Answers,
        string Minutes,
        string FileName,
        ObjectionTerms Terms
    ) : CycleEvent;

    /// <summary>A scanner said something of minutes; of all that was said the worst holds.</summary>
    /// <param name="Minutes">SHA-256 of the scan.</param>
    /// <param name="Result">What it said.</param>
    public sealed record MinutesScanned(string Minutes, ScanResult Result) : CycleEvent;

    /// <summary>A second operator confirmed what another did for seats.</summary>
    /// <param name="Order">The entry that says what.</param>
    /// <param name="Account">Under which name they were signed in.</param>
    /// <param name="By">Who confirmed.</param>
    /// <param name="Reason">How they know.</param>
    public sealed record SeatsConfirmed(long Order, string Account, string By, string Reason)
        : CycleEvent;

    /// <summary>Somebody concerned objected to what operations did for their seat: it is theirs again, and the clock stands until it is confirmed anew.</summary>
    /// <param name="Order">The entry that says what.</param>
    /// <param name="Seat">The approver's person id.</param>
    /// <param name="Person">Who objected.</param>
    /// <param name="Comment">What they wrote; may be empty.</param>
    public sealed record SeatObjected(long Order, string Seat, string Person, string Comment)
        : CycleEvent;

    /// <summary>An approver let it be known that they have the request before them; nothing follows from it.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Person">The person id.</param>
    public sealed record RequestSeen(int Round, string Person) : CycleEvent;

    /// <summary>
    /// A named person had an access code made for an approver, which takes the place of any before. The code itself stands nowhere: only its
    /// seal, which nobody can compare with without the key.
    /// </summary>
    /// <param name="Person">Whose it is: the person id.</param>
    /// <param name="Number">The number of the code among those of this person, from 1.</param>
    /// <param name="Key">The id of the key that sealed it.</param>
    /// <param name="Seal">HMAC-SHA256 over cycle, person, number and code.</param>
    /// <param name="By">Who had it made.</param>
    /// <param name="Reason">Why.</param>
    public sealed record AccessCodeIssued(
        string Person,
        int Number,
        string Key,
        string Seal,
        string By,
        string Reason
    ) : CycleEvent;

    /// <summary>A wrong access code was typed on the page of an approver.</summary>
    /// <param name="Person">Whose page it was.</param>
    /// <param name="Number">The code that was in force.</param>
    public sealed record AccessCodeFailed(string Person, int Number) : CycleEvent;

    /// <summary>
    /// What counts is about to change, so the dossier of a round does not hold any more, whatever was answered about it: the next one is compiled and
    /// asked about anew. It stands before the fact that changes it.
    /// </summary>
    /// <param name="Round">The round, open or approved; or not yet opened, where only its dossier is compiled.</param>
    /// <param name="DossierHash">The dossier that does not hold any more.</param>
    /// <param name="Cause">What changes it.</param>
    /// <param name="Assignment">The assignment about which that is.</param>
    /// <param name="By">Who ordered it; null for what came by itself.</param>
    /// <param name="Reason">Why, in their words; empty for what came by itself.</param>
    /// <param name="Fact">The occasion under which the fact is written.</param>
    public sealed record RoundVoided(
        int Round,
        string DossierHash,
        VoidingCause Cause,
        AssignmentId Assignment,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By,
        string Reason,
        string Fact
    ) : CycleEvent, IOvertaking;

    /// <summary>
    /// What counts is about to change after a dossier was published: that one stays as it is, and another edition is compiled and asked about. It
    /// stands before the fact that changes it.
    /// </summary>
    /// <param name="Number">From 2; an edition that is given up keeps its number.</param>
    /// <param name="DossierHash">The published dossier that it follows.</param>
    /// <param name="Cause">What changes it.</param>
    /// <param name="Assignment">The assignment about which that is.</param>
    /// <param name="By">Who ordered it; null for what came by itself.</param>
    /// <param name="Reason">Why, in their words; empty for what came by itself.</param>
    /// <param name="Fact">The occasion under which the fact is written.</param>
    public sealed record EditionOpened(
        int Number,
        string DossierHash,
        VoidingCause Cause,
        AssignmentId Assignment,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By,
        string Reason,
        string Fact
    ) : CycleEvent, IOvertaking;

    /// <summary>An approval round ended as its members decided, or without a decision; none is taken for it any more.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Outcome">How.</param>
    public sealed record RoundEnded(int Round, RoundOutcome Outcome) : CycleEvent
    {
        /// <summary>The result as a signed document; null where none was signed.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Result { get; init; }
    }
}
