using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Narrative;

/// <summary>What the room registers.</summary>
internal static class NarrativeRegistration
{
    public static IServiceCollection AddNarrative(this IServiceCollection services) =>
        services.AddSingleton<ReportTexts>().AddSingleton<TextsView>();
}
