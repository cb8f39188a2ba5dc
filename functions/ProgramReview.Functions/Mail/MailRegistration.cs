using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ProgramReview.Functions.Mail;

/// <summary>What the room registers, and the configured provider behind the mail port.</summary>
public static class MailRegistration
{
    /// <summary>Registers a kind of letter.</summary>
    public static IServiceCollection AddLetter<T>(this IServiceCollection services)
        where T : LetterKind => services.AddSingleton<LetterKind, T>();

    internal static IServiceCollection AddMail(this IServiceCollection services) =>
        services
            .AddSingleton<MailRenderer>()
            .AddSingleton<LetterKinds>()
            .AddSingleton<MailComposer>()
            .AddSingleton<MailNotes>()
            .AddSingleton<MailDispatcher>()
            .AddSingleton<RefusedMails>()
            .AddSingleton<AuditorMails>()
            .AddLetter<AnchoredLetter>();

    /// <summary>Puts Azure Storage behind the room's ports.</summary>
    internal static IServiceCollection AddMailStorage(this IServiceCollection services) =>
        services.AddSingleton<IOutbox, TableOutbox>();

    /// <summary>Registers the options and the provider's sender; with <c>Local</c> the host brings its own sender.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the section <c>Mail</c>.</param>
    public static IServiceCollection AddMailProvider(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var section = configuration.GetSection(MailOptions.SectionName);
        services.AddOptions<MailOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsRule>();
        services.TryAddSingleton(TimeProvider.System);
        switch (section.GetValue<MailProvider?>(nameof(MailOptions.Provider)))
        {
            case MailProvider.SendGrid:
                services.AddHttpClient(SendGridMailSender.ClientName);
                services.AddSingleton<IMailSender, SendGridMailSender>();
                break;
            case MailProvider.Smtp:
                services.AddSingleton<IMailSender, SmtpMailSender>();
                break;
        }
        return services;
    }
}
