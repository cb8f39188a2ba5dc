using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Functions.Approving;

/// <summary>What the room registers.</summary>
internal static class ApprovingRegistration
{
    public static IServiceCollection AddApproving(this IServiceCollection services) =>
        services
            .AddSingleton<DecisionRecorder>()
            .AddSingleton<DecisionView>()
            .AddSingleton<RoundComparison>()
            .AddSingleton<RoundChangesView>()
            .AddLetter<DecisionRequestLetter>()
            .AddLetter<DecisionReminderLetter>()
            .AddLetter<RoundExpiredLetter>()
            .AddLetter<RoundVoidedLetter>();
}
