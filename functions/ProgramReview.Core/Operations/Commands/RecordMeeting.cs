using System.Globalization;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Uploading;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>
    /// Put on record what members answered in a session, with its minutes. The answers count once another operator has confirmed them and
    /// nobody objected in time.
    /// </summary>
    /// <param name="Round">The round that the form was drawn for.</param>
    /// <param name="DossierHash">The dossier that the form was drawn for.</param>
    /// <param name="Held">When the session was.</param>
    /// <param name="Answers">What each member answered.</param>
    /// <param name="FileName">What the scan of the minutes is called, in NFC.</param>
    /// <param name="Account">Who is signed in.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">What the session was, and why its members do not answer by link.</param>
    public sealed record RecordMeeting(
        int Round,
        string DossierHash,
        DateTimeOffset Held,
        IReadOnlyList<MeetingAnswer> Answers,
        string FileName,
        string Account,
        string By,
        string Reason
    ) : Command(By, Reason)
    {
        private static readonly DecisionVerdict[] Verdicts =
        [
            DecisionVerdict.Approve,
            DecisionVerdict.Reject,
            DecisionVerdict.Abstain,
            DecisionVerdict.Recuse,
        ];

        internal static readonly CommandDefinition Definition = new(
            "record-meeting",
            CommandScope.Cycle
        )
        {
            Fields =
            [
                new("held", CommandFieldKind.Instant),
                .. Verdicts.Select(verdict => new CommandField(
                    NameOf(verdict),
                    CommandFieldKind.Choices
                )
                {
                    Label = $"meeting.{NameOf(verdict)}",
                    IsRequired = false,
                    MaxLength = 4000,
                    Options = Members,
                }),
                new("minutes", CommandFieldKind.File),
                new("round", CommandFieldKind.Hidden)
                {
                    Preset = scene =>
                        scene.Cycle.CurrentRound?.Number.ToString(CultureInfo.InvariantCulture)
                        ?? "",
                },
                new("dossierHash", CommandFieldKind.Hidden)
                {
                    Preset = scene => scene.Cycle.CurrentRound?.DossierHash ?? "",
                },
            ],
            Fits = scene => Members(scene).Any(),
            Read = (values, _) =>
                new RecordMeeting(
                    int.TryParse(values.Text("round"), out var round) ? round : 0,
                    values.Text("dossierHash"),
                    values.Instant("held").Show(TimeZoneInfo.Utc),
                    [
                        .. Verdicts.SelectMany(verdict =>
                            values
                                .Several(NameOf(verdict))
                                .Select(seat => new MeetingAnswer(seat, verdict))
                        ),
                    ],
                    PermissionRules.CleanFileName(values.Text("minutes")),
                    values.Account,
                    values.By,
                    values.Reason
                ),
        };

        /// <summary>What is to be written.</summary>
        /// <param name="approval">The plan's rules.</param>
        /// <param name="cycle">The cycle.</param>
        /// <param name="minutes">SHA-256 of the scan.</param>
        /// <param name="fileName">What it is served as.</param>
        public CycleEvent.MeetingRecorded EventOf(
            ApprovalPlan approval,
            CycleState cycle,
            string minutes,
            string fileName
        ) =>
            new(
                Round,
                DossierHash,
                Held,
                Answers,
                minutes,
                fileName,
                TermsOf(
                    approval,
                    Answers.Select(answer => Seats.HolderOf(cycle.SeatOrders, answer.Seat)),
                    Account,
                    By,
                    Reason
                )
            );

        /// <summary>Why it cannot be recorded, or null.</summary>
        public Refusal? Refuse(ApprovalPlan approval, CycleState cycle, DateTimeOffset now) =>
            CommandRules.RefuseReason(Reason)
            ?? (
                cycle.CurrentRound is not { } round
                || round.Number != Round
                || Quorum.Decide(approval, round, now) is not null
                    ? Refusal.Conflict("decision-round-over")
                : round.DossierHash != DossierHash ? Refusal.Conflict("decision-dossier-replaced")
                // Nobody answered about what they could not have read.
                : Held < round.AskedAt || Held > now ? Refusal.Unfit("meeting-when", "held")
                : Answers.Count == 0 ? Refusal.Unfit("meeting-empty", NameOf(Verdicts[0]))
                : Answers.DistinctBy(answer => answer.Seat).Count() < Answers.Count
                    ? Refusal.Unfit("meeting-twice", NameOf(Verdicts[0]))
                : Answers
                    .Select(answer => answer.Seat)
                    .Except(Quorum.SeatsOf(approval, round))
                    .Any()
                    ? Refusal.Conflict("decision-not-asked")
                : Answers.Any(answer => round.AnswerOf(answer.Seat) is not null)
                    ? Refusal.Conflict("decision-already-made")
                : null
            );

        private static IEnumerable<CommandOption> Members(CommandScene scene) =>
            scene is { Runs: true, Plan: { } plan, Cycle.CurrentRound: { Outcome: null } round }
                ? Quorum
                    .SeatsOf(plan.Plan.Approval, round)
                    .Where(seat => round.AnswerOf(seat) is null)
                    .Select(seat => new CommandOption(seat, plan.FindPerson(round.HolderOf(seat))!))
                : [];

        private static string NameOf(DecisionVerdict verdict) =>
            verdict.ToString().ToLowerInvariant();
    }
}
