using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Planning;

/// <summary>What the room registers.</summary>
internal static class PlanningRegistration
{
    public static IServiceCollection AddPlanning(this IServiceCollection services) =>
        services
            .AddSingleton<PlanStore>()
            .AddSingleton<PlanLibrary>()
            .AddSingleton<Contacts>()
            .AddSingleton<ContactKeeper>()
            .AddSingleton<Cycles>();

    /// <summary>Puts Azure Storage behind the room's ports.</summary>
    public static IServiceCollection AddPlanningStorage(this IServiceCollection services) =>
        services.AddSingleton<IContactStore, TableContactStore>();
}
