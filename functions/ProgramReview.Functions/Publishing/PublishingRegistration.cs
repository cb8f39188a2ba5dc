using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Functions.Publishing;

/// <summary>What the room registers.</summary>
internal static class PublishingRegistration
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddSingleton<CycleMails>()
            .AddSingleton<DossierView>()
            .AddSingleton<PublishedDossiers>()
            .AddSingleton<DossierFiguresView>()
            .AddSingleton<DossierTextsView>()
            .AddSingleton<FairnessView>()
            .AddLetter<PublishedLetter>()
            .AddLetter<EditionLetter>()
            .AddLetter<EndedLetter>();
}
