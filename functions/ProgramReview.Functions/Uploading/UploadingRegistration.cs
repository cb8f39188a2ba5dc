using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Functions.Uploading;

/// <summary>What the room registers.</summary>
internal static class UploadingRegistration
{
    public static IServiceCollection AddUploading(this IServiceCollection services) =>
        services
            .AddSingleton<SubmissionRecorder>()
            .AddSingleton<RefusalRecorder>()
            .AddSingleton<CheckNews>()
            .AddSingleton<FoundMails>()
            .AddSingleton<FileScans>()
            .AddSingleton<FileGate>()
            .AddSingleton<MinutesScans>()
            .AddSingleton<MinutesFiles>()
            .AddSingleton<ScanResultRecorder>()
            .AddSingleton<CheckRecorder>()
            .AddSingleton<SubmissionChecker>()
            .AddSingleton<OverdueChecks>()
            .AddSingleton(provider => new CheckWait(
                provider.GetRequiredService<IEventStore>(),
                provider.GetRequiredService<CheckNews>(),
                CheckWait.Usual
            ))
            .AddSingleton<UploadPermissions>()
            .AddSingleton<ExplanationRecorder>()
            .AddSingleton<CheckDoor>()
            .AddSingleton<UnsentFileCheck>()
            .AddSingleton<UploadView>()
            .AddSingleton<ReceiptView>()
            .AddSingleton<ReportFiles>()
            .AddLetter<ReceivedLetter>()
            .AddLetter<CheckedLetter>()
            .AddLetter<InfectedLetter>()
            .AddLetter<RefusedLetter>();

    /// <summary>Puts Azure Storage behind the room's ports; a time mapping registered before is kept.</summary>
    public static IServiceCollection AddUploadingStorage(this IServiceCollection services)
    {
        services.TryAddSingleton<IStorageTime, SameTime>();
        services.AddSingleton<ISasSigner>(provider =>
            provider.GetRequiredService<BlobServiceClient>() switch
            {
                { CanGenerateAccountSasUri: true } => new AccountKeySas(),
                var blobs => new UserDelegationSas(blobs),
            }
        );
        return services
            .AddSingleton<IBlobCreatedQueue, BlobCreatedQueue>()
            .AddSingleton<IQueueWatch, StorageQueueWatch>()
            .AddSingleton<ICheckQueue, CheckQueue>()
            .AddSingleton<IPermissionIndex, TablePermissionIndex>()
            .AddSingleton<ISubmissionStore, BlobSubmissionStore>();
    }
}
