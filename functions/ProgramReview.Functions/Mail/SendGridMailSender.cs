using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace ProgramReview.Functions.Mail;

/// <summary>Sends through SendGrid, without its tracking: a tracked link is a link that others hold too.</summary>
internal sealed class SendGridMailSender(IHttpClientFactory http, IOptions<MailOptions> options)
    : IMailSender
{
    /// <summary>The name of the HTTP client.</summary>
    public const string ClientName = "SendGrid";

    /// <summary>The custom argument by which SendGrid's later events name our mail.</summary>
    public const string OutboxId = "outbox-id";

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(
        OutgoingMail mail,
        CancellationToken cancellation = default
    )
    {
        using var transport = http.CreateClient(ClientName);
        var account = options.Value.SendGrid;
        var client = new SendGridClient(
            transport,
            new SendGridClientOptions
            {
                ApiKey = account.ApiKey,
                Host = account.Host.GetLeftPart(UriPartial.Authority),
            }
        );
        try
        {
            return await OutcomeOfAsync(
                await client.SendEmailAsync(Compose(mail), cancellation),
                cancellation
            );
        }
        catch (HttpRequestException unreachable)
        {
            throw new IOException("SendGrid could not be reached.", unreachable);
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException("SendGrid did not answer in time.", slow);
        }
    }

    private static SendGridMessage Compose(OutgoingMail mail)
    {
        var message = MailHelper.CreateSingleEmail(
            new EmailAddress(mail.FromAddress, mail.FromName),
            new EmailAddress(mail.ToAddress, mail.ToName),
            mail.Subject,
            mail.Text,
            mail.Html
        );
        foreach (var file in mail.Attachments)
        {
            message.AddAttachment(
                file.FileName,
                Convert.ToBase64String(file.Content.Span),
                file.ContentType,
                "attachment"
            );
        }
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false, substitutionTag: null);
        message.SetSubscriptionTracking(enable: false);
        message.SetGoogleAnalytics(enable: false);
        message.AddCustomArg(OutboxId, mail.Id);
        message.AddHeader("Content-Language", mail.LanguageTag);
        message.AddHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static async Task<MailOutcome> OutcomeOfAsync(
        Response response,
        CancellationToken cancellation
    )
    {
        if (response.IsSuccessStatusCode)
        {
            var id = response.Headers.TryGetValues("X-Message-Id", out var ids)
                ? ids.FirstOrDefault()
                : null;
            return new MailOutcome(MailStatus.Accepted, id, Detail: null);
        }
        var said = ProviderWords.Cleaned(
            ReasonIn(await response.Body.ReadAsStringAsync(cancellation))
        );
        var words = $"{(int)response.StatusCode} {said}".TrimEnd();
        return IsForGood(response.StatusCode)
            ? new MailOutcome(MailStatus.Refused, ProviderId: null, words)
            : throw new IOException($"SendGrid did not take the mail: {words}");
    }

    // A refused key or sender says nothing about the mail: once the settings are mended it can go.
    private static bool IsForGood(HttpStatusCode status) =>
        (int)status is >= 400 and < 500
        && status
            is not (
                HttpStatusCode.Unauthorized
                or HttpStatusCode.Forbidden
                or HttpStatusCode.RequestTimeout
                or HttpStatusCode.TooManyRequests
            );

    private static string ReasonIn(string body)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web);
            return string.Join("; ", answer?.Errors?.Select(error => error.Message) ?? []);
        }
        catch (JsonException)
        {
            // A proxy's page or nothing at all: the status says what is known.
            return "";
        }
    }

    private sealed record Answer(IReadOnlyList<Error>? Errors);

    private sealed record Error(string? Message);
}
