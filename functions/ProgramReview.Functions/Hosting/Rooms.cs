using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Watch;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Hosting;

/// <summary>The services of each room.</summary>
internal static class Rooms
{
    public static IServiceCollection AddLinks(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<LinkOptions>()
            .Bind(configuration.GetSection(LinkOptions.SectionName))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<LinkOptions>, LinkOptionsRule>();
        return services
            .AddSingleton<LinkTokens>()
            .AddSingleton<LinkGate>()
            .AddSingleton<LinkAddresses>();
    }

    public static IServiceCollection AddRecording(this IServiceCollection services) =>
        services
            .AddSingleton<Recorder>()
            .AddSingleton<SummaryWriter>()
            .AddSingleton<AssignmentRecorder>()
            .AddSingleton<AnchorWriter>();

    public static IServiceCollection AddPlanning(this IServiceCollection services) =>
        services
            .AddSingleton<PlanStore>()
            .AddSingleton<PlanLibrary>()
            .AddSingleton<Contacts>()
            .AddSingleton<Cycles>()
            .AddSingleton<CycleStarter>();

    public static IServiceCollection AddMailing(this IServiceCollection services) =>
        services
            .AddPages()
            .AddSingleton<MailRenderer>()
            .AddSingleton<LetterKinds>()
            .AddLetter<AnchoredLetter>()
            .AddLetter<RequestLetter>()
            .AddLetter<ReminderLetter>()
            .AddLetter<OverdueLetter>()
            .AddLetter<ChangesAskedLetter>()
            .AddLetter<ReturnedLetter>()
            .AddLetter<ExtendedLetter>()
            .AddLetter<LateAllowedLetter>()
            .AddLetter<FreshLinkLetter>()
            .AddLetter<ReceivedLetter>()
            .AddLetter<RefusedLetter>()
            .AddLetter<DecisionRequestLetter>()
            .AddLetter<DecisionReminderLetter>()
            .AddLetter<RoundExpiredLetter>()
            .AddLetter<PublishedLetter>()
            .AddLetter<EndedLetter>()
            .AddLetter<AdmittedLetter>()
            .AddLetter<ExemptedLetter>()
            .AddLetter<DutyTakenLetter>()
            .AddLetter<DutyPassedLetter>()
            .AddSingleton<MailComposer>()
            .AddSingleton<MailNotes>()
            .AddSingleton<MailDispatcher>()
            .AddSingleton<AuditorMails>();

    public static IServiceCollection AddUploading(this IServiceCollection services) =>
        services
            .AddSingleton<OrderedReports>()
            .AddSingleton<SubmissionRecorder>()
            .AddSingleton<RefusalRecorder>()
            .AddSingleton<UploadPermissions>();

    public static IServiceCollection AddReceipts(this IServiceCollection services) =>
        services.AddSingleton<ReceiptIssuer>().AddSingleton<ReceiptBundles>();

    public static IServiceCollection AddReading(this IServiceCollection services) =>
        services
            .AddSingleton<DossierStore>()
            .AddSingleton<DossierLines>()
            .AddSingleton<DecisionRecorder>()
            .AddSingleton<AssignmentCommandHandler>()
            .AddSingleton<CommandMails>()
            .AddSingleton<ReassignHandler>()
            .AddSingleton<HandoverMails>()
            .AddSingleton<EraseHandler>()
            .AddSingleton<CycleCommandHandler>()
            .AddSingleton<OutageHandler>()
            .AddSingleton<CycleEndMails>()
            .AddSingleton<FreshLinks>()
            .AddSingleton<LinkProblem>()
            .AddSingleton<LinkReader>()
            .AddSingleton<Problems>()
            .AddSingleton<Reconciler>()
            .AddSingleton<HealthWatch>()
            .AddSingleton<DailyReconciler>()
            .AddSingleton<DailyAnchor>()
            .AddSingleton<AuditExport>()
            .AddSingleton<CorrectionHandler>()
            .AddSingleton<UploadView>()
            .AddSingleton<ReceiptView>()
            .AddSingleton<DecisionView>()
            .AddSingleton<DossierView>()
            .AddSingleton<FairnessView>()
            .AddSingleton<StatusView>()
            .AddSingleton<CycleListView>()
            .AddSingleton(new WallClock(TimeProvider.System))
            .AddSingleton<CycleGauges>()
            .AddSingleton<BlobCreatedQueueGauges>()
            .AddSingleton<StoryView>()
            .AddSingleton<ReportFiles>();
}
