using System.Text.Json;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>The mails that the product has sent, read over HTTP as maildev serves them.</summary>
internal sealed class Mailbox(HttpClient http, Uri address)
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    private readonly Uri list = address.AbsolutePath.TrimEnd('/') switch
    {
        var path when path.EndsWith("/email", StringComparison.Ordinal) => new Uri(address, path),
        var path when path.EndsWith("/api", StringComparison.Ordinal) => new Uri(
            address,
            $"{path}/email"
        ),
        var path => new Uri(address, $"{path}/api/email"),
    };

    /// <summary>All mails to an address, oldest first.</summary>
    public async Task<IReadOnlyList<Letter>> ToAsync(string recipient) =>
        [.. (await AllAsync()).Where(mail => mail.Recipient == recipient)];

    /// <summary>All mails to any address of a domain.</summary>
    public async Task<IReadOnlyList<Letter>> InAsync(string domain) =>
        [
            .. (await AllAsync()).Where(mail =>
                mail.Recipient.EndsWith($"@{domain}", StringComparison.Ordinal)
            ),
        ];

    /// <summary>The first mail to an address that is as described, when it has come.</summary>
    public Task<Letter> WaitAsync(string recipient, string what, Func<Letter, bool> isIt) =>
        Wait.ForAsync(
            $"a mail to {recipient}: {what}",
            async () => (await ToAsync(recipient)).FirstOrDefault(isIt)
        );

    private async Task<IEnumerable<Letter>> AllAsync()
    {
        await using var stream = await http.GetStreamAsync(list);
        var mails = await JsonSerializer.DeserializeAsync<List<Stored>>(stream, Json);
        return mails!
            .OrderBy(mail => mail.Date)
            .Select(mail => new Letter(
                mail.To[0].Address,
                mail.Subject,
                mail.Text ?? "",
                mail.Html ?? ""
            ));
    }

    private sealed record Stored(
        IReadOnlyList<Recipient> To,
        string Subject,
        string? Text,
        string? Html,
        DateTimeOffset Date
    );

    private sealed record Recipient(string Address);
}
