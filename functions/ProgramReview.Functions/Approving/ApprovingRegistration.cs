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
            .AddSingleton<RoundSigner>()
            .AddSingleton<RoundPapers>()
            .AddSingleton<DecisionRecorder>()
            .AddSingleton<RequestSeenRecorder>()
            .AddSingleton<DecisionView>()
            .AddSingleton<RoundComparison>()
            .AddSingleton<RoundChangesView>()
            .AddSingleton<Senders>()
            .AddSingleton<DeputyRecorder>()
            .AddSingleton<DeputyMails>()
            .AddSingleton<ObjectionRecorder>()
            .AddSingleton<ObjectionView>()
            .AddSingleton<SeatOrderMails>()
            .AddLetter<DeputyRequestLetter>()
            .AddLetter<DeputyNamedLetter>()
            .AddLetter<DeputyRevokedLetter>()
            .AddLetter<SeatTakenLetter>()
            .AddLetter<SeatPassedLetter>()
            .AddLetter<MeetingRecordedLetter>()
            .AddLetter<SeatObjectedLetter>()
            .AddLetter<DecisionRequestLetter>()
            .AddLetter<DecisionReminderLetter>()
            .AddLetter<AnswerReceiptLetter>()
            .AddLetter<WrongCodesLetter>()
            .AddLetter<RoundExpiredLetter>()
            .AddLetter<RoundVoidedLetter>();
}
