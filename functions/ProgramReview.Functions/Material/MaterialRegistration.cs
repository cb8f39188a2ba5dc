using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Material;

/// <summary>What the room registers.</summary>
internal static class MaterialRegistration
{
    public static IServiceCollection AddMaterial(this IServiceCollection services) =>
        services
            .AddSingleton<MaterialStore>()
            .AddSingleton<MaterialFiles>()
            .AddSingleton<MaterialView>();
}
