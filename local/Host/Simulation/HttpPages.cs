using System.Net.Http.Json;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Host.Simulation;

/// <summary>Takes the steps that pages and scripts take, one by one, over HTTP.</summary>
internal sealed class HttpPages(HttpClient http)
{
    /// <summary>Asks whether a file may be sent.</summary>
    public Task<Answer<Permission>> AskAsync(
        Uri link,
        string part,
        SampleFile file,
        CancellationToken cancellation
    ) =>
        PostAsync<Permission>(
            $"{link}/permission",
            new
            {
                part,
                fileName = file.Name,
                size = file.Content.Length,
            },
            cancellation
        );

    /// <summary>Puts a file to the address in storage that a permission opens.</summary>
    public async Task<Answer<Permission>> PutAsync(
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
        return stored.IsSuccessStatusCode
            ? new(permission, null)
            : new(null, $"storage answers {(int)stored.StatusCode}");
    }

    /// <summary>Tells that a file is in storage.</summary>
    public Task<Answer<Receipt>> TellAsync(
        Uri link,
        Permission permission,
        CancellationToken cancellation
    ) =>
        PostAsync<Receipt>(
            $"{link}/received",
            new { blobName = permission.BlobName },
            cancellation
        );

    /// <summary>Sends JSON and reads JSON, or the code of the problem.</summary>
    public async Task<Answer<T>> PostAsync<T>(
        string address,
        object body,
        CancellationToken cancellation
    )
        where T : class
    {
        using var answer = await http.PostAsJsonAsync(address, body, cancellation);
        return answer.IsSuccessStatusCode
                ? new(await answer.Content.ReadFromJsonAsync<T>(cancellation), null)
            : answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
                ? new(null, (await answer.Content.ReadFromJsonAsync<Problem>(cancellation))!.Code)
            : new(null, $"{(int)answer.StatusCode}");
    }

    /// <summary>What was answered, or the code of the problem.</summary>
    internal sealed record Answer<T>(T? Value, string? Problem)
        where T : class
    {
        /// <summary>What was answered.</summary>
        /// <exception cref="InvalidOperationException">It was a problem.</exception>
        public T Required => Value ?? throw new InvalidOperationException($"Refused: {Problem}.");
    }

    /// <summary>Where a file may be put.</summary>
    internal sealed record Permission(
        Uri Url,
        IReadOnlyDictionary<string, string> Headers,
        string BlobName
    );

    /// <summary>What the product says of a file.</summary>
    internal sealed record Receipt(
        string Verdict,
        bool? Acceptable,
        IReadOnlyList<string> Findings,
        string ReceiptPage
    );

    private sealed record Problem(string Code);
}
