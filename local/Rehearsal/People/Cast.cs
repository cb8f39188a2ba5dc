using System.Globalization;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>Plays the people of a plan by a profile, the same way every time for the same seed. They know nothing but their mails.</summary>
public sealed class Cast
{
    private readonly PlanLookup plan;
    private readonly Units units;
    private readonly Approvers approvers;
    private readonly Operators operators;

    /// <summary>Casts a plan's people.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="profile">How they behave; the typical way unless given.</param>
    /// <param name="seed">The same seed gives the same behaviour.</param>
    public Cast(PlanLookup plan, Profile? profile = null, int seed = 1)
    {
        this.plan = plan;
        profile ??= Profile.Typical;
        units = new Units(plan, profile, seed);
        approvers = new Approvers(plan, profile.Approvers, seed);
        operators = new Operators(plan, profile.Operators);
    }

    /// <summary>What the receiver of a mail will do because of it.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="now">When it is read.</param>
    public IReadOnlyList<Act> Answer(ReceivedMail mail, DateTimeOffset now)
    {
        if (mail.Link is null)
        {
            return [];
        }
        var occasion = mail.Occasion;
        if (AssignmentId.TryParse(mail.Subject, null, out var assignment))
        {
            return occasion.StartsWith("request-", StringComparison.Ordinal)
                    ? units.AnswerRequest(mail, assignment, now)
                : occasion.StartsWith("checked-", StringComparison.Ordinal)
                    ? units.AnswerFindings(mail, assignment, now)
                : [];
        }
        if (occasion.StartsWith("expired-", StringComparison.Ordinal))
        {
            return operators.AnswerExpiry(mail, Number(occasion["expired-".Length..]), now);
        }
        return
            occasion.StartsWith($"{plan.Plan.Id}-decision-", StringComparison.Ordinal)
            && occasion.EndsWith("-0", StringComparison.Ordinal)
            ? approvers.AnswerRound(mail, Number(mail.Subject), now)
            : [];
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
