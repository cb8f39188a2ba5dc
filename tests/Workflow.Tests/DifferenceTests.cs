using ProgramReview.Core.Planning;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Rehearsal;
using ProgramReview.Local.Rehearsal.People;
using ProgramReview.Local.Rehearsal.Plans;
using ProgramReview.Local.Rehearsal.Reporting;

namespace ProgramReview.Workflow.Tests;

public sealed class DifferenceTests
{
    [Fact]
    public async Task A_Plan_Does_Not_Differ_From_Itself() =>
        Assert.Empty(await BetweenAsync(plan => plan));

    [Fact]
    public async Task A_Moved_Reminder_Is_Another_Mail_And_Another_Timer_And_Nothing_Else()
    {
        var differences = await BetweenAsync(plan =>
            plan with
            {
                ReportTypes =
                [
                    plan.ReportTypes[0] with
                    {
                        Reminders =
                        [
                            plan.ReportTypes[0].Reminders[0].AddHours(1),
                            .. plan.ReportTypes[0].Reminders.Skip(1),
                        ],
                    },
                    .. plan.ReportTypes.Skip(1),
                ],
            }
        );

        Assert.NotEmpty(differences);
        Assert.Equal(
            [DifferenceKind.Mail, DifferenceKind.Timer],
            differences.Select(difference => difference.What).Distinct()
        );
        Assert.All(
            differences,
            difference => Assert.Equal(TimeSpan.FromHours(1), difference.After - difference.Before)
        );
    }

    [Fact]
    public async Task A_Later_Close_Moves_Instants_Links_And_The_Approval()
    {
        var differences = await BetweenAsync(plan =>
            plan with
            {
                Approval = plan.Approval with { Closes = plan.Approval.Closes + OneDay },
            }
        );

        Assert.Contains(
            new PlanDifference(
                DifferenceKind.Instant,
                "approval round 1: round closes",
                differences[0].Before,
                differences[0].Before + OneDay
            ),
            differences
        );
        Assert.Contains(differences, difference => difference.What == DifferenceKind.Link);
    }

    [Fact]
    public async Task A_Mail_That_Only_One_Plan_Sends_Is_Named()
    {
        var differences = await BetweenAsync(plan =>
            plan with
            {
                ReportTypes =
                [
                    plan.ReportTypes[0] with
                    {
                        Reminders = [],
                    },
                    .. plan.ReportTypes.Skip(1),
                ],
            }
        );

        Assert.Contains(
            differences,
            difference => difference is { What: DifferenceKind.Mail, After: null }
        );
        Assert.DoesNotContain(
            differences,
            difference => difference is { What: DifferenceKind.Mail, Before: null }
        );
    }

    [Fact]
    public async Task Letters_About_Findings_Are_The_Same_In_Both()
    {
        var plan = Asking();
        var careless = Profile.Typical with { Units = new() { Careless = 1 } };

        var (one, other) = (
            await PlayAsync(plan, careless),
            await PlayAsync(
                plan with
                {
                    Programme = plan.Programme with { Number = "99" },
                },
                careless
            )
        );

        Assert.Contains(one.SentMails, mail => mail.Kind == nameof(CheckedLetter));
        Assert.DoesNotContain(
            Differences.Between(one, other),
            difference => difference.What == DifferenceKind.Mail
        );
    }

    // Of whose forms a section is looked for.
    private static Plan Asking()
    {
        var plan = Plans.Small();
        OutlineSection section = SmallPlan.Text("The results");
        return plan with
        {
            ReportTypes =
            [
                .. plan.ReportTypes.Select(type =>
                    type with
                    {
                        Formats = [FileFormat.Docx],
                        Outline = [section with { Code = "results", Required = true }],
                    }
                ),
            ],
        };
    }

    private static TimeSpan OneDay => TimeSpan.FromDays(1);

    private static async Task<IReadOnlyList<PlanDifference>> BetweenAsync(Func<Plan, Plan> change)
    {
        var plan = Plans.Small();
        return Differences.Between(await PlayAsync(plan), await PlayAsync(change(plan)));
    }

    private static Task<RehearsalReport> PlayAsync(Plan plan, Profile? profile = null) =>
        RehearsalRun.PlayAsync(
            new PlanLookup(plan),
            profile ?? Profile.Named.Single(one => one.Name == "last-hour"),
            seed: 1,
            inFull: true,
            TestContext.Current.CancellationToken
        );
}
