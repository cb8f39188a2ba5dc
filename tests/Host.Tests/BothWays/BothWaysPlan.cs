using ProgramReview.Core.Planning;
using static ProgramReview.Local.Rehearsal.Plans.SmallPlan;

namespace ProgramReview.Host.Tests.BothWays;

/// <summary>A small cycle of twelve hours: two units report to an office, whose two approvers decide.</summary>
internal static class BothWaysPlan
{
    /// <summary>Before it opens, the host has half an hour of its product's time to start.</summary>
    public static readonly DateTimeOffset ClockStart = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Opens = ClockStart.AddMinutes(30);

    public static Plan Plan { get; } =
        At(Opens) with
        {
            Id = "both-ways",
            Bodies =
            [
                Body("office", "unit", null),
                Body("alpha", "unit", null),
                Body("beta", "unit", null),
            ],
            ReportTypes =
            [
                Report("part", ["alpha", "beta"], Opens, Hours(3), Hours(5), Hours(1.5)),
                Report("whole", ["office"], Opens, Hours(7.5), Hours(8.5), Hours(6.5)) with
                {
                    After = ["part"],
                    OpensAtLatest = Opens.AddHours(5),
                },
            ],
            ConsolidatedReport = "whole",
            Approval = new()
            {
                Approvers = [Person("first"), Person("second")],
                Quorum = 2,
                Rejections = 2,
                Closes = Hours(6),
                Reminders = [Hours(5)],
                CorrectionDue = Hours(3),
                CorrectionCloses = Hours(4),
            },
        };

    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
}
