using System.Globalization;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Pages.Tests;

/// <summary>What each kind of letter is drawn from: a row of the outbox, and the streams as storage gives them back.</summary>
internal sealed class LetterSample : IEventStore
{
    private const string Operator = "operations";

    private static readonly string[] Committee = ["approver-1", "approver-2", "approver-3"];

    private readonly IReadOnlyList<Event> report;

    private LetterSample(
        string kind,
        string subject,
        IReadOnlyList<Event> report,
        IReadOnlyList<Event> cycle,
        IReadOnlyDictionary<string, string>? arguments,
        LinkPurpose? link
    )
    {
        this.report = report;
        Mail = new OutboxMail
        {
            Id = $"{subject}~occasion~ba-dinh-1",
            Cycle = Sample.Plan.Cycle,
            Kind = kind,
            Person = link == LinkPurpose.Decide ? "approver-5" : "ba-dinh-1",
            Subject = subject,
            LinkId = link is null ? null : "abcdefghijklmnopqrstuvwxyz",
            Link = link,
            Arguments = arguments ?? new Dictionary<string, string>(),
            QueuedAt = Sample.Now,
        };
        Cycle = new RunningCycle(
            new CycleRef(Sample.Plan.Cycle, 1),
            Sample.Lookup,
            Stream(Sample.Plan.Cycle.Stream, cycle)
        );
    }

    public OutboxMail Mail { get; }

    public RunningCycle Cycle { get; }

    /// <summary>The receipt that the letter is about, or null.</summary>
    public string? ReceiptText =>
        report
            .Concat(Cycle.Stream.Select(entry => entry.Event))
            .Select(one =>
                one switch
                {
                    AssignmentEvent.SubmissionRecorded received => received.Receipt,
                    AssignmentEvent.Checked said => said.Receipt,
                    AssignmentEvent.Scanned said => said.Receipt,
                    AssignmentEvent.AttemptRefused refused => refused.Receipt,
                    CycleEvent.Decided decided => decided.Receipt,
                    _ => null,
                }
            )
            .FirstOrDefault(receipt => receipt is not null);

    public LetterDraft In(Language language) =>
        new(
            Mail,
            Cycle,
            Sample.Lookup.FindPerson(Mail.Person)! with
            {
                Language = language,
            },
            Sample.Now
        );

    public static LetterSample Of(string kind) =>
        kind switch
        {
            nameof(RequestLetter) => Window(kind, OpeningCause.Plan),
            nameof(ReminderLetter) => Ordered(
                kind,
                new AssignmentEvent.Reminded(1, Operator, Sample.Hostile)
            ),
            nameof(OverdueLetter) => Window(kind, OpeningCause.Plan),
            nameof(ClosedLetter) => Closed(),
            nameof(ChangesAskedLetter) => Window(kind, OpeningCause.ChangesAsked),
            nameof(ReturnedLetter) => Ordered(
                kind,
                new AssignmentEvent.ReturnAsked(
                    1,
                    ["report"],
                    Operator,
                    Sample.Hostile,
                    [new ReturnItem("report", Sample.Hostile) { Finding = CheckedSample.Query }]
                )
            ),
            nameof(ExtendedLetter) => Ordered(
                kind,
                new AssignmentEvent.DueExtended(
                    1,
                    Due,
                    Sample.Limit("2024-09-22T00:00:30+07:00"),
                    Closes,
                    Operator,
                    Sample.Hostile,
                    DossierSample.Outages[0].Window
                )
            ),
            nameof(LateAllowedLetter) => Window(kind, OpeningCause.LateAllowed),
            nameof(FreshLinkLetter) => Report(kind),
            nameof(ReceivedLetter) => Report(kind, ("blob", "b"), Received()),
            nameof(CheckedLetter) => Checked(CheckedSample.OfAnnex),
            nameof(RefusedLetter) => Report(kind, ("sequence", "2"), Refused()),
            nameof(FiguresComparedLetter) => Ordered(
                kind,
                new AssignmentEvent.SubmissionRecorded(Sample.Submission(name: Sample.Hostile)),
                new AssignmentEvent.FiguresCompared(
                    "report",
                    Sample.Submission().BlobName,
                    Sample.Hash,
                    [new Finding("between-parent", Severity.Query, ["31", "30", "2", "3"])]
                )
            ),
            nameof(FigureSummaryLetter) => Report(kind, ("between-parent", "12")),
            nameof(AdmittedLetter) => Ordered(
                kind,
                Received(),
                new AssignmentEvent.Admitted(
                    1,
                    "report",
                    "b",
                    Sample.Submission().Judgement,
                    Operator,
                    Sample.Hostile
                )
            ),
            nameof(ExemptedLetter) => Ordered(
                kind,
                new AssignmentEvent.Exempted(Operator, Sample.Hostile)
            ),
            nameof(DutyTakenLetter) => Report(
                kind,
                null,
                new AssignmentEvent.ReturnAsked(1, ["report"], Operator, Sample.Hostile)
            ),
            nameof(DutyPassedLetter) => Report(kind, link: null),
            nameof(DecisionRequestLetter) or nameof(DecisionReminderLetter) => Round(
                kind,
                LinkPurpose.Decide
            ),
            nameof(DeputyRequestLetter) or nameof(SeatTakenLetter) => Round(
                kind,
                LinkPurpose.Decide
            ),
            nameof(DeputyNamedLetter) or nameof(DeputyRevokedLetter) => new LetterSample(
                kind,
                "1",
                [],
                [],
                new Dictionary<string, string>
                {
                    ["round"] = "1",
                    ["seat"] = Committee[0],
                    ["deputy"] = "ba-dinh-1",
                },
                link: null
            ),
            nameof(SeatPassedLetter) => new LetterSample(
                kind,
                "1",
                [],
                [
                    new CycleEvent.SeatPassed(
                        Committee[0],
                        Committee[0],
                        Committee[1],
                        Sample.Hash,
                        Objection
                    ),
                ],
                Argument(("order", "1")),
                LinkPurpose.Objection
            ),
            nameof(MeetingRecordedLetter) => new LetterSample(
                kind,
                "1",
                [],
                [Session],
                Argument(("order", "1")),
                LinkPurpose.Objection
            ),
            nameof(SeatObjectedLetter) => new LetterSample(
                kind,
                "",
                [],
                [Session],
                new Dictionary<string, string> { ["order"] = "1", ["seat"] = Committee[0] },
                link: null
            ),
            nameof(RoundExpiredLetter) => Round(kind, null),
            nameof(AnswerReceiptLetter) => new LetterSample(
                kind,
                "1",
                [],
                Answered(),
                new Dictionary<string, string> { ["sequence"] = "3" },
                LinkPurpose.Decide
            ),
            nameof(WrongCodesLetter) => new LetterSample(
                kind,
                "",
                [],
                [],
                new Dictionary<string, string> { ["holder"] = Committee[0], ["wrong"] = "20" },
                null
            ),
            nameof(RoundVoidedLetter) => new LetterSample(
                kind,
                "1",
                [],
                [
                    new CycleEvent.RoundOpened(1, Sample.Hash, Due),
                    new CycleEvent.RoundVoided(
                        1,
                        Sample.Hash,
                        VoidingCause.Exempted,
                        Sample.District,
                        Operator,
                        Sample.Hostile
                    ),
                ],
                Argument(("round", "1")),
                LinkPurpose.Decide
            ),
            nameof(InfectedLetter) => Found(
                kind,
                new AssignmentEvent.Scanned(
                    1,
                    "report",
                    "b",
                    new ScanResult(ScanVerdict.Malicious, "clamd", Sample.Hostile)
                )
            ),
            nameof(PublishedLetter) => About(kind, new CycleEvent.Published(Sample.Hash)),
            nameof(EndedLetter) => About(
                kind,
                new CycleEvent.Ended(CycleOutcome.Rejected, Sample.Hostile)
            ),
            nameof(AnchoredLetter) => new LetterSample(
                kind,
                "",
                [],
                [
                    new CycleEvent.Anchored(
                        AnchorCause.Day,
                        new DateOnly(2024, 9, 12),
                        Sample.Hash,
                        72
                    ),
                    new CycleEvent.Published(Sample.Hash),
                ],
                Argument(("entry", "1")),
                null
            ),
            _ => throw new ArgumentOutOfRangeException(
                nameof(kind),
                kind,
                "Say here what a letter of this kind is drawn from."
            ),
        };

    /// <summary>The receipt of a file with these findings.</summary>
    public static LetterSample Receipt(params Finding[] findings) =>
        Report(
            nameof(ReceivedLetter),
            ("blob", "b"),
            new AssignmentEvent.SubmissionRecorded(Sample.Submission(findings: findings))
        );

    /// <summary>The letter about what a check found.</summary>
    public static LetterSample Checked(IReadOnlyList<Finding> findings) =>
        Found(
            nameof(CheckedLetter),
            new AssignmentEvent.Checked(
                1,
                "report",
                "b",
                new ContentCheck
                {
                    Reader = 1,
                    Rules = 1,
                    Findings = findings,
                }
            )
        );

    private static LetterSample Found(string kind, AssignmentEvent found) =>
        new(
            kind,
            Sample.District.ToString(),
            [
                Opened(OpeningCause.Plan),
                new AssignmentEvent.SubmissionRecorded(
                    Sample.Submission(name: Sample.Hostile) with
                    {
                        AwaitsCheck = true,
                    }
                ),
                found,
            ],
            [],
            Argument((FoundMails.Sequence, "3")),
            LinkPurpose.Upload
        );

    /// <summary>The letter at the close about a report that can be corrected and asks something.</summary>
    private static LetterSample Closed()
    {
        var submission = Sample.Submission(name: Sample.Hostile);
        return new(
            nameof(ClosedLetter),
            Sample.District.ToString(),
            [
                Opened(OpeningCause.Plan) with
                {
                    Checks = new CheckTerms(TimeSpan.FromHours(1), TimeSpan.FromDays(2)),
                },
                new AssignmentEvent.SubmissionRecorded(submission with { AwaitsCheck = true }),
                new AssignmentEvent.Checked(
                    1,
                    submission.Part,
                    submission.BlobName,
                    new ContentCheck
                    {
                        Reader = 1,
                        Rules = 1,
                        Findings = CheckedSample.OfAnnex,
                        IsCorrectable = true,
                    }
                ),
            ],
            [],
            Argument(("window", "1")),
            LinkPurpose.Upload
        );
    }

    public Task<EventStream> ReadAsync(StreamId stream, CancellationToken cancellation = default) =>
        Task.FromResult(Stream(stream, report));

    public async Task<Entry?> FindAsync(
        StreamId stream,
        long sequence,
        CancellationToken cancellation = default
    ) =>
        (await ReadAsync(stream, cancellation)).FirstOrDefault(entry => entry.Sequence == sequence);

    public IAsyncEnumerable<Entry> ReadAllAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    ) => throw new NotSupportedException();

    public Task<bool> TryAppendAsync(Entry entry, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    private static Deadline Due => Sample.Limit("2024-09-21T00:00:00+07:00");

    private static Deadline Closes => Sample.Limit("2024-10-01T00:00:00+07:00");

    private static AssignmentEvent.SubmissionRecorded Received()
    {
        var submission = Sample.Submission(
            name: Sample.Hostile,
            findings: [new Finding("file-encrypted", Severity.Error, [])]
        );
        return new(
            submission,
            SampleSigner.Issue(key => ReceiptOf.Submission(Place(key), submission, Sample.Now))
        );
    }

    private static AssignmentEvent.AttemptRefused Refused()
    {
        var why = new Finding("file-too-large", Severity.Blocker, ["268435457", "268435456"]);
        var attempt = new RefusedAttempt(
            "report",
            why,
            "ba-dinh-1",
            Sample.Hostile,
            268_435_457,
            Channel.Form,
            Sample.Now
        );
        return new(
            1,
            "report",
            why.Code,
            attempt.Person,
            attempt.FileName,
            why.Arguments,
            SampleSigner.Issue(key => ReceiptOf.Refusal(Place(key), attempt))
        );
    }

    private static ReceiptPlace Place(string key) =>
        new(
            Sample.District,
            Sample.Lookup,
            new string('c', 64),
            Stream(Sample.District.Stream, [Opened(OpeningCause.Plan)]),
            Sample.Now,
            key
        );

    private static AssignmentEvent.Opened Opened(OpeningCause cause) =>
        new(
            1,
            cause,
            Due,
            Closes,
            [new("report", true)],
            cause == OpeningCause.Plan ? null : Sample.Hostile
        );

    private static LetterSample Window(string kind, OpeningCause cause) =>
        new(
            kind,
            Sample.District.ToString(),
            [Opened(cause)],
            [
                new CycleEvent.RoundOpened(1, Sample.Hash, Due),
                new CycleEvent.Decided(
                    1,
                    Sample.Hash,
                    Committee[0],
                    DecisionVerdict.RequestChanges,
                    Sample.Hostile,
                    [new PartId(Sample.District, "report")]
                ),
            ],
            Argument(("window", "1")),
            LinkPurpose.Upload
        );

    private static LetterSample Ordered(string kind, params Event[] events) =>
        new(
            kind,
            Sample.District.ToString(),
            [Opened(OpeningCause.Plan), .. events],
            [],
            ReportLetter.Ordered(KeyOf(events.Length + 1)),
            LinkPurpose.Upload
        );

    private static LetterSample Report(
        string kind,
        (string Name, string Value)? argument = null,
        Event? @event = null,
        LinkPurpose? link = LinkPurpose.Upload
    ) =>
        new(
            kind,
            Sample.District.ToString(),
            [Opened(OpeningCause.Plan), .. @event is null ? Array.Empty<Event>() : [@event]],
            [],
            Argument(argument),
            link
        );

    private static ObjectionTerms Objection =>
        new(Committee, 24, Operator, Operator, Sample.Hostile);

    private static CycleEvent.MeetingRecorded Session =>
        new(
            1,
            Sample.Hash,
            Sample.Now,
            [
                new MeetingAnswer(Committee[0], DecisionVerdict.Approve),
                new MeetingAnswer(Committee[1], DecisionVerdict.Reject),
            ],
            Sample.Hash,
            "minutes.pdf",
            Objection
        );

    private static LetterSample Round(string kind, LinkPurpose? link) =>
        new(
            kind,
            "1",
            [],
            [new CycleEvent.RoundOpened(1, Sample.Hash, Due)],
            Argument(("round", "1")),
            link
        );

    private static List<Event> Answered()
    {
        var decided = new CycleEvent.Decided(
            1,
            Sample.Hash,
            "approver-5",
            DecisionVerdict.Reject,
            Sample.Hostile,
            []
        )
        {
            RuleVersion = Quorum.Version,
        };
        Event[] before =
        [
            new CycleEvent.Started(Sample.Hash, 1, Operator),
            new CycleEvent.RoundOpened(1, Sample.Hash, Due),
        ];
        return
        [
            .. before,
            decided with
            {
                Receipt = SampleSigner.Issue(key =>
                    new SignedPlace(
                        Sample.Plan.Cycle,
                        Sample.Lookup,
                        Stream(Sample.Plan.Cycle.Stream, before),
                        Sample.Now,
                        key
                    ).Answer(decided)
                ),
            },
        ];
    }

    private static LetterSample About(string kind, CycleEvent @event) =>
        new(kind, "", [], [@event], null, null);

    private static Dictionary<string, string> Argument((string Name, string Value)? argument) =>
        argument is { } one ? new() { [one.Name] = one.Value } : [];

    private static string KeyOf(int sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    private static EventStream Stream(StreamId stream, IReadOnlyList<Event> events)
    {
        var entries = new List<Entry>();
        foreach (var (index, @event) in events.Index())
        {
            entries.Add(
                Chain.Next(stream, entries.LastOrDefault(), Sample.Now, KeyOf(index + 1), @event)
            );
        }
        return new EventStream(stream, entries);
    }
}
