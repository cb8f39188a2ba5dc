using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>A request's body that ends with 413 where it grows over a limit, before more than that was taken in.</summary>
internal sealed class BoundedBody(Stream body, long limit) : ForwardStream
{
    private long taken;

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        taken += read;
        return taken <= limit ? read : throw TooLarge(limit);
    }

    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public static BadHttpRequestException TooLarge(long limit) =>
        new(
            FormattableString.Invariant($"The body is larger than {limit} bytes."),
            StatusCodes.Status413PayloadTooLarge
        );
}
