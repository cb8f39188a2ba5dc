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
            AddressOf(mail.FromAddress, mail.FromName),
            AddressOf(mail.ToAddress, mail.ToName),
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
        if (mail.ReplyTo is { } answers)
        {
            message.SetReplyTo(AddressOf(answers.Address, answers.Name));
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

    // SendGrid reads a comma or semicolon in a bare name as the end of an address: it accepts the mail and drops it. It takes a quoted name.
    private static EmailAddress AddressOf(string address, string name) =>
        new(
            address,
            name.AsSpan().ContainsAny(',', ';')
                ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
                : name
        );

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
        return response.StatusCode switch
        {
            // A refused key or sender says nothing about the mail: once the account is mended it can go.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new MailOutcome(
                MailStatus.SenderRefused,
                ProviderId: null,
                words
            ),
            HttpStatusCode.RequestTimeout
            or HttpStatusCode.TooManyRequests
            or >= (HttpStatusCode)500 => throw new IOException(
                $"SendGrid did not take the mail: {words}"
            ),
            _ => new MailOutcome(MailStatus.Refused, ProviderId: null, words),
        };
    }

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
