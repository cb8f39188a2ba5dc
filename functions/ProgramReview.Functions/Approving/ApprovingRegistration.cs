using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Approving;

/// <summary>What the room registers.</summary>
internal static class ApprovingRegistration
{
    public static IServiceCollection AddApproving(this IServiceCollection services) =>
        services.AddSingleton<DecisionRecorder>().AddSingleton<DecisionView>();
}
