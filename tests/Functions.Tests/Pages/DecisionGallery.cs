using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>The decision and dossier pages in every state.</summary>
internal static class DecisionGallery
{
    private static CountingFile Counting { get; } = CountingFile.Of(Sample.Submission());

    public static IEnumerable<Exhibit> Of(Language language)
    {
        var open = new DecisionPageModel
        {
            Context = Sample.Context(language),
            Path = "/a/abc",
            Approver = Sample.Plan.Approval.Approvers[0],
            Round = 2,
            Closes = Sample.Limit("2024-09-15T17:00:00+07:00"),
            DossierHash = Sample.Hash,
            DossierPath = "/a/abc/dossier",
            Totals = DossierSample.Root.Totals,
            Consolidated = [DossierSample.Lines[0]],
            Others = DossierSample.Page(DossierSample.Lines, 1),
            Found = DossierSample.Groups,
            Changes = Changes,
            Tally = DossierSample.Tally,
            State = DecisionPageState.Open,
            Step = new StepQuestion(SecondStep.None) { Digits = "4821" },
            SeenPath = "/a/abc/seen",
            SeenDigits = "4821",
        };
        var decided = new CycleEvent.Decided(
            2,
            Sample.Hash,
            "approver-1",
            DecisionVerdict.RequestChanges,
            Sample.Hostile,
            [new PartId(Sample.District, "report")]
        );
        (string, DecisionPageModel)[] states =
        [
            ("first", open with { Round = 1, Changes = RoundDifference.None }),
            ("open", open),
            (
                "problem",
                open with
                {
                    Problems =
                    [
                        Refusal.Unfit("decision-comment-missing", "comment"),
                        Refusal.Unfit("decision-nothing-to-reopen", "reopen"),
                        Refusal.Unfit("decision-confirmation-wrong", "confirmation"),
                        Refusal.Conflict("decision-dossier-replaced"),
                    ],
                    Draft = new DecisionDraft(
                        DecisionVerdict.RequestChanges,
                        Sample.Hostile,
                        [new PartId(Sample.District, "report")]
                    ),
                }
            ),
            (
                "access-code",
                open with
                {
                    Step = new StepQuestion(SecondStep.AccessCode)
                    {
                        Stopped = Refusal.Unfit("access-code-rests", "accessCode") with
                        {
                            At = Sample.Limit("2024-09-15T17:00:00+07:00"),
                        },
                    },
                }
            ),
            (
                "sign-in",
                open with
                {
                    Step = new StepQuestion(SecondStep.SignIn)
                    {
                        Digits = "4821",
                        SignInPath = "/.auth/login/aad",
                        SignedInAs = Sample.Hostile,
                        Stopped = Refusal.Unfit("sign-in-other", "signIn") with
                        {
                            By = Sample.Hostile,
                        },
                    },
                }
            ),
            (
                "decided",
                open with
                {
                    State = DecisionPageState.Decided,
                    AnswerPath = "/a/abc/papers/answer",
                    ResultPath = "/a/abc/papers/result",
                    Outcome = RoundOutcome.ChangesAsked,
                    Decided = decided,
                    DecidedAt = Sample.Now,
                }
            ),
            ("deputies", open with { Deputies = Sample.Plan.Approval.Approvers }),
            (
                "deputies-anyone",
                open with
                {
                    MayNameAnyone = true,
                    Deputies = Sample.Plan.Approval.Approvers,
                    Press = "abc",
                    DeputyAnswer = new FormAnswer(
                        "deputy",
                        new Dictionary<string, string>
                        {
                            ["name"] = Sample.Hostile,
                            ["email"] = Sample.Hostile,
                        },
                        []
                    ),
                    Problems = [Refusal.Unfit("address-unfit", "email")],
                }
            ),
            (
                "deputy-named",
                open with
                {
                    Deputy = Sample.Plan.Approval.Approvers[1],
                    MayRevoke = true,
                    Session = DossierSample.InSession,
                }
            ),
            (
                "in-place",
                open with
                {
                    Seat = Sample.Plan.Approval.Approvers[1],
                    Deputy = Sample.Plan.Approval.Approvers[0],
                }
            ),
            (
                "decided-in-session",
                open with
                {
                    State = DecisionPageState.Decided,
                    Session = DossierSample.InSession,
                }
            ),
            (
                "decided-by-deputy",
                open with
                {
                    State = DecisionPageState.Decided,
                    Decided = decided,
                    DecidedAt = Sample.Now,
                    Voter = Sample.Plan.Approval.Approvers[1],
                }
            ),
            (
                "voided",
                open with
                {
                    State = DecisionPageState.Voided,
                    Outcome = RoundOutcome.Voided,
                    Decided = decided,
                    DecidedAt = Sample.Now,
                    Voided = new CycleEvent.RoundVoided(
                        2,
                        Sample.Hash,
                        VoidingCause.Exempted,
                        Sample.District,
                        "operations",
                        Sample.Hostile,
                        "command-one"
                    ),
                }
            ),
            (
                "over",
                open with
                {
                    State = DecisionPageState.RoundOver,
                    Outcome = RoundOutcome.Expired,
                    Problems = [Refusal.Conflict("decision-round-over")],
                    Draft = new DecisionDraft(
                        DecisionVerdict.RequestChanges,
                        Sample.Hostile,
                        [new PartId(Sample.District, "report")]
                    ),
                }
            ),
            (
                "replaced",
                open with
                {
                    State = DecisionPageState.Replaced,
                    Since = Changes,
                    Outcome = RoundOutcome.ChangesAsked,
                }
            ),
        ];
        foreach (var (name, model) in states)
        {
            yield return Gallery.Page<DecisionPage>($"decision-{name}", model);
        }
        var objection = new ObjectionPageModel
        {
            Context = Sample.Context(language),
            Path = "/o/abc",
            Order = DossierSample.Session,
            Minutes = DossierSample.Minutes("/o/abc/minutes").First(),
            Step = open.Step,
        };
        (string, ObjectionPageModel)[] objections =
        [
            ("open", objection),
            ("seat", objection with { Order = DossierSample.Seated, Minutes = null }),
            (
                "problem",
                objection with
                {
                    Comment = Sample.Hostile,
                    Problems = [Refusal.Unfit("decision-confirmation-wrong", "confirmation")],
                }
            ),
            ("made", objection with { ObjectedAt = Sample.Now }),
            ("late", objection with { Over = Refusal.Conflict("objection-late") }),
        ];
        foreach (var (name, model) in objections)
        {
            yield return Gallery.Page<ObjectionPage>($"objection-{name}", model);
        }

        var changed = new RoundChangesPageModel
        {
            Context = Sample.Context(language),
            BackPath = "/a/abc",
            Changes = Changes,
        };
        yield return Gallery.Page<RoundChangesPage>("round-changes", changed);
        yield return Gallery.Page<RoundChangesPage>(
            "round-changes-text",
            changed with
            {
                Part = new PartId(Sample.Consolidated, "report"),
                Sections =
                [
                    new SectionDiff(
                        null,
                        [
                            [
                                new TextPiece(PieceChange.None, "Kết quả "),
                                new TextPiece(PieceChange.Gone, Sample.Hostile),
                                new TextPiece(PieceChange.Come, "12"),
                            ],
                        ]
                    ),
                ],
            }
        );
        yield return Gallery.Page<RoundChangesPage>(
            "round-changes-no-text",
            changed with
            {
                Part = new PartId(Sample.Consolidated, "report"),
            }
        );
        yield return Gallery.Page<AccessCodePage>(
            "access-code",
            new AccessCodePageModel
            {
                Context = Sample.Context(language),
                Holder = Sample.Plan.Approval.Approvers[0],
                Code = "7KQ2M-X9PBA",
                BackPath = "/status/x",
            }
        );

        var dossier = new DossierPageModel
        {
            Context = Sample.Context(language),
            PublishedAt = Sample.Now,
            Dossier = DossierSample.Root,
            DossierHash = Sample.Hash,
            Path = "/d/x",
            Consolidated = [DossierSample.Lines[0]],
            Reports = DossierSample.Page(DossierSample.Lines, 1),
            Exceptions = DossierSample.Groups,
            Renderings = RenderingSample.All,
            Decisions =
            [
                .. Sample.Plan.Approval.Approvers.Select(
                    (one, at) =>
                        new DossierDecision(
                            one.Name,
                            at < 3 ? DecisionVerdict.Approve : null,
                            at < 3 ? Sample.Now : null
                        )
                ),
            ],
            Tally = [DossierSample.Tally[0] with { Approvals = 3, ChangeRequests = 0 }],
        };
        yield return Gallery.Page<DossierPage>("dossier-published", dossier);
        var first = new Publication(1, 1, new CycleEvent.Published(Sample.Hash), 9, Sample.Now);
        var opened = new Edition(
            new CycleEvent.EditionOpened(
                2,
                Sample.Hash,
                VoidingCause.Exempted,
                Sample.District,
                "operations",
                Sample.Hostile,
                "command-one"
            ),
            2,
            Sample.Now
        );
        yield return Gallery.Page<DossierPage>(
            "dossier-edition-at-work",
            dossier with
            {
                Editions = new EditionsView(1, "/d/x", [first], opened, IsAtWork: true),
            }
        );
        yield return Gallery.Page<DossierPage>(
            "dossier-edition-old",
            dossier with
            {
                Editions = new EditionsView(
                    1,
                    "/d/x",
                    [first, first with { Edition = 3 }],
                    null,
                    IsAtWork: false
                ),
            }
        );
        yield return Gallery.Page<DossierPage>(
            "dossier-edition-new",
            dossier with
            {
                Editions = new EditionsView(
                    3,
                    "/d/x",
                    [first, first with { Edition = 3 }],
                    null,
                    IsAtWork: false
                ),
                Changes = new ChangesSince("What changed since edition 1", [Sample.Hostile]),
            }
        );
        yield return Gallery.Page<DossierPage>(
            "dossier-draft",
            dossier with
            {
                PublishedAt = null,
                Renderings = RenderingSample.BeingMade,
                Decisions = [],
                Tally = null,
                Back = new WayBack("/a/abc", "dossier.back"),
            }
        );
        var fairness = new FairnessPageModel
        {
            Context = dossier.Context,
            Lines = DossierSample.CloseCalls,
            Count = DossierSample.CloseCalls.Count,
            Outages = DossierSample.Outages,
            HealthGaps = [.. DossierSample.Outages.Select(outage => outage.Window)],
            CsvPath = "/d/x/fairness.csv",
            BackPath = "/d/x",
            BackKey = "mail.button.dossier",
        };
        yield return Gallery.Page<FairnessPage>("fairness", fairness);
        yield return Gallery.Page<FairnessPage>(
            "fairness-none",
            fairness with
            {
                Lines = [],
                Count = 0,
            }
        );
        yield return Gallery.Page<FairnessPage>("fairness-many", fairness with { Count = 12_000 });
        yield return Gallery.Page<DossierPage>(
            "dossier-closed",
            dossier with
            {
                ShowsReports = false,
                Consolidated = [],
                Reports = ReportPage.Empty,
                Exceptions = [],
            }
        );
        foreach (var exhibit in DossierGallery.Of(language, dossier))
        {
            yield return exhibit;
        }
        foreach (var group in DossierSample.Groups)
        {
            yield return Gallery.Page<DossierExceptionPage>(
                $"dossier-{ExceptionName.Of(group.Kind)}",
                new DossierExceptionPageModel
                {
                    Context = dossier.Context,
                    Group = group,
                    Page = 1,
                    BackPath = "/d/x",
                }
            );
        }
    }

    private static RoundDifference Changes { get; } =
        new(
            1,
            [
                new AskedChange(
                    new PartChange(
                        new PartId(Sample.Consolidated, "report"),
                        Counting,
                        CountingFile.Of(Sample.Submission(name: "moi.pdf")) with
                        {
                            BlobName = "c",
                            Sha256 = new string('c', 64),
                        }
                    ),
                    Sample.Hostile
                ),
                new AskedChange(
                    new PartChange(new PartId(Sample.District, "report"), Counting, Counting),
                    null
                ),
                new AskedChange(
                    new PartChange(new PartId(Sample.District, "report"), Counting, null),
                    null
                ),
            ],
            new DossierDifference(
                new DossierChanges(
                    [],
                    [
                        .. Enum.GetValues<DossierException>()
                            .Select(one => new ExceptionChange(
                                Sample.District,
                                one,
                                one != DossierException.Missing
                            )),
                    ]
                ),
                [],
                []
            )
        );
}
