using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Entropy;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>
/// Post, redirect, get: what came of a posted form is kept under a random name, which the address bears, and shown for an hour to whoever
/// posted it. Nothing that was typed stands in an address or a log, and every instance of the app can answer.
/// </summary>
public sealed class FormAnswers(IFormAnswerStore store, IEntropy entropy, TimeProvider clock)
{
    private const string Query = "answer";
    private const int IdBytes = 12;

    // A row takes 1 MiB; text in it takes two bytes a character.
    private const int MaxLength = 400_000;

    /// <summary>How long an answer is shown.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>The name of one press of a form.</summary>
    public string NewId()
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        entropy.Fill(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Whether all of the answer can be kept; of a longer one only what came of it.</summary>
    public static bool Fits(FormAnswer answer) => ContentOf(answer).Length <= MaxLength;

    /// <summary>Keeps the answer, and leads the browser to the page that shows it.</summary>
    /// <param name="owner">Who posted; nobody else is shown it.</param>
    /// <param name="path">The page, without a query.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IResult> LeadAsync(
        string owner,
        string path,
        FormAnswer answer,
        CancellationToken cancellation
    ) => LeadAsync(owner, path, answer, place: "", cancellation);

    /// <summary>The same, to a place of the page.</summary>
    /// <param name="owner">Who posted; nobody else is shown it.</param>
    /// <param name="path">The page, without a query.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="place">The id of what it is about, or empty.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IResult> LeadAsync(
        string owner,
        string path,
        FormAnswer answer,
        string place,
        CancellationToken cancellation
    )
    {
        var id = NewId();
        var content = ContentOf(answer);
        if (content.Length > MaxLength)
        {
            // Hardly a form of ours is so long; whoever sends such a thing learns what came of it all the same.
            content = JsonSerializer.Serialize(
                answer with
                {
                    Values = new Dictionary<string, string>(),
                    File = null,
                }
            );
        }
        await store.PutAsync(KeyOf(owner, id), content, clock.GetUtcNow(), cancellation);
        var at = place.Length == 0 ? "" : $"#{Uri.EscapeDataString(place)}";
        return new SeeOther($"{path}?{Query}={id}{at}");
    }

    /// <summary>The answer that the page's address names, or null.</summary>
    public Task<FormAnswer?> FindAsync(
        HttpRequest request,
        string owner,
        CancellationToken cancellation
    ) => FindAsync(request.Query[Query].ToString(), owner, cancellation);

    /// <summary>The answer of this name, or null.</summary>
    public async Task<FormAnswer?> FindAsync(
        string id,
        string owner,
        CancellationToken cancellation
    ) =>
        id.Length == 2 * IdBytes
        && id.All(char.IsAsciiHexDigit)
        && await store.FindAsync(KeyOf(owner, id), cancellation) is var (content, keptAt)
        && clock.GetUtcNow() - keptAt < Lifetime
        && JsonSerializer.Deserialize<FormAnswer>(content) is { } answer
            ? answer with
            {
                Id = id,
                File = Unpacked(answer.File),
            }
            : null;

    private static string ContentOf(FormAnswer answer) =>
        JsonSerializer.Serialize(answer with { File = Packed(answer.File) });

    /// <summary>Erases what is shown no more.</summary>
    public Task EraseOldAsync(CancellationToken cancellation) =>
        store.EraseAsync(clock.GetUtcNow() - Lifetime, cancellation);

    private static byte[]? Packed(byte[]? file)
    {
        if (file is null)
        {
            return null;
        }
        using var packed = new MemoryStream();
        using (var packer = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            packer.Write(file);
        }
        return packed.ToArray();
    }

    private static byte[]? Unpacked(byte[]? packed)
    {
        if (packed is null)
        {
            return null;
        }
        using var file = new MemoryStream();
        using (var packer = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            packer.CopyTo(file);
        }
        return file.ToArray();
    }

    private static string KeyOf(string owner, string id) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner)))}-{id}";
}
