using System.Text.Json.Serialization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>What can happen to a cycle as a whole; a closed list, each stored for ever under the name in <see cref="Event"/>.</summary>
public abstract partial record CycleEvent : Event
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

    /// <summary>Every rendering of a round's dossier was made and kept: each form, in each language, for each audience.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="DossierHash">The dossier they were made of.</param>
    /// <param name="Index">SHA-256 of the list of them with their sizes and hashes, which is kept under that name.</param>
    public sealed record DossierRendered(int Round, string DossierHash, string Index) : CycleEvent;

    /// <summary>Letters to many people have been seen to: what was refused and was to go again, or the news of a publication or of the end.</summary>
    /// <param name="Order">The entry that called for them.</param>
    public sealed record LettersSent(long Order) : CycleEvent;

    /// <summary>The product's regular look at its cycles did not succeed for a while; written once it did again. It moves nothing by itself.</summary>
    /// <param name="Window">From the last look that succeeded until the next.</param>
    public sealed record HealthGap(OutageWindow Window) : CycleEvent;

    /// <summary>The approved dossier was published.</summary>
    /// <param name="DossierHash">Which one.</param>
    /// <param name="OpenUntil">Until when late truth leads to an edition of it; the same for all editions. Null: the cycle ends at once.</param>
    public sealed record Published(
        string DossierHash,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            Deadline? OpenUntil = null
    ) : CycleEvent;

    /// <summary>The cycle ended: its processes stop, and nothing more is asked of anybody.</summary>
    /// <param name="Outcome">How.</param>
    /// <param name="Reason">In words, for example the rejecting approver's comment; empty when published.</param>
    /// <param name="By">The person of operations who stopped it, or null if it ended by itself. What was published stays published.</param>
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
