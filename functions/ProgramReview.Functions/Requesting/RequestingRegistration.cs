using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Functions.Requesting;

/// <summary>What the room registers.</summary>
internal static class RequestingRegistration
{
    public static IServiceCollection AddRequesting(this IServiceCollection services) =>
        services
            .AddSingleton<TermsReader>()
            .AddSingleton<FreshLinks>()
            .AddSingleton<OrderedMails>()
            .AddSingleton<OutageMoves>()
            .AddLetter<RequestLetter>()
            .AddLetter<ReminderLetter>()
            .AddLetter<OverdueLetter>()
            .AddLetter<ClosedLetter>()
            .AddLetter<ChangesAskedLetter>()
            .AddLetter<ReturnedLetter>()
            .AddLetter<ExtendedLetter>()
            .AddLetter<LateAllowedLetter>()
            .AddLetter<FreshLinkLetter>();
}
