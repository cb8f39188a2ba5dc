using System.Globalization;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>What a row of the outbox is about; the names of its arguments are stored for ever.</summary>
internal static class About
{
    /// <summary>The window of the assignment.</summary>
    public static int Window(OutboxMail mail) => Number(mail, "window");

    /// <summary>Whether an operator called for it, once, rather than the plan.</summary>
    public static bool IsOrdered(OutboxMail mail) => mail.Arguments.ContainsKey("command");

    /// <summary>The approval round.</summary>
    public static int Round(OutboxMail mail) => Number(mail, "round");

    private static int Number(OutboxMail mail, string argument) =>
        int.Parse(mail.Arguments[argument], CultureInfo.InvariantCulture);
}
