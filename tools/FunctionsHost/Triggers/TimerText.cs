using System.Text.Json;

namespace ProgramReview.FunctionsHost.Triggers;

/// <summary>What a timer function is told about its schedule.</summary>
internal static class TimerText
{
    public static string Of(DateTimeOffset last, DateTimeOffset due, DateTimeOffset next) =>
        JsonSerializer.Serialize(
            new
            {
                Schedule = new { AdjustForDST = true },
                ScheduleStatus = new
                {
                    Last = last.UtcDateTime,
                    LastUpdated = due.UtcDateTime,
                    Next = next.UtcDateTime,
                },
                IsPastDue = false,
            }
        );
}
