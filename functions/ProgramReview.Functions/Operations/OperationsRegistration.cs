using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Functions.Operations;

/// <summary>What the room registers.</summary>
internal static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) =>
        services
            .AddSingleton<AssignmentCommandHandler>()
            .AddSingleton<CommandMails>()
            .AddSingleton<ReassignHandler>()
            .AddSingleton<ReplaceApproverHandler>()
            .AddSingleton<MeetingHandler>()
            .AddSingleton<ConfirmSeatsHandler>()
            .AddSingleton<HandoverMails>()
            .AddSingleton<EraseHandler>()
            .AddSingleton<ResendHandler>()
            .AddSingleton<CycleCommandHandler>()
            .AddSingleton<OutageHandler>()
            .AddSingleton<MaterialHandler>()
            .AddSingleton<CorrectionHandler>()
            .AddSingleton<EvidenceHandler>()
            .AddSingleton<NextStepHandler>()
            .AddSingleton<AccessCodeHandler>()
            .AddSingleton<CommandRunner>()
            .AddSingleton<CommandShell>()
            .AddLetter<AdmittedLetter>()
            .AddLetter<ExemptedLetter>()
            .AddLetter<DutyTakenLetter>()
            .AddLetter<DutyPassedLetter>();
}
