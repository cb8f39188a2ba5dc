using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Rehearsal.People;
using static ProgramReview.Local.Rehearsal.Plans.SmallPlan;

namespace ProgramReview.Workflow.Tests;

/// <summary>Whatever changes which versions count together has them compared, and what is found is asked once.</summary>
public sealed class PairTests
{
    private const string Minh = "Minh";

    private static readonly ReportPart[] Parts =
    [
        new("report", Text("Report"), PartKind.Report, [FileFormat.Pdf], Required: true),
        new("annex", Text("Data annex"), PartKind.Annex, [FileFormat.Xlsx], Required: true),
    ];

    private static readonly SampleFile Annex = SampleFile.For(Parts[1], "annex", "Figures");

    private static readonly SampleFile Macro = SampleFile.For(
        Parts[1],
        "annex",
        $"Figures {MarkReader.LaunchMark}"
    );

    [Fact]
    public async Task Whichever_is_checked_later_asks_and_nothing_is_left_to_compare()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(2);
        await scenario.UploadAsync(scenario.Alpha, Annex, "annex");
        await scenario.UploadAsync(scenario.Alpha);

        var state = await scenario.StateAsync(scenario.Alpha);

        Assert.Equal("report", Assert.Single(state.Unexplained()).Submission.Part);
        Assert.Empty(await ComparedAsync(scenario));
    }

    [Fact]
    public async Task A_file_that_was_overruled_is_compared_with_what_counts_beside_it()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(2);
        var annex = await scenario.UploadAsync(scenario.Alpha, Macro, "annex");
        await scenario.UploadAsync(scenario.Alpha);
        Assert.Empty((await scenario.StateAsync(scenario.Alpha)).Unexplained());

        await OverruleAsync(scenario, annex);

        var compared = Assert.Single(await ComparedAsync(scenario));
        var state = await scenario.StateAsync(scenario.Alpha);
        Assert.Equal(annex.BlobName, compared.Pair.BlobName);
        Assert.Equal("figure-differs", Assert.Single(state.Unexplained()).Query.Code);
        Assert.Contains(
            await scenario.OutboxAsync(),
            mail =>
                mail.Kind == nameof(CheckedLetter)
                && mail.Id.Contains("~compared-", StringComparison.Ordinal)
        );
        await scenario.AssertSoundAsync();
    }

    [Fact]
    public async Task A_file_that_was_admitted_is_compared_too_and_nobody_is_asked_who_cannot_answer()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(5.9);
        var (first, second, report) = (
            await PermittedAsync(scenario, Annex, "annex"),
            await PermittedAsync(scenario, Annex, "annex"),
            await PermittedAsync(scenario, Scenario.Report, "report")
        );
        await scenario.ToDayAsync(7);
        foreach (
            var (name, file) in new[] { (first, Annex), (second, Annex), (report, Scenario.Report) }
        )
        {
            await scenario.FinishSlowUploadAsync(name, file);
            await scenario.NoticeAsync(name);
            await scenario.SettleAsync();
        }

        // The report was looked at beside the newest annex; of these two it is the other that is let in.
        foreach (var name in new[] { report, first })
        {
            await scenario.DecideAsync(
                scenario.Alpha,
                new Command.Admit(name, Minh, "The line was slow")
            );
            await scenario.SettleAsync();
        }

        Assert.Single(Assert.Single(await ComparedAsync(scenario)).Pair.Findings);
        Assert.DoesNotContain(
            await scenario.OutboxAsync(),
            mail => mail.Id.Contains("~compared-", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_explanation_that_lets_a_part_count_has_it_compared()
    {
        await using var scenario = await StartAsync(
            new CheckingPlan { Unexplained = Unexplained.Holds }
        );
        await scenario.ToDayAsync(2);
        var annex = await scenario.UploadAsync(
            scenario.Alpha,
            SampleFile.For(Parts[1], "annex", $"Figures {MarkReader.AttachmentMark}"),
            "annex"
        );
        await scenario.UploadAsync(scenario.Alpha);
        var before = await scenario.StateAsync(scenario.Alpha);

        await scenario
            .World.Get<ExplanationRecorder>()
            .RecordAsync(
                scenario.World.Client,
                await scenario.CycleAsync(),
                scenario.Alpha,
                annex.Person,
                annex.Part,
                Assert.Single(annex.Findings).Key,
                "It is the letter beside it.",
                Scenario.Cancel
            );
        await scenario.SettleAsync();

        // The report was compared when it came: a query does not keep the annex from being looked at.
        Assert.False(before.IsAccepted);
        Assert.Contains(
            (await scenario.StateAsync(scenario.Alpha)).Unexplained(),
            one => one.Query.Code == "figure-differs"
        );
        Assert.Empty(await ComparedAsync(scenario));
    }

    [Fact]
    public async Task A_version_that_came_after_a_return_is_compared_with_the_part_that_stayed()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(2);
        await scenario.UploadAsync(scenario.Alpha, Annex, "annex");
        await scenario.UploadAsync(scenario.Alpha);
        await scenario.ToDayAsync(8);
        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Return(
                Core.Deadlines.Deadline.At(scenario.Day(10)),
                null,
                ["annex"],
                Minh,
                "Mend the figures"
            )
        );
        var returned = await scenario.UploadAsync(scenario.Alpha, Macro, "annex");
        await OverruleAsync(scenario, returned);

        var state = await scenario.StateAsync(scenario.Alpha);

        Assert.Equal(returned.BlobName, state.Counting("annex")!.BlobName);
        Assert.Empty(UncomparedPair.Of(state));
        Assert.Single(state.Unexplained(), one => one.Query.Code == "figure-differs");
    }

    [Fact]
    public async Task A_lost_message_is_asked_for_again_and_a_doubled_one_adds_nothing()
    {
        await using var scenario = await StartAsync();
        await scenario.ToDayAsync(2);
        var annex = await scenario.UploadAsync(scenario.Alpha, Macro, "annex");
        var report = await scenario.UploadAsync(scenario.Alpha);
        scenario.Pages.HoldsChecks = true;
        await OverruleAsync(scenario, annex);
        await scenario.LoseChecksAsync();
        scenario.Pages.HoldsChecks = false;
        Assert.Empty(await ComparedAsync(scenario));

        await scenario.ToAsync(scenario.Now.AddMinutes(5));
        await scenario.ReconcileAsync();
        await scenario
            .World.Get<SubmissionChecker>()
            .CheckAsync(scenario.World.Client, report.BlobName, Scenario.Cancel);

        Assert.Single(await ComparedAsync(scenario));
    }

    private static async Task<string> PermittedAsync(
        Scenario scenario,
        SampleFile file,
        string part
    ) =>
        Assert
            .IsType<UploadPermission.Granted>(await scenario.AskAsync(scenario.Alpha, file, part))
            .BlobName;

    private static async Task OverruleAsync(Scenario scenario, Submission file)
    {
        var finding = file.Findings.Single(one => one.Severity == Severity.Error);
        await scenario.DecideAsync(
            scenario.Alpha,
            new Command.Overrule(new FindingOption(file, finding).Name, Minh, "I have looked")
        );
        await scenario.SettleAsync();
    }

    private static async Task<IReadOnlyList<AssignmentEvent.PairCompared>> ComparedAsync(
        Scenario scenario
    ) => [.. await scenario.EventsAsync<AssignmentEvent.PairCompared>(scenario.Alpha.Stream)];

    private static Task<Scenario> StartAsync(CheckingPlan? checking = null) =>
        Scenario.StartAsync(
            change: plan =>
                plan with
                {
                    Checking = checking,
                    ReportTypes =
                    [
                        .. plan.ReportTypes.Select(type =>
                            type.Code == plan.ConsolidatedReport
                                ? type
                                : type with
                                {
                                    Parts = Parts,
                                }
                        ),
                    ],
                    Indicators =
                    [
                        new Indicator
                        {
                            Code = "admitted",
                            Name = Same("Members admitted"),
                            Unit = Same("people"),
                            Kind = IndicatorKind.Count,
                            AskedOf = [new AskedOf("r1", null)],
                        },
                    ],
                    Periods =
                    [
                        new Period
                        {
                            Code = "y2023",
                            Title = Same("2023"),
                            To = new DateOnly(2023, 12, 31),
                        },
                    ],
                },
            services: services => services.AddSingleton<IContentReader, FigureReader>()
        );

    private static LocalizedText Same(string text) => new(text, text, text);

    /// <summary>Reads a report that says 123 and an annex that says 117; a mark in the title puts in what keeps the annex from counting.</summary>
    private sealed class FigureReader : IContentReader
    {
        public async Task<ContentFacts> ReadAsync(
            Stream content,
            FileFormat format,
            CancellationToken cancellation
        )
        {
            var played = await new MarkReader().ReadAsync(content, format, cancellation);
            return format == FileFormat.Pdf
                ? played with
                {
                    Document = new DocumentFacts
                    {
                        Lines =
                        [
                            new("In 2023 the figure of Members admitted was 123."),
                            .. Enumerable.Repeat(
                                new DocumentLine("All cells were told of the programme in time."),
                                20
                            ),
                        ],
                    },
                }
                : played with
                {
                    Annex = new AnnexFacts(
                        [
                            new AnnexSheet(
                                "Annex",
                                false,
                                [
                                    new(1, 1, SheetCellKind.Text, "Indicator"),
                                    new(1, 2, SheetCellKind.Text, "Unit"),
                                    new(1, 3, SheetCellKind.Text, "2023"),
                                    new(2, 1, SheetCellKind.Text, "Members admitted"),
                                    new(2, 2, SheetCellKind.Text, "people"),
                                    new(2, 3, SheetCellKind.Number, "117") { Number = 117 },
                                ]
                            ),
                        ],
                        []
                    ),
                };
        }
    }
}
