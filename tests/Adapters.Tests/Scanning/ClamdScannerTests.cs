using System.IO.Compression;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Checking.Scanning;

namespace ProgramReview.Adapters.Tests.Scanning;

/// <summary>What clamd itself says, and that whatever is no verdict of its is taken for none.</summary>
public sealed class ClamdScannerTests
{
    private static readonly byte[] Harmless = [.. "%PDF-1.4 harmless"u8];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Clamd_is_asked_over_its_socket_or_its_port(bool overTcp)
    {
        await using var clamd = Needed.Or(await Clamd.StartAsync(), "ClamAV");
        var address = overTcp ? clamd.Tcp : clamd.Socket;
        await new ClamdClient(address, Waiting.Patience).PingAsync(Cancellation);
        using var scanner = Scanner(address);

        Assert.Equal(new ScanResult(ScanVerdict.Clean, "clamd"), await AskAsync(scanner, Harmless));
        Assert.Equal(new ScanResult(ScanVerdict.Clean, "clamd"), await AskAsync(scanner, []));
        Assert.Equal(
            new ScanResult(ScanVerdict.Malicious, "clamd", Clamd.EicarName),
            await AskAsync(scanner, Clamd.Eicar)
        );
        Assert.Equal(
            ScanVerdict.Malicious,
            (await AskAsync(scanner, Packed(Clamd.Eicar)))?.Verdict
        );
    }

    // As many bytes as one piece holds, one more and one less: the end of a file has its own piece.
    [Theory]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) - 1)]
    [InlineData((64 * 1024) + 1)]
    [InlineData(3 * 64 * 1024)]
    public async Task A_file_of_any_length_is_seen_to_its_end(int length)
    {
        await using var clamd = Needed.Or(await Clamd.StartAsync(), "ClamAV");
        using var scanner = Scanner(clamd.Socket);
        var content = new byte[length];
        Clamd.Eicar.CopyTo(content, length - Clamd.Eicar.Length);

        Assert.Equal(ScanVerdict.Malicious, (await AskAsync(scanner, content))?.Verdict);
        content[^1]++;
        Assert.Equal(ScanVerdict.Clean, (await AskAsync(scanner, content))?.Verdict);
    }

    [Fact]
    public async Task What_is_too_large_for_it_was_not_scanned()
    {
        await using var clamd = Needed.Or(await Clamd.StartAsync(), "ClamAV");
        using var scanner = Scanner(clamd.Socket);

        Assert.Equal(
            ScanVerdict.NotScanned,
            (await AskAsync(scanner, new byte[4 * Clamd.MostBytes]))?.Verdict
        );
    }

    [Fact]
    public async Task A_scanner_that_is_away_says_nothing_and_goes_on_when_it_is_back()
    {
        await using var clamd = Needed.Or(await Clamd.StartAsync(), "ClamAV");
        using var scanner = Scanner(clamd.Socket);
        await clamd.StopAsync();

        Assert.Null(await AskAsync(scanner, Clamd.Eicar));
        await Assert.ThrowsAsync<IOException>(() =>
            new ClamdClient(clamd.Socket, Waiting.Patience).PingAsync(Cancellation)
        );
        await clamd.GoOnAsync();
        Assert.Equal(ScanVerdict.Malicious, (await AskAsync(scanner, Clamd.Eicar))?.Verdict);
    }

    [Theory]
    [InlineData("stream: OK\0", ScanVerdict.Clean)]
    [InlineData("stream: A.B FOUND\0", ScanVerdict.Malicious)]
    [InlineData("stream: Heuristics.Encrypted.PDF FOUND\0", ScanVerdict.NotScanned)]
    [InlineData("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0", ScanVerdict.NotScanned)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanVerdict.NotScanned)]
    [InlineData("stream: Can't allocate memory ERROR\0", null)]
    [InlineData("stream: OK", null)]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", null)]
    [InlineData("stream: OKAY\0", null)]
    [InlineData("", null)]
    public async Task Only_a_whole_answer_is_a_verdict(string answer, ScanVerdict? expected)
    {
        using var impostor = new SpeakingPort(answer);
        using var scanner = Scanner(impostor.Address);

        Assert.Equal(expected, (await AskAsync(scanner, Harmless))?.Verdict);
    }

    [Fact]
    public async Task Somebody_who_speaks_without_end_is_heard_so_far_and_no_further()
    {
        using var impostor = new SpeakingPort(new string('x', 1_000_000));
        using var scanner = Scanner(impostor.Address);

        Assert.Null(await AskAsync(scanner, Harmless));
    }

    [Fact]
    public async Task Somebody_who_never_speaks_is_away()
    {
        using var impostor = new SpeakingPort(answer: null);
        using var scanner = Scanner(impostor.Address, TimeSpan.FromMilliseconds(200));

        Assert.Null(await AskAsync(scanner, Harmless));
    }

    [Theory]
    [InlineData("unix:///var/run/clamav/clamd.ctl", true)]
    [InlineData("tcp://127.0.0.1:3310", true)]
    [InlineData("tcp://127.0.0.1", false)]
    [InlineData("http://127.0.0.1:3310", false)]
    [InlineData("unix://host/path", false)]
    [InlineData("unix:///", false)]
    public void An_address_is_a_socket_or_a_port(string address, bool isKnown) =>
        Assert.Equal(isKnown, ClamdClient.Knows(new Uri(address)));

    private static ClamdScanner Scanner(Uri address, TimeSpan? silence = null) =>
        new(
            new ClamdClient(address, silence ?? Waiting.Patience),
            NullLogger<ClamdScanner>.Instance
        );

    private static async Task<ScanResult?> AskAsync(ClamdScanner scanner, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await scanner.AskAsync(stream, Cancellation);
    }

    // As it comes in an annex: a package of parts.
    private static byte[] Packed(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var part = zip.CreateEntry("xl/media/image1.bin").Open();
            part.Write(content);
        }
        return bytes.ToArray();
    }
}
