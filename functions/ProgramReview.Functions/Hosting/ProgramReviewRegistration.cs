using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Material;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;
using ProgramReview.Functions.Web;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Hosting;

/// <summary>The one composition of the product, the same on every host.</summary>
public static class ProgramReviewRegistration
{
    /// <summary>Adds the product with Azure Storage and the configured mail provider, and its middleware.</summary>
    /// <param name="builder">The worker's builder.</param>
    /// <param name="configuration">Holds the sections <c>Links</c>, <c>Storage</c>, <c>Mail</c>, <c>Receipts</c> and <c>Access</c>.</param>
    public static IFunctionsWorkerApplicationBuilder AddProgramReview(
        this IFunctionsWorkerApplicationBuilder builder,
        IConfiguration configuration
    )
    {
        builder
            .Services.AddReview(configuration)
            .AddAzureStorage(configuration)
            .AddMailProvider(configuration)
            .AddReceiptSigner(configuration)
            .AddScanner(configuration);
        builder.Services.AddTelemetry(configuration).AddLogRules();
        builder.UseMiddleware<InvocationLogScope>();
        builder.UseMiddleware<HttpMiddleware>();
        builder.UseMiddleware<ErrorMiddleware>();
        builder.UseMiddleware<AccessMiddleware>();
        return builder;
    }

    /// <summary>Adds the product without adapters: what rehearsals and tests put memory behind.</summary>
    public static IServiceCollection AddReview(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new WallClock(TimeProvider.System));
        services.TryAddSingleton<IEntropy, SystemEntropy>();
        return services
            .AddEvents()
            .AddPlanning()
            .AddIndex()
            .AddAccess(configuration)
            .AddWeb(configuration)
            .AddReceipts()
            .AddMail()
            .AddRequesting()
            .AddChecking()
            .AddNarrative()
            .AddUploading()
            .AddFigures()
            .AddMaterial()
            .AddCompiling()
            .AddRendering()
            .AddApproving()
            .AddPublishing()
            .AddOrchestration()
            .AddOperations()
            .AddWatch()
            .AddStatus();
    }

    /// <summary>Puts Azure Storage (or Azurite) behind the ports of all rooms.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the section <c>Storage</c>.</param>
    public static IServiceCollection AddAzureStorage(
        this IServiceCollection services,
        IConfiguration configuration
    ) =>
        services
            .AddStorage(configuration)
            .AddEventsStorage()
            .AddIndexStorage()
            .AddPlanningStorage()
            .AddWebStorage()
            .AddMailStorage()
            .AddUploadingStorage()
            .AddFigureStorage();
}
