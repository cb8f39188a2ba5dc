using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Local.InMemory;

/// <summary>Puts memory behind the product's ports.</summary>
public static class InMemoryRegistration
{
    /// <summary>Registers every adapter, by its port and by its own type; a clock or chance registered before is kept.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options.</param>
    public static IServiceCollection AddInMemoryAdapters(
        this IServiceCollection services,
        Action<InMemoryOptions>? configure = null
    )
    {
        services.AddOptions<InMemoryOptions>().Configure(configure ?? (_ => { }));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEntropy>(provider => new SeededEntropy(
            provider.GetRequiredService<IOptions<InMemoryOptions>>().Value.Seed
        ));
        return services
            .AddBoth<IEventStore, InMemoryEventStore>()
            .AddBoth<ISubmissionStore, InMemorySubmissionStore>()
            .AddBoth<IPermissionIndex, InMemoryPermissionIndex>()
            .AddBoth<IBlobCreatedQueue, InMemoryBlobCreatedQueue>()
            .AddBoth<ICheckQueue, InMemoryCheckQueue>()
            .AddBoth<IQueueWatch, InMemoryQueueWatch>()
            .AddBoth<IMalwareScanner, InMemoryMalwareScanner>()
            .AddBoth<IDocumentStore, InMemoryDocumentStore>()
            .AddBoth<ILinkStore, InMemoryLinkStore>()
            .AddBoth<IFormAnswerStore, InMemoryFormAnswerStore>()
            .AddBoth<IContactStore, InMemoryContactStore>()
            .AddBoth<IOutbox, InMemoryOutbox>()
            .AddBoth<IMailSender, RecordingMailSender>()
            .AddBoth<ICycleIndex, InMemoryCycleIndex>()
            .AddBoth<IAssignmentIndex, InMemoryAssignmentIndex>()
            .AddBoth<IFigureStore, InMemoryFigureStore>()
            .AddBoth<IPurgedCycles, InMemoryPurgedCycles>()
            .AddBoth<IReceiptSigner, RehearsalReceiptSigner>();
    }

    private static IServiceCollection AddBoth<TPort, TAdapter>(this IServiceCollection services)
        where TPort : class
        where TAdapter : class, TPort =>
        services
            .AddSingleton<TAdapter>()
            .AddSingleton<TPort>(provider => provider.GetRequiredService<TAdapter>());
}
