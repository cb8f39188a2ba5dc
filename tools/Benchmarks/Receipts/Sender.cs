using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Local.Host.Simulation;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Benchmarks.Receipts;

/// <summary>Sends a report as a script does, fetches its receipt, and believes it only after checking it.</summary>
internal sealed class Sender(HttpClient http)
{
    private static readonly string Padding = new('.', 256 * 1024);

    private readonly HttpPages pages = new(http);

    /// <summary>One upload; anything but a genuine receipt of these bytes is an exception.</summary>
    /// <param name="link">The unit's link.</param>
    /// <param name="number">Makes the file another one than all before.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Sent> SendAsync(Uri link, int number, CancellationToken cancellation)
    {
        var title = $"{number.ToString(CultureInfo.InvariantCulture)} {Padding}";
        var file = SampleFile.Report("report.pdf", title);

        var began = Stopwatch.GetTimestamp();
        var permission = (
            await pages.AskAsync(link, ReportPart.Whole, file, cancellation)
        ).Required;
        var permitted = Stopwatch.GetTimestamp();
        _ = (await pages.PutAsync(permission, file, cancellation)).Required;
        var stored = Stopwatch.GetTimestamp();
        var page = (await pages.TellAsync(link, permission, cancellation)).Required.ReceiptPage;
        var bundle = await http.GetByteArrayAsync(new Uri(link, $"{page}/file"), cancellation);
        var received = Stopwatch.GetTimestamp();

        Check(bundle, file);
        return new Sent(
            Stopwatch.GetElapsedTime(began, permitted),
            Stopwatch.GetElapsedTime(permitted, stored),
            Stopwatch.GetElapsedTime(stored, received)
        );
    }

    private static void Check(byte[] bytes, SampleFile file)
    {
        var bundle = ReceiptBundle.Read(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
        if (
            bundle is null
            || ReceiptCheck.Of(bundle.Jws, bundle.Keys)
                is not ReceiptCheck.Genuine { Content: Receipt receipt }
            || receipt.File.Sha256 != hash
        )
        {
            throw new InvalidOperationException("The receipt does not prove the file.");
        }
    }
}
