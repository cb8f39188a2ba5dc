using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using ProgramReview.Core.Receipts;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Benchmarks.Receipts;

/// <summary>Sends a report as a script does, fetches its receipt, and believes it only after checking it.</summary>
internal sealed class Sender(HttpClient http)
{
    private static readonly string Padding = new('.', 256 * 1024);

    /// <summary>One upload; anything but a genuine receipt of these bytes is an exception.</summary>
    /// <param name="link">The unit's link.</param>
    /// <param name="number">Makes the file another one than all before.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Sent> SendAsync(Uri link, int number, CancellationToken cancellation)
    {
        var title = $"{number.ToString(CultureInfo.InvariantCulture)} {Padding}";
        var file = SampleFile.Report("report.pdf", title);

        var began = Stopwatch.GetTimestamp();
        var permission = await AskAsync(link, file, cancellation);
        var permitted = Stopwatch.GetTimestamp();
        await PutAsync(permission, file, cancellation);
        var stored = Stopwatch.GetTimestamp();
        var page = await TellAsync(link, permission, cancellation);
        var bundle = await http.GetByteArrayAsync(new Uri(link, $"{page}/file"), cancellation);
        var received = Stopwatch.GetTimestamp();

        Check(bundle, file);
        return new Sent(
            Stopwatch.GetElapsedTime(began, permitted),
            Stopwatch.GetElapsedTime(permitted, stored),
            Stopwatch.GetElapsedTime(stored, received)
        );
    }

    private async Task<Permission> AskAsync(
        Uri link,
        SampleFile file,
        CancellationToken cancellation
    )
    {
        using var answer = await http.PostAsJsonAsync(
            $"{link}/permission",
            new { fileName = file.Name, size = file.Content.Length },
            cancellation
        );
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Permission>(cancellation))!;
    }

    private async Task PutAsync(
        Permission permission,
        SampleFile file,
        CancellationToken cancellation
    )
    {
        using var put = new HttpRequestMessage(HttpMethod.Put, permission.Url)
        {
            Content = new ReadOnlyMemoryContent(file.Content),
        };
        foreach (var (name, value) in permission.Headers)
        {
            put.Headers.TryAddWithoutValidation(name, value);
        }
        using var stored = await http.SendAsync(put, cancellation);
        stored.EnsureSuccessStatusCode();
    }

    private async Task<string> TellAsync(
        Uri link,
        Permission permission,
        CancellationToken cancellation
    )
    {
        using var told = await http.PostAsJsonAsync(
            $"{link}/received",
            new { blobName = permission.BlobName },
            cancellation
        );
        told.EnsureSuccessStatusCode();
        return (await told.Content.ReadFromJsonAsync<Told>(cancellation))!.ReceiptPage;
    }

    private static void Check(byte[] bytes, SampleFile file)
    {
        var bundle = ReceiptBundle.Read(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
        if (
            bundle is null
            || ReceiptCheck.Of(bundle.Jws, bundle.Keys) is not ReceiptCheck.Genuine genuine
            || genuine.Receipt.File.Sha256 != hash
        )
        {
            throw new InvalidOperationException("The receipt does not prove the file.");
        }
    }

    private sealed record Permission(
        Uri Url,
        IReadOnlyDictionary<string, string> Headers,
        string BlobName
    );

    private sealed record Told(string ReceiptPage);
}
