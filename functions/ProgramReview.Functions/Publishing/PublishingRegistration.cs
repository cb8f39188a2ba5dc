using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Functions.Publishing;

/// <summary>What the room registers.</summary>
internal static class PublishingRegistration
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddSingleton<CycleEndMails>()
            .AddSingleton<DossierView>()
            .AddSingleton<DossierFiguresView>()
            .AddSingleton<DossierTextsView>()
            .AddSingleton<FairnessView>()
            .AddLetter<PublishedLetter>()
            .AddLetter<EndedLetter>();
}
