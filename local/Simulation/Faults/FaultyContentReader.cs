using System.Security.Cryptography;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>A reader of files: it fails, takes its time, and dies of bytes that are made for that.</summary>
/// <param name="reader">The product's, which reads the others.</param>
/// <param name="connection">What can go wrong.</param>
/// <param name="crash">The death of the process.</param>
/// <param name="oracle">Where readings are noted.</param>
internal sealed class FaultyContentReader(
    IContentReader reader,
    FaultyConnection connection,
    Crash crash,
    Oracle oracle
) : IContentReader
{
    public async Task<ContentFacts> ReadAsync(
        Stream content,
        FileFormat format,
        CancellationToken cancellation
    )
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        var sha256 = Convert.ToHexStringLower(
            SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))
        );
        if (oracle.ReadingBegins(sha256) is { Kills: true })
        {
            crash.Strike();
        }
        bytes.Position = 0;
        var facts = await connection.ReadAsync(
            "reading",
            () => reader.ReadAsync(bytes, format, cancellation)
        );
        oracle.ReadingEnds(sha256);
        return facts;
    }
}
