using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Local.Host.Keeping;

/// <summary>What writes a cycle back into storage, and what takes it out.</summary>
internal static class KeepingRegistration
{
    public static IServiceCollection AddKeeping(this IServiceCollection services) =>
        services
            .AddSingleton<CyclePlaces>()
            .AddSingleton<UnfinishedWork>()
            .AddSingleton<FileRestore>()
            .AddSingleton<CycleRestore>()
            .AddSingleton<CyclePurge>();
}
