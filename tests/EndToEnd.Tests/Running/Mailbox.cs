using System.Text.Json;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>The mails that the product has sent, read over HTTP as maildev serves them.</summary>
internal sealed class Mailbox(HttpClient http, Uri address) : IDisposable
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim looking = new(1);
    private IReadOnlyList<Letter> recent = [];
    private long lookedAt;

    private readonly Uri list = address.AbsolutePath.TrimEnd('/') switch
    {
        var path when path.EndsWith("/email", StringComparison.Ordinal) => new Uri(address, path),
        var path when path.EndsWith("/api", StringComparison.Ordinal) => new Uri(
            address,
            $"{path}/email"
        ),
        var path => new Uri(address, $"{path}/api/email"),
    };

    /// <summary>All mails to any address of a domain.</summary>
    public async Task<IReadOnlyList<Letter>> InAsync(string domain) =>
        [
            .. (await AllAsync()).Where(mail =>
                mail.Recipient.EndsWith($"@{domain}", StringComparison.Ordinal)
            ),
        ];

    /// <summary>The mail to an address that is as described, when it has come.</summary>
    /// <param name="recipient">The address.</param>
    /// <param name="what">What is waited for, in words.</param>
    /// <param name="isIt">Whether a mail is one of those.</param>
    /// <param name="before">How many of those come before it.</param>
    public Task<Letter> WaitAsync(
        string recipient,
        string what,
        Func<Letter, bool> isIt,
        int before = 0
    ) =>
        Wait.ForAsync(
            $"a mail to {recipient}: {what}",
            async () =>
                (await RecentAsync())
                    .Where(mail => mail.Recipient == recipient && isIt(mail))
                    .ElementAtOrDefault(before)
        );

    /// <inheritdoc/>
    public void Dispose() => looking.Dispose();

    // Many wait at once, and the whole list comes each time: one look serves all who look in the same moment.
    private async Task<IReadOnlyList<Letter>> RecentAsync()
    {
        await looking.WaitAsync();
        try
        {
            if (TimeProvider.System.GetElapsedTime(lookedAt) > Freshness)
            {
                recent = [.. await AllAsync()];
                lookedAt = TimeProvider.System.GetTimestamp();
            }
            return recent;
        }
        finally
        {
            looking.Release();
        }
    }

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
