using System.Text.Json.Serialization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>What can happen to a cycle as a whole; a closed list, each stored for ever under the name in <see cref="Event"/>.</summary>
public abstract record CycleEvent : Event
{
    private CycleEvent() { }

    /// <summary>The cycle was started; being the stream's first entry it decides who started.</summary>
    /// <param name="PlanHash">SHA-256 of the plan document; also its name in storage.</param>
    /// <param name="PlanVersion">The plan's version.</param>
    /// <param name="By">Who started it.</param>
    /// <param name="WorkflowVersion">The version of the workflow, which the cycle keeps to its end over all deployments; null is 1.</param>
    /// <param name="Reason">Why; null in records from before starts were asked for one.</param>
    public sealed record Started(
        string PlanHash,
        int PlanVersion,
        string By,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            int? WorkflowVersion = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            string? Reason = null
    ) : CycleEvent;

    /// <summary>A dossier was compiled from what counted.</summary>
    /// <param name="Round">The approval round it is for.</param>
    /// <param name="DossierHash">SHA-256 of the manifest: the dossier's identity.</param>
    public sealed record DossierCompiled(int Round, string DossierHash) : CycleEvent;

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
    }

    /// <summary>A deputy of the plan may answer for a seat in one round.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Seat">The approver's person id.</param>
    /// <param name="Person">The deputy's person id.</param>
    /// <param name="By">Whoever holds the seat and named them; null if the plan had them asked since nobody answered.</param>
    public sealed record DeputyNamed(
        int Round,
        string Seat,
        string Person,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By
    ) : CycleEvent;

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
    /// <param name="FileName">What the scan was called.</param>
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
    public sealed record RoundVoided(
        int Round,
        string DossierHash,
        VoidingCause Cause,
        AssignmentId Assignment,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By,
        string Reason
    ) : CycleEvent;

    /// <summary>An approval round ended as its members decided, or without a decision; none is taken for it any more.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Outcome">How.</param>
    public sealed record RoundEnded(int Round, RoundOutcome Outcome) : CycleEvent
    {
        /// <summary>The result as a signed document; null where none was signed.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Result { get; init; }
    }

    /// <summary>After an expired round a named person chose what comes next.</summary>
    /// <param name="AfterRound">The round that had expired.</param>
    /// <param name="Step">What comes next.</param>
    /// <param name="By">Who chose.</param>
    /// <param name="Reason">Why.</param>
    public sealed record NextStepChosen(int AfterRound, NextStep Step, string By, string Reason)
        : CycleEvent;

    /// <summary>A process of the cycle failed; it is shown to operations, and the cycle goes on with what it has.</summary>
    /// <param name="Instance">The durable instance.</param>
    /// <param name="Message">What it said.</param>
    public sealed record ProcessFailed(string Instance, string Message) : CycleEvent;

    /// <summary>
    /// A named person had an assignment opened again after its close. It stands in the cycle's stream, so that a dossier is never compiled
    /// beside it; the assignment's own stream then says that the window opened.
    /// </summary>
    /// <param name="Assignment">The assignment.</param>
    /// <param name="Window">The window to open.</param>
    /// <param name="Cause">Why.</param>
    /// <param name="Parts">The codes of the parts asked for; it ends when they are accepted.</param>
    /// <param name="FormerDue">The <c>due</c> in force until now.</param>
    /// <param name="FormerCloses">The <c>closes</c> until now.</param>
    /// <param name="Due">Its own <c>due</c>.</param>
    /// <param name="Closes">Its own <c>closes</c>.</param>
    /// <param name="By">Who decided.</param>
    /// <param name="Reason">Why, in words.</param>
    /// <param name="Items">What is wrong in detail; null: the reason says it all.</param>
    public sealed record Reopened(
        AssignmentId Assignment,
        int Window,
        OpeningCause Cause,
        IReadOnlyList<string> Parts,
        Deadline FormerDue,
        Deadline FormerCloses,
        Deadline Due,
        Deadline Closes,
        string By,
        string Reason,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            IReadOnlyList<ReturnItem>? Items = null
    ) : CycleEvent;

    /// <summary>
    /// A named person had the duty to report of a body pass from one contact to another. Who that is stands in a row beside the record that can
    /// be erased; here stands its hash alone.
    /// </summary>
    /// <param name="Body">The body.</param>
    /// <param name="From">The former contact's person id.</param>
    /// <param name="To">The person id of whoever answers from now on; new in this cycle.</param>
    /// <param name="ContactHash">SHA-256 of the row's document, which holds 256 random bits beside name and address.</param>
    /// <param name="By">Who decided.</param>
    /// <param name="Reason">Why.</param>
    public sealed record DutyPassed(
        string Body,
        string From,
        string To,
        string ContactHash,
        string By,
        string Reason
    ) : CycleEvent;

    /// <summary>A named person had a contact erased whom a handover names; the handover stays, whom it meant nobody can read any more.</summary>
    /// <param name="Person">The contact's person id.</param>
    /// <param name="By">Who decided.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ContactErased(string Person, string By, string Reason) : CycleEvent;

    /// <summary>A named person had a failed process of a report started again.</summary>
    /// <param name="Instance">The durable instance.</param>
    /// <param name="By">Who decided.</param>
    /// <param name="Reason">Why.</param>
    public sealed record RetryOrdered(string Instance, string By, string Reason) : CycleEvent;

    /// <summary>A named person had every letter sent again that the mail provider had refused.</summary>
    /// <param name="Letters">How many.</param>
    /// <param name="By">Who decided.</param>
    /// <param name="Reason">What was mended.</param>
    public sealed record ResendOrdered(int Letters, string By, string Reason) : CycleEvent;

    /// <summary>A named person declared that the product could not be reached; the plan says how open deadlines move for everybody.</summary>
    /// <param name="Window">From when until when.</param>
    /// <param name="Hours">By how many hours open deadlines move; 0 if the plan moves none.</param>
    /// <param name="By">Who declared it.</param>
    /// <param name="Reason">What was the matter.</param>
    public sealed record OutageDeclared(OutageWindow Window, int Hours, string By, string Reason)
        : CycleEvent;

    /// <summary>Every deadline that a declared outage moves has moved.</summary>
    /// <param name="Declared">The entry that declares it.</param>
    /// <param name="Moved">How many deadlines moved.</param>
    /// <param name="Stayed">How many did not, and why.</param>
    public sealed record OutageApplied(long Declared, int Moved, IReadOnlyList<OutageStays> Stayed)
        : CycleEvent;

    /// <summary>Material for the consolidated report was asked for: by a person, or by the product when that report opened and day by day while it is open.</summary>
    /// <param name="By">Who asked; null if the product did.</param>
    /// <param name="Reason">Why, if operations asked.</param>
    public sealed record MaterialAsked(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            string? Reason = null
    ) : CycleEvent;

    /// <summary>Material for the consolidated report was made of what counted.</summary>
    /// <param name="Asked">The entry that asks for it.</param>
    /// <param name="Manifest">SHA-256 of the list of all that is in it: its identity. The same as before if nothing had changed.</param>
    /// <param name="Reports">How many reports are in it.</param>
    /// <param name="Changed">How many of them came, went or changed since it was made last.</param>
    public sealed record MaterialMade(long Asked, string Manifest, int Reports, int Changed)
        : CycleEvent;

    /// <summary>Letters to many people have been seen to: what was refused and was to go again, or the news that the cycle has ended.</summary>
    /// <param name="Order">The entry that called for them.</param>
    public sealed record LettersSent(long Order) : CycleEvent;

    /// <summary>The product's regular look at its cycles did not succeed for a while; written once it did again. It moves nothing by itself.</summary>
    /// <param name="Window">From the last look that succeeded until the next.</param>
    public sealed record HealthGap(OutageWindow Window) : CycleEvent;

    /// <summary>The approved dossier was published.</summary>
    /// <param name="DossierHash">Which one.</param>
    public sealed record Published(string DossierHash) : CycleEvent;

    /// <summary>The cycle ended: its processes stop, and nothing more is asked of anybody.</summary>
    /// <param name="Outcome">How.</param>
    /// <param name="Reason">In words, for example the rejecting approver's comment; empty when published.</param>
    /// <param name="By">The person of operations who stopped it, or null if it ended by itself.</param>
    public sealed record Ended(
        CycleOutcome Outcome,
        string Reason,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By = null
    ) : CycleEvent;

    /// <summary>What became of one mail about the cycle.</summary>
    /// <param name="Kind">The template's name.</param>
    /// <param name="Occasion">What called for it, for example <c>published</c>.</param>
    /// <param name="Person">To whom: the person's id, never an address.</param>
    /// <param name="Result">What became of it.</param>
    public sealed record Mailed(string Kind, string Occasion, string Person, MailResult Result)
        : CycleEvent;

    /// <summary>A named person corrected what an earlier entry says; that entry stays, and no judgement changes by this one.</summary>
    /// <param name="Sequence">The entry corrected.</param>
    /// <param name="Text">What is right.</param>
    /// <param name="By">Who says so.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Corrected(long Sequence, string Text, string By, string Reason)
        : CycleEvent;

    /// <summary>The heads of all assignments' chains were joined under one root; what they hold cannot change unseen from then on.</summary>
    /// <param name="Cause">Why now.</param>
    /// <param name="Day">The day it closes, in the plan's zone.</param>
    /// <param name="Root">The Merkle root over the heads; also the name of the list of them in storage.</param>
    /// <param name="Streams">How many heads it joins.</param>
    /// <param name="Figures">The hash of the figures that follow from these heads, where a dossier is compiled from both; else null.</param>
    public sealed record Anchored(
        AnchorCause Cause,
        DateOnly Day,
        string Root,
        int Streams,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            string? Figures = null
    ) : CycleEvent;

    /// <summary>The daily look found figures that were not what their reports say although nothing had changed, and made them anew.</summary>
    /// <param name="Nodes">Whose; of many the first hundred.</param>
    public sealed record FiguresMended(IReadOnlyList<string> Nodes) : CycleEvent;
}
