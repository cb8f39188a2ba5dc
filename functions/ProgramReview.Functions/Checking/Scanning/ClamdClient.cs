using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace ProgramReview.Functions.Checking.Scanning;

/// <summary>
/// Speaks with clamd over its socket: one connection, one command. It is small on purpose; no maintained package is to be had.
/// </summary>
/// <param name="address">As <see cref="ScanOptions.Clamd"/>.</param>
/// <param name="silence">So long may pass without a byte in either direction before the daemon counts as away.</param>
public sealed class ClamdClient(Uri address, TimeSpan silence)
{
    // Whatever it says is a line; more is no answer of clamd's.
    private const int MostAnswer = 4096;
    private const int ChunkSize = 64 * 1024;

    /// <summary>Whether an address is one that can be spoken to.</summary>
    public static bool Knows(Uri? address) =>
        address
            is { IsAbsoluteUri: true, Scheme: "unix", Host: "", AbsolutePath.Length: > 1 }
                or { IsAbsoluteUri: true, Scheme: "tcp", Host.Length: > 0, Port: > 0 };

    /// <summary>Asks whether it is there.</summary>
    /// <exception cref="IOException">It is not, or somebody else is.</exception>
    public async Task PingAsync(CancellationToken cancellation)
    {
        var answer = await SpeakAsync("PING", content: null, cancellation);
        if (answer != "PONG")
        {
            throw new IOException($"What listens at {address} is not clamd: it said \"{answer}\".");
        }
    }

    /// <summary>Has it scan a file, which goes over the socket and touches no disk of ours.</summary>
    /// <param name="content">The file.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>What it said, for example <c>stream: OK</c>.</returns>
    /// <exception cref="IOException">It is not there, fell silent, or hung up without a word.</exception>
    public Task<string> ScanAsync(Stream content, CancellationToken cancellation) =>
        SpeakAsync("INSTREAM", content, cancellation);

    private async Task<string> SpeakAsync(
        string command,
        Stream? content,
        CancellationToken cancellation
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(silence);
        try
        {
            using var socket = await ConnectAsync(limit.Token);
            await using var line = new NetworkStream(socket);
            await line.WriteAsync(Encoding.ASCII.GetBytes($"z{command}\0"), limit.Token);
            if (content is not null)
            {
                await SendAsync(line, content, limit);
            }
            return await AnswerAsync(line, limit);
        }
        catch (SocketException away)
        {
            throw new IOException($"clamd does not answer at {address}.", away);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"clamd at {address} said nothing for {silence}.");
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellation)
    {
        var isUnix = address.Scheme == "unix";
        var socket = isUnix
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await (
                isUnix
                    ? socket.ConnectAsync(
                        new UnixDomainSocketEndPoint(Uri.UnescapeDataString(address.AbsolutePath)),
                        cancellation
                    )
                    : socket.ConnectAsync(address.Host, address.Port, cancellation)
            );
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Pieces with their length before them; a length of nothing ends the file.
    private async Task SendAsync(NetworkStream line, Stream content, CancellationTokenSource limit)
    {
        var piece = new byte[sizeof(int) + ChunkSize];
        int count;
        do
        {
            count = await content.ReadAtLeastAsync(
                piece.AsMemory(sizeof(int)),
                ChunkSize,
                throwOnEndOfStream: false,
                limit.Token
            );
            BinaryPrimitives.WriteInt32BigEndian(piece, count);
            try
            {
                await line.WriteAsync(piece.AsMemory(0, sizeof(int) + count), limit.Token);
            }
            catch (IOException)
            {
                // It hangs up on what is too large for it, and has said so before.
                return;
            }
            limit.CancelAfter(silence);
        } while (count == ChunkSize);
        if (count > 0)
        {
            await TryEndAsync(line, limit.Token);
        }
    }

    private static async Task TryEndAsync(NetworkStream line, CancellationToken cancellation)
    {
        try
        {
            await line.WriteAsync(new byte[sizeof(int)], cancellation);
        }
        catch (IOException)
        {
            // As above.
        }
    }

    private async Task<string> AnswerAsync(NetworkStream line, CancellationTokenSource limit)
    {
        var answer = new byte[MostAnswer];
        var length = 0;
        while (length < answer.Length)
        {
            var read = await line.ReadAsync(answer.AsMemory(length), limit.Token);
            limit.CancelAfter(silence);
            length += read;
            if (read == 0 || answer[length - 1] == 0)
            {
                break;
            }
        }
        return length > 0 && answer[length - 1] == 0
            ? Encoding.UTF8.GetString(answer, 0, length - 1).Trim()
            : throw new IOException($"clamd at {address} hung up before it had answered.");
    }
}
