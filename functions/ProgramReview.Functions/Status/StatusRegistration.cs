using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Status;

/// <summary>What the room registers.</summary>
internal static class StatusRegistration
{
    public static IServiceCollection AddStatus(this IServiceCollection services) =>
        services
            .AddSingleton<StatusView>()
            .AddSingleton<LostOrders>()
            .AddSingleton<StatusAlarms>()
            .AddSingleton<StatusFindings>()
            .AddSingleton<FiguresView>()
            .AddSingleton<CycleListView>()
            .AddSingleton<StoryView>()
            .AddSingleton<HomeView>()
            .AddSingleton<AuditExport>();
}
