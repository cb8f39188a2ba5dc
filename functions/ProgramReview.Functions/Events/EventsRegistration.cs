using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Functions.Events;

/// <summary>What the room registers.</summary>
internal static class EventsRegistration
{
    public static IServiceCollection AddEvents(this IServiceCollection services) =>
        services.AddSingleton<Recorder>().AddSingleton<FailureNotes>();

    /// <summary>Puts Azure Storage behind the room's ports.</summary>
    public static IServiceCollection AddEventsStorage(this IServiceCollection services) =>
        services
            .AddSingleton<IEventStore, TableEventStore>()
            .AddSingleton<ICycleIndex, TableCycleIndex>()
            .AddSingleton<IPurgedCycles, TablePurgedCycles>()
            .AddSingleton<IDocumentStore, BlobDocumentStore>();
}
