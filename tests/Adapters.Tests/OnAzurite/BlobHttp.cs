using System.Net;

namespace ProgramReview.Adapters.Tests.OnAzurite;

internal static class BlobHttp
{
    public static HttpClient Client { get; } = new();

    public static async Task<bool> PutAsync(Uri address, byte[] content, HttpClient? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address)
        {
            Content = new ByteArrayContent(content),
            Headers = { { "x-ms-blob-type", "BlockBlob" } },
        };
        using var response = await (from ?? Client).SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        return response.StatusCode switch
        {
            HttpStatusCode.Created => true,
            HttpStatusCode.Forbidden or HttpStatusCode.Conflict => false,
            var odd => throw new HttpRequestException($"Put Blob answered {odd}."),
        };
    }
}
