using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Planning;

/// <summary>Keeps the plans that cycles run on: written once under their hash, so that a running cycle's plan cannot change.</summary>
public sealed class PlanStore(IDocumentStore documents)
{
    private readonly ConcurrentDictionary<string, PlanLookup> cache = new();

    /// <summary>Stores a plan.</summary>
    /// <returns>SHA-256 of the stored document, lower-case hexadecimal.</returns>
    public async Task<string> AddAsync(Plan plan, CancellationToken cancellation)
    {
        var bytes = Write(plan);
        var hash = HashOf(bytes);
        await documents.TryCreateAsync(NameOf(hash), "application/json", bytes, cancellation);
        return hash;
    }

    /// <summary>The document that a plan is stored as; its hash names the plan.</summary>
    internal static byte[] Write(Plan plan) => JsonSerializer.SerializeToUtf8Bytes(plan);

    /// <summary>The hash that a plan is stored under.</summary>
    public static string HashOf(Plan plan) => HashOf(Write(plan));

    /// <summary>The plan of this hash.</summary>
    /// <exception cref="FileNotFoundException">No such plan was stored.</exception>
    /// <exception cref="InvalidDataException">The stored bytes do not have this hash.</exception>
    public async Task<PlanLookup> GetAsync(string hash, CancellationToken cancellation = default)
    {
        if (cache.TryGetValue(hash, out var known))
        {
            return known;
        }
        var document =
            await documents.FindAsync(NameOf(hash), cancellation)
            ?? throw new FileNotFoundException($"There is no plan {hash}.");
        if (HashOf(document.Content.Span) != hash)
        {
            throw new InvalidDataException($"The stored plan {hash} was changed.");
        }
        var plan =
            JsonSerializer.Deserialize<Plan>(document.Content.Span)
            ?? throw new InvalidDataException($"The stored plan {hash} is empty.");
        return cache.GetOrAdd(hash, new PlanLookup(plan));
    }

    /// <summary>The exact bytes stored under a hash, or null.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindDocumentAsync(
        string hash,
        CancellationToken cancellation
    ) => (await documents.FindAsync(NameOf(hash), cancellation))?.Content;

    /// <summary>The document that holds the plan of a hash.</summary>
    public static string NameOf(string hash) => $"plans/{hash}.json";

    private static string HashOf(ReadOnlySpan<byte> document) =>
        Convert.ToHexStringLower(SHA256.HashData(document));
}
