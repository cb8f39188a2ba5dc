using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Functions.Approving;

/// <summary>What the room registers.</summary>
internal static class ApprovingRegistration
{
    public static IServiceCollection AddApproving(this IServiceCollection services) =>
        services
            .AddSingleton<DigitsStep>()
            .AddSingleton<ISecondStep>(provider => provider.GetRequiredService<DigitsStep>())
            .AddSingleton<ISecondStep, AccessCodeStep>()
            .AddSingleton<ISecondStep, SignInStep>()
            .AddSingleton<SecondSteps>()
            .AddSingleton<AccessCodes>()
            .AddSingleton<WrongCodeMails>()
            .AddSingleton<ActRecorder>()
            .AddSingleton<DecisionRecorder>()
            .AddSingleton<RequestSeenRecorder>()
            .AddSingleton<DecisionView>()
            .AddLetter<DecisionRequestLetter>()
            .AddLetter<DecisionReminderLetter>()
            .AddLetter<WrongCodesLetter>()
            .AddLetter<RoundExpiredLetter>()
            .AddLetter<RoundVoidedLetter>();
}
